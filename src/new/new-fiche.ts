import type { Fiche, Kit } from '../kit.ts'
import { slugify } from '../slugify.ts'
import { quote } from './quote.ts'

/** What a fiche is begun with. */
export type FicheBegun = { numero: number; slug: string; titre: string; famille: string; maj: string }

/** A fiche with the front matter filled in and the skeleton of a fiche to write over: what stands in it says what to write. */
export function newFiche({ numero, slug, titre, famille, maj }: FicheBegun): string {
  const short = titre.length > 60 ? ['titre_court: À compléter'] : []
  return [
    '---',
    `numero: ${numero}`,
    `slug: ${slug}`,
    `titre: ${quote(titre)}`,
    ...short,
    `famille: ${famille}`,
    'statut: relecture',
    'resume: À compléter, en une phrase de 160 caractères au plus.',
    `maj: ${maj}`,
    '---',
    '',
    'À compléter : en trois phrases, ce que cette fiche apporte à qui la lit.',
    '',
    '## De quoi parle-t-on ?',
    '',
    'À compléter : le sujet, le cadre, les mots qu’il faut connaître.',
    '',
    '## Les leviers d’action {.leviers}',
    '',
    '### Un premier levier',
    '',
    'À compléter : ce que la collectivité peut faire, et comment.',
    '',
    '### Un deuxième levier',
    '',
    'À compléter : ce que la collectivité peut faire encore.',
    '',
    '## Ressources pour aller plus loin',
    '',
    '::: ressources',
    '- **Titre à compléter**, éditeur, année',
    ':::',
    '',
  ].join('\n')
}

/** Where the next fiche of a family goes: after the last number, in the folder where its family has most fiches. */
export function placeOfFiche(kit: Pick<Kit, 'fiches' | 'familles'>, titre: string, famille: string) {
  const numero = Math.max(0, ...kit.fiches.map(fiche => fiche.numero)) + 1
  const slug = slugify(titre, 50) || `fiche-${numero}`
  return { numero, slug, file: `${folderOf(kit, famille)}/${fileName(numero, slug)}` }
}

export const fileName = (numero: number, slug: string) => `${String(numero).padStart(2, '0')}-${slug}.md`

function folderOf({ fiches, familles }: Pick<Kit, 'fiches' | 'familles'>, famille: string): string {
  const counts = new Map<string, number>()
  for (const fiche of fiches)
    if (fiche.famille === famille) {
      const folder = parentOf(fiche)
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  const { pluriel } = familles.find(({ id }) => id === famille) ?? { pluriel: famille }
  return first?.[0] ?? (slugify(pluriel) || famille)
}

const parentOf = ({ file }: Pick<Fiche, 'file'>) => file.split('/').slice(0, -1).join('/')
