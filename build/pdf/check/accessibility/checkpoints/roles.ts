import { onPage } from '../../../../../src/problems/finding.ts'
import { type Checkpoint, checkpoint, ofTag } from '../checkpoint.ts'

/** @see ISO 32000-1 §14.8.4 */
const standardRoles: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

export const roles: Checkpoint[] = [
  ofTag('02-001', 'Tout type de balise est un type normalisé, ou en désigne un', ({ role, tag }) =>
    standardRoles.has(role) ? null : `Le type « ${tag.role} » n’est pas normalisé.`,
  ),
  checkpoint('02-003', 'Aucune correspondance de types ne tourne en rond', ({ roleMap }) =>
    [...roleMap.keys()]
      .filter(role => turns(role, roleMap))
      .map(role => onPage(null, `La correspondance du type « ${role} » tourne en rond.`)),
  ),
  checkpoint('02-004', 'Aucun type normalisé n’est changé en un autre', ({ roleMap }) =>
    [...roleMap.keys()]
      .filter(role => standardRoles.has(role))
      .map(role => onPage(null, `Le type normalisé « ${role} » en désigne un autre.`)),
  ),
]

function turns(role: string, roleMap: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let current: string | undefined = role; current !== undefined; current = roleMap.get(current)) {
    if (seen.has(current)) return true
    seen.add(current)
  }
  return false
}
