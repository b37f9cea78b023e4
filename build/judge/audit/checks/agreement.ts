import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { type Parent, textOf } from '../read/html.ts'

/** What layouts count, in the singular. */
const COUNTED = ['fiche', 'exemple', 'page', 'sigle', 'ressource', 'département', 'résultat']

// « Fiche 12 », « p. 3 » and « 2,5 » count nothing.
const NUMBERED = new RegExp(
  `(?<!(?:[\\d,.]|[Ff]iche|[Nn]uméro|page|n°)[\\s\\u00a0]?)(\\d+)[\\s\\u00a0](${COUNTED.join('|')})(s?)(?!\\p{L})`,
  'gu',
)

/** What the layouts count agrees with its number: « 1 exemple », « 3 exemples ». What authors wrote is theirs. */
export const agreement: AuditCheck = {
  id: 'accords',
  title: 'Ce que les pages du site comptent s’accorde avec son nombre',
  async *run({ site }) {
    const { pages } = await site()
    const counts = [...pages.values()].flatMap(({ path, root }) =>
      countsIn(root).map(counted => ({ ...counted, path })),
    )
    for (const { number, isPlural, said, path } of counts)
      if (isPlural !== number > 1) yield fault(`Site, ${path}`, `« ${said} » ne s’accorde pas.`)
    return `${count(counts.length, 'nombre')} sur ${count(pages.size, 'page')}`
  },
}

/** Lines of a page, what authors wrote left out. */
const countsIn = (root: Parent) =>
  textOf(
    root,
    ({ attribs, name }) =>
      /^h[13]$/.test(name) || /\b(?:corps|titre|resume|chapo)\b/.test(attribs['class'] ?? ''),
  )
    .split('\n')
    .flatMap(line =>
      [...line.matchAll(NUMBERED)].map(([said, number, , ending]) => ({
        said,
        number: Number(number),
        isPlural: ending === 's',
      })),
    )
