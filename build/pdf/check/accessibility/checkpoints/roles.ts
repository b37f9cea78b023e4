import { onPage } from '../../../../judge/check.ts'
import type { Checkpoint } from '../checkpoint.ts'

/** @see ISO 32000-1 §14.8.4 */
export const standardRoles: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

export const roles: Checkpoint[] = [
  {
    id: '02-001',
    title: 'Tout type de balise est un type normalisé, ou en désigne un',
    run: ({ tags }) =>
      tags
        .filter(({ role }) => !standardRoles.has(role))
        .map(({ tag, page }) => onPage(page, `Le type « ${tag.role} » n’est pas normalisé.`)),
  },
  {
    id: '02-003',
    title: 'Aucune correspondance de types ne tourne en rond',
    run: ({ roleMap }) =>
      [...roleMap.keys()]
        .filter(role => turns(role, roleMap))
        .map(role => onPage(null, `La correspondance du type « ${role} » tourne en rond.`)),
  },
  {
    id: '02-004',
    title: 'Aucun type normalisé n’est changé en un autre',
    run: ({ roleMap }) =>
      [...roleMap.keys()]
        .filter(role => standardRoles.has(role))
        .map(role => onPage(null, `Le type normalisé « ${role} » en désigne un autre.`)),
  },
]

function turns(role: string, roleMap: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let current: string | undefined = role; current !== undefined; current = roleMap.get(current)) {
    if (seen.has(current)) return true
    seen.add(current)
  }
  return false
}
