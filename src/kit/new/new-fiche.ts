import { slugify } from '../../text/index.ts'
import type { Famille, Fiche, Kit } from '../kit.ts'
import { fichePublieeSchema } from '../schemas/fiche.ts'
import { quote, withValues } from '../yaml/write-values.ts'

/** Data for a new fiche. */
type FicheBegun = {
  numero: number
  slug: string
  titre: string
  famille: string
  maj: string
  plan: FamilyPlan
}

/** A fiche with the front matter filled in and the skeleton of its family to write over: what stands in it says what to write. */
export function newFiche({ numero, slug, titre, famille, maj, plan }: FicheBegun): string {
  const { statut, resume, ...short } = valuesToComplete(titre)
  return [
    '---',
    `numero: ${numero}`,
    `slug: ${slug}`,
    `titre: ${quote(titre)}`,
    ...Object.entries(short).map(([key, value]) => `${key}: ${value}`),
    `famille: ${famille}`,
    `statut: ${statut}`,
    `resume: ${resume}`,
    `maj: ${maj}`,
    '---',
    '',
    ...skeleton(plan),
  ].join('\n')
}

/** The text of an announced fiche, to be written on: with the keys that it lacks in its front matter, and the skeleton of its family where
 *  its body is empty. What its author has written already stays. null: its front matter cannot be found */
export function begunFiche(
  text: string,
  { titre, maj, plan }: Omit<FicheBegun, 'numero' | 'slug' | 'famille'>,
) {
  const end = text.indexOf('\n---', 3)
  if (end === -1 || !/^\ufeff?---/.test(text)) return null
  const isWritten = (key: string) => new RegExp(`^${key}[ \\t]*:[ \\t]*\\S`, 'm').test(text.slice(0, end))
  const { statut, ...values } = { ...valuesToComplete(titre), maj }
  const lacking = Object.entries(values).filter(([key]) => !isWritten(key))
  const written = withValues(
    text,
    { statut, ...Object.fromEntries(lacking) },
    Object.keys(fichePublieeSchema.properties),
  )
  const hasBody = /\n---[ \t\r]*\n\s*\S/.test(text.slice(end))
  return { text: hasBody ? written : `${written.trimEnd()}\n\n${skeleton(plan).join('\n')}`, hasBody }
}

const valuesToComplete = (titre: string) => ({
  ...(titre.length > 60 && { titre_court: 'À compléter' }),
  statut: 'relecture',
  resume: 'À compléter, en une phrase de 160 caractères au plus.',
})

/** A place for each part that the fiches of the family have. */
function skeleton({ leviers, exemple, chiffres, ressources }: FamilyPlan): string[] {
  const section = (titre: string, words: string) => [titre, '', `À compléter : ${words}`, '']
  const example = exemple
    ? [
        '::: exemple Titre à compléter · Lieu à compléter (75)',
        'À compléter : qui, quoi, avec quel résultat.',
        ':::',
        '',
      ]
    : []
  const levers = [
    ...section('### Un premier levier', 'ce que la collectivité peut faire, et comment.'),
    ...example,
    ...section('### Un deuxième levier', 'ce que la collectivité peut faire encore.'),
  ]
  const parts = [
    ...section('## Ce qu’il faut en retenir', 'ce qui compte pour une collectivité.'),
    ...example,
  ]
  return [
    'À compléter : en trois phrases, ce que cette fiche apporte à qui la lit.',
    '',
    ...(chiffres
      ? ['::: chiffres Chiffres clés', '- **0** à compléter', 'Source : à compléter, année', ':::', '']
      : []),
    ...section('## De quoi parle-t-on ?', 'le sujet, le cadre, les mots qu’il faut connaître.'),
    ...(leviers ? ['## Les leviers d’action {.leviers}', '', ...levers] : parts),
    ...(ressources
      ? [
          '## Ressources pour aller plus loin',
          '',
          '::: ressources',
          '- **Titre à compléter**, éditeur, année',
          ':::',
          '',
        ]
      : []),
  ]
}

/** Places the next fiche of a family: after the last number, in the folder where its family has most fiches. */
export function placeOfFiche(kit: Pick<Kit, 'fiches' | 'familles'>, titre: string, famille: string) {
  const numero = Math.max(0, ...kit.fiches.map(fiche => fiche.numero)) + 1
  const slug = slugify(titre, 50) || `fiche-${numero}`
  const plan = planOfFamily(kit.fiches, famille)
  const folder = folderOfFamily(kit.fiches, kit.familles, famille)
  return { numero, slug, plan, file: `${folder}/${fileName(numero, slug)}` }
}

export const fileName = (numero: number, slug: string) => `${String(numero).padStart(2, '0')}-${slug}.md`

/** The folder of a family by its name in the plural; some folders of a kit hold something else. */
export function folderName(pluriel: string): string {
  const name = slugify(pluriel, 60)
  return ['images', 'annexes', 'liminaires'].includes(name) ? `fiches-${name}` : name
}

/** The folder where a family has most fiches; of none, one to sort. */
export function folderOfFamily(
  fiches: readonly Pick<Fiche, 'file' | 'famille'>[],
  familles: readonly Pick<Famille, 'id' | 'pluriel'>[],
  famille: string,
): string {
  const counts = new Map<string, number>()
  for (const fiche of fiches)
    if (fiche.famille === famille) {
      const folder = parentOf(fiche)
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  const { pluriel } = familles.find(({ id }) => id === famille) ?? { pluriel: famille }
  return first?.[0] ?? (folderName(pluriel) || famille || 'a-classer')
}

const parentOf = ({ file }: Pick<Fiche, 'file'>) => file.split('/').slice(0, -1).join('/')

/** Parts that the fiches of a family share: a new fiche has a place for each. */
type FamilyPlan = { leviers: boolean; exemple: boolean; chiffres: boolean; ressources: boolean }

/** For a family without fiches. */
const usual: FamilyPlan = { leviers: true, exemple: false, chiffres: false, ressources: true }

/** Finds the parts that at least half of the written fiches of a family have. */
export function planOfFamily(fiches: readonly Fiche[], famille: string): FamilyPlan {
  const bodies = fiches.flatMap(fiche =>
    fiche.famille === famille && fiche.statut !== 'a-paraitre' && !/À compléter/.test(fiche.corps.source)
      ? [fiche.corps.source]
      : [],
  )
  if (bodies.length === 0) return usual
  const common = (sign: RegExp) => 2 * bodies.filter(body => sign.test(body)).length >= bodies.length
  return {
    leviers: common(/^## .*\{\.leviers\}/m),
    exemple: common(/^::: exemple/m),
    chiffres: common(/^::: chiffres/m),
    ressources: common(/^::: ressources/m),
  }
}
