import { createInterface } from 'node:readline/promises'
import { mois } from '../../src/content/schemas/formes.ts'
import type { Hex } from '../../src/contrast.ts'
import { nearest } from '../../src/diagnostics/nearest.ts'
import { enumerate } from '../../src/french.ts'
import type { Kit } from '../../src/kit.ts'
import { slugify } from '../../src/names.ts'
import type { NewFamily } from '../../src/new/new-kit.ts'
import { UsageError } from '../command.ts'
import { readArguments } from '../read-arguments.ts'

export const usage = `Usage : kit new fiche "Titre" --famille F [--fiches DIR]
        kit new kit DIR [options]

kit new fiche : le numéro suivant, le nom du fichier, l'en-tête et le plan d'une fiche.
  --famille F          « id » de la famille, dans kit.yaml
  --fiches DIR         dossier des fiches (fiches)

kit new kit : un kit qui se fabrique aussitôt. Ce qui manque est demandé.
  --titre TITRE        par exemple « Départements & ESS 2027 »
  --sous-titre TEXTE
  --editeur NOM        qui publie le kit
  --sigle SIGLE
  --licence NOM        licence des textes, par exemple « CC BY-NC-SA »
  --mois AAAA-MM       mois de l'édition (le mois en cours)
  --famille TEXTE      de deux à quatre fois : « Singulier/Pluriel/#couleur » ; le pluriel et la couleur
                       peuvent manquer`

type Family = NewFamily & { colour: Hex | null }

export type KitOptions = {
  kind: 'kit'
  dir: string
  titre: string | null
  sous_titre: string | null
  editeur: string | null
  sigle: string | null
  licence: string | null
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

/** @throws UsageError with what to type instead */
export function parseNewKit([dir = '', ...rest]: readonly string[]): KitOptions {
  if (dir === '' || dir.startsWith('-')) throw new UsageError(`Dans quel dossier ?\n\n${usage}`)
  const values = readArguments(rest, accepted, usage)
  const month = values.mois ?? new Date().toISOString().slice(0, 7)
  if (!new RegExp(mois.pattern).test(month))
    throw new UsageError(`--mois : « ${month} » ne convient pas. Écrire par exemple : 2027-01.`)
  return {
    kind: 'kit',
    dir,
    titre: values.titre || null,
    sous_titre: values['sous-titre'] || null,
    editeur: values.editeur || null,
    sigle: values.sigle || null,
    licence: values.licence || null,
    mois: month,
    familles: readFamilies(values.famille),
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
  if (familles.length === 1 || familles.length > 4)
    throw new UsageError(`--famille : un kit a de deux à quatre familles.\n\n${usage}`)
  return familles
}

const pluralOf = (word: string) => word.replace(/[^\s]+/g, part => (/[sxz]$/.test(part) ? part : `${part}s`))

/** Streams for questions and answers. */
export type Terminal = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: NodeJS.WritableStream }

type Complete = KitOptions & { titre: string; editeur: string; licence: string }

/** Without a person at a terminal, what is missing is an error of the command line. */
export async function complete(options: KitOptions, { input, output }: Terminal): Promise<Complete> {
  const missing = [
    ...(options.titre === null ? ['--titre'] : []),
    ...(options.editeur === null ? ['--editeur'] : []),
    ...(options.licence === null ? ['--licence'] : []),
    ...(options.familles.length === 0 ? ['--famille (de deux à quatre fois)'] : []),
  ]
  const { titre, editeur, licence } = options
  if (titre !== null && editeur !== null && licence !== null && options.familles.length > 0)
    return { ...options, titre, editeur, licence }
  if (!input.isTTY) throw new UsageError(`Il manque : ${missing.join(', ')}.\n\n${usage}`)
  const dialogue = createInterface({ input, output })
  const closing = new AbortController()
  dialogue.once('close', () => closing.abort())
  try {
    const ask = async (question: string): Promise<string> => {
      const answer = (await dialogue.question(`${question} `, closing)).trim()
      return answer === '' ? ask(question) : answer
    }
    const answers = {
      titre: titre ?? (await ask('Titre du kit ?')),
      editeur: editeur ?? (await ask('Qui le publie ?')),
      licence: licence ?? (await ask('Licence des textes (par exemple CC BY-NC-SA) ?')),
    }
    if (options.familles.length > 0) return { ...options, ...answers }
    return { ...options, ...answers, familles: await askFamilies(ask, output) }
  } catch (error) {
    if (closing.signal.aborted) throw new UsageError(`Il manque : ${missing.join(', ')}. Rien n’est écrit.`)
    throw error
  } finally {
    dialogue.close()
  }
}

/** Asks until the answer is one: what is wrong with it is said first. */
async function askFamilies(
  ask: (question: string) => Promise<string>,
  output: NodeJS.WritableStream,
): Promise<readonly Family[]> {
  const families = await ask(
    'Familles, de deux à quatre, séparées par des virgules (Singulier/Pluriel/#couleur) ?',
  )
  try {
    return readFamilies(families.split(','))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    output.write(`${error.message.split('\n')[0]}\n`)
    return askFamilies(ask, output)
  }
}

/** @throws UsageError when the kit has no family of this id, with what to type instead */
export function assertFamily({ familles }: Pick<Kit, 'familles'>, famille: string): void {
  const ids = familles.map(({ id }) => id)
  if (!ids.includes(famille))
    throw new UsageError(
      `--famille : « ${famille} » n’existe pas. Écrire : ${nearest(famille, ids) ?? enumerate(ids)}.`,
    )
}
