import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { find, findAll, type Parent, textOf } from '../read/html.ts'
import { type StructureNode, spoken } from '../read/pdf.ts'
import { outermost } from '../read/structure-nodes.ts'
import { lettersOf } from '../words.ts'

/** Element of a page → the tag that says the same in a PDF, and its name for people. @see ISO 32000-1 §14.8.4 */
const ROLES: Readonly<Record<string, readonly [role: string, name: string]>> = {
  th: ['TH', 'l’en-tête d’une ligne ou d’une colonne'],
  td: ['TD', 'une cellule'],
  dt: ['Lbl', 'un terme'],
  dd: ['LBody', 'ce qui suit un terme'],
  figcaption: ['Caption', 'la légende d’une figure'],
  blockquote: ['BlockQuote', 'une citation'],
  // The map of roles makes a span of both.
  strong: ['Span', 'un passage en gras'],
  em: ['Span', 'un passage en italique'],
}

/** What the site says by its elements and the PDF says otherwise; charts are drawn there, and a link tells its page.
 *  @param trees structure of the document's pages */
export function* misTagged(place: string, body: Parent, trees: readonly StructureNode[]): Generator<Finding> {
  const taggedAs = (role: string) =>
    trees
      .flatMap(tree => outermost(tree, role))
      .map(node => lettersOf(spoken(node)))
      .join('')
  const all = lettersOf(trees.map(spoken).join(' '))
  const drawn = findAll(body, '.graphique').flatMap(chart => findAll(chart, ({ name }) => name in ROLES))
  for (const [tag, [role, name]] of Object.entries(ROLES)) {
    const tagged = taggedAs(role)
    for (const element of findAll(body, tag)) {
      const text = textOf(element).trim()
      if (drawn.includes(element) || find(element, 'a')) continue
      if (all.includes(lettersOf(text)) && !tagged.includes(lettersOf(text)))
        yield fault(place, `« ${text.slice(0, 60)} » n’y est pas ${name}.`)
    }
  }
}
