import type { Kit } from '../../../../src/kit.ts'
import { examplesOf, type LocatedExample, officialNames } from './examples.ts'
import { readSource } from './units.ts'

/** What an index lists under one heading. */
export type Listed<One> = { heading: string; entries: One[] }

/** Families in the kit's order with the titles of their fiches by number. Made, as all lists here, without `src/indexes`, so that it
 *  can contradict it. */
export const familiesOf = ({ familles, fiches }: Pick<Kit, 'familles' | 'fiches'>): Listed<string>[] =>
  familles.flatMap(({ id, pluriel }) => {
    const entries = fiches
      .filter(({ famille }) => famille === id)
      .toSorted((a, b) => a.numero - b.numero)
      .map(({ titre, statut }) => (statut === 'a-paraitre' ? `${titre} à paraître` : titre))
    return entries.length > 0 ? [{ heading: pluriel, entries }] : []
  })

/** Examples by the départements that their authors wrote, those of Corsica after 19; then those abroad, then those without a code;
 *  of one département by the names of their places. */
export async function placesOf(kit: Kit): Promise<Listed<LocatedExample>[]> {
  const names = await officialNames('departements')
  const { compare } = new Intl.Collator('fr', { numeric: true })
  const examples = examplesOf(kit).toSorted(
    (a, b) =>
      compare(a.exemple.lieu, b.exemple.lieu) ||
      a.fiche.numero - b.fiche.numero ||
      compare(a.exemple.titre, b.exemple.titre),
  )
  const rankOf = (code: string) => Number(code.replace('2A', '20.1').replace('2B', '20.2'))
  const codes = [...new Set(examples.flatMap(({ codes }) => codes))].sort((a, b) => rankOf(a) - rankOf(b))
  return [
    ...codes.map(code => ({
      heading: `${code} ${names.get(code)}`,
      entries: examples.filter(one => one.codes.includes(code)),
    })),
    { heading: 'Hors de France', entries: examples.filter(({ isAbroad }) => isAbroad) },
    {
      heading: 'Autres lieux',
      entries: examples.filter(({ codes, isAbroad }) => codes.length === 0 && !isAbroad),
    },
  ].filter(({ entries }) => entries.length > 0)
}

/** The acronyms that stand in the published fiches as words of their own, by the alphabet, with what they stand for. */
export function acronymsOf(kit: Kit): string[] {
  const texts = kit.fiches.flatMap(fiche =>
    fiche.statut === 'a-paraitre'
      ? []
      : [fiche.titre, ...readSource(fiche.corps.source, 1, () => '').units.map(({ text }) => text)],
  )
  // The longest first, each taken out where it stands: « R&D » says nothing of « D ».
  const names = Object.keys(kit.sigles).sort((a, b) => b.length - a.length)
  const mentioned = new Set<string>()
  for (let text of texts)
    for (const name of names)
      for (const at of mentionsOf(name, text)) {
        mentioned.add(name)
        text = text.slice(0, at) + ' '.repeat(name.length) + text.slice(at + name.length)
      }
  const { compare } = new Intl.Collator('fr')
  return [...mentioned].sort(compare).map(name => `${name} ${kit.sigles[name]}`)
}

/** Where a name stands as a word of its own, or with the s of its plural. */
function mentionsOf(name: string, text: string): number[] {
  const places: number[] = []
  if (name === '') return places
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(end, end + 3).replace(/^s/, '')
    if (!/[\p{L}\p{N}_-]$/u.test(before) && !/^[\p{L}\p{N}_-]/u.test(after)) places.push(at)
  }
  return places
}

/** The files of fiches and pages in a folder. @param paths of all its files */
export const textsIn = (paths: Iterable<string>): string[] =>
  [...paths].filter(path => {
    const [folder = '', ...below] = path.split('/')
    const name = below.at(-1)?.toLowerCase() ?? ''
    return (
      name.endsWith('.md') &&
      folder !== 'images' &&
      name !== 'readme.md' &&
      !/\.nouveau(?:-\d+)?\.md$/.test(name) &&
      ![folder, ...below].some(part => /^(?:[._]|~\$|node_modules$)/.test(part))
    )
  })
