import { type Kit, mois, type NewFamily } from '../../src/kit/index.ts'
import { enumerate, nearest } from '../../src/problems/index.ts'
import { type Hex, slugify } from '../../src/text/index.ts'
import { UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'

export const usage = `Usage : kit new fiche "Titre" --famille F [--fiches DIR]
        kit new kit DIR [options]

kit new fiche : le numéro suivant, le nom du fichier, l'en-tête et le plan d'une fiche.
  --famille F          « id » de la famille, dans kit.yaml
  --fiches DIR         dossier des fiches (fiches)

kit new kit : un kit qui se fabrique aussitôt.
  --titre TITRE        par exemple « Départements & ESS 2027 »
  --sous-titre TEXTE   peut manquer
  --editeur NOM        qui publie le kit
  --sigle SIGLE        de qui le publie ; peut manquer
  --licence NOM        licence des textes, par exemple « CC BY-NC-SA »
  --mois AAAA-MM       mois de l'édition (le mois en cours)
  --famille TEXTE      de deux à quatre fois : « Singulier/Pluriel/#couleur » ; le pluriel et la couleur
                       peuvent manquer`

type Family = NewFamily & { colour: Hex | null }

export type KitOptions = {
  kind: 'kit'
  dir: string
  titre: string
  sous_titre: string | null
  editeur: string
  sigle: string | null
  licence: string
  mois: string
  familles: readonly Family[]
}

const text = { type: 'string' } as const
const accepted = {
  titre: text,
  'sous-titre': text,
  editeur: text,
  sigle: text,
  licence: text,
  mois: text,
  famille: { type: 'string', multiple: true, default: [] as string[] },
} as const

export function parseNewKit([dir = '', ...rest]: readonly string[]): KitOptions {
  if (dir === '' || dir.startsWith('-')) throw new UsageError(`Dans quel dossier ?\n\n${usage}`)
  const values = readArguments(rest, accepted, usage)
  const month = values.mois ?? new Date().toISOString().slice(0, 7)
  if (!new RegExp(mois.pattern).test(month))
    throw new UsageError(`--mois : « ${month} » ne convient pas. Écrire par exemple : 2027-01.`)
  const { titre, editeur, licence } = values
  const familles = readFamilies(values.famille)
  if (!titre || !editeur || !licence) {
    const missing = Object.entries({ titre, editeur, licence }).filter(([, value]) => !value)
    throw new UsageError(`Il manque : ${missing.map(([name]) => `--${name}`).join(', ')}.\n\n${usage}`)
  }
  return {
    kind: 'kit',
    dir,
    titre,
    sous_titre: values['sous-titre'] || null,
    editeur,
    sigle: values.sigle || null,
    licence,
    mois: month,
    familles,
  }
}

function readFamilies(texts: readonly string[]): Family[] {
  const familles = texts.map((text): Family => {
    const [singulier = '', ...others] = text.split('/').map(part => part.trim())
    const colour = others.find(part => part.startsWith('#')) ?? null
    if (singulier === '' || slugify(singulier) === '')
      throw new UsageError(`--famille : « ${text} » ne dit pas son nom. Écrire : Singulier/Pluriel/#couleur.`)
    if (colour !== null && !/^#[0-9a-f]{6}$/i.test(colour))
      throw new UsageError(`--famille : « ${colour} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const [plural, other] = others.filter(part => part !== '' && !part.startsWith('#'))
    if (other !== undefined)
      throw new UsageError(`--famille : « ${other} » n’est pas une couleur. Écrire par exemple : #0b5f78.`)
    const pluriel = plural ?? pluralOf(singulier)
    return { singulier, pluriel, colour: colour?.toLowerCase() ?? null }
  })
  const names = new Set(familles.map(({ singulier }) => slugify(singulier)))
  if (names.size < familles.length) throw new UsageError('--famille : deux familles ont le même nom.')
  if (familles.length < 2 || familles.length > 4)
    throw new UsageError(`--famille : un kit a de deux à quatre familles.\n\n${usage}`)
  return familles
}

const pluralOf = (word: string) => word.replace(/[^\s]+/g, part => (/[sxz]$/.test(part) ? part : `${part}s`))

/** @throws UsageError when the kit has no family of this id, with what to type instead */
export function assertFamily({ familles }: Pick<Kit, 'familles'>, famille: string): void {
  const ids = familles.map(({ id }) => id)
  if (!ids.includes(famille))
    throw new UsageError(
      `--famille : « ${famille} » n’existe pas. Écrire : ${nearest(famille, ids) ?? enumerate(ids)}.`,
    )
}
