import type { Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, find, findAll, type Parent, textOf } from '../read/html.ts'
import { lettersOf } from '../words.ts'

const place = 'Livre numérique, notice'

/** What the notice says of what it says: the roles of people, the vocabulary of subjects, whose pages are marked, to which norm the book conforms.
 *  @see EPUB 3.3 §5.5 and appendix D */
export function* refinementsOf(kit: Kit, book: Pick<EpubText, 'opf' | 'spine'>): Generator<Finding> {
  const { opf } = book
  yield* rolesIn(kit, opf)
  yield* themesIn(kit, opf)
  yield* pagesOf(book)
  const norms = findAll(opf, ({ attribs }) => attribs['property'] === 'dcterms:conformsTo')
  for (const norm of norms.map(contentOf))
    if (!isNorm(norm) || !kit.accessibilite.audit?.resultat.includes(norm))
      yield fault(place, `Elle se dit conforme à « ${norm} », dont l’audit de kit.yaml ne dit rien.`)
}

const contentOf = (element: Element) => textOf(element).trim()

/** What refines an element under a name. */
export const refining = (opf: Parent, { attribs }: Element, property: string): string[] =>
  findAll(
    opf,
    meta => meta.attribs['refines'] === `#${attribs['id']}` && meta.attribs['property'] === property,
  ).map(contentOf)

/** A norm is named by its title, or by its address. @see EPUB Accessibility 1.1 §4.2.1 */
const isNorm = (text: string) => /^(?:EPUB Accessibility |https?:\/\/)/.test(text)

/** Each person has the roles that the kit gives, and no other. */
function* rolesIn({ credits }: Kit, opf: Parent): Generator<Finding> {
  const contributors = findAll(opf, 'dc:contributor')
  for (const name of new Set(Object.values(credits).flat())) {
    const roles = Object.entries(credits).flatMap(([role, people]) => (people.includes(name) ? [role] : []))
    const writtenRoles = contributors
      .filter(one => lettersOf(contentOf(one)) === lettersOf(name))
      .flatMap(one => refining(opf, one, 'role'))
    if (writtenRoles.map(lettersOf).sort().join() !== roles.map(lettersOf).sort().join())
      yield fault(
        place,
        `« ${name} » y est « ${writtenRoles.join(', ')} » au lieu de « ${roles.join(', ')} ».`,
      )
  }
}

/** A shop files the book by its Thema codes. */
function* themesIn({ notice }: Kit, opf: Parent): Generator<Finding> {
  for (const [code, heading] of Object.entries(notice.thema)) {
    const subject = findAll(opf, 'dc:subject').find(
      one => lettersOf(contentOf(one)) === lettersOf(heading) && refining(opf, one, 'term').includes(code),
    )
    const [authority = 'aucun'] = subject ? refining(opf, subject, 'authority') : []
    if (!subject) yield fault(place, `Le thème « ${heading} » y est sans son code, ${code}.`)
    else if (lettersOf(authority) !== 'thema')
      yield fault(place, `Le code ${code} y est du vocabulaire « ${authority} » au lieu de Thema.`)
  }
}

/** Whether a book marks where printed pages begin. */
export const marksPages = (spine: EpubText['spine']): boolean =>
  spine.some(({ root }) => find(root, ({ attribs }) => attribs['epub:type'] === 'pagebreak'))

/** A book that marks pages says of what they are the pages. @see EPUB Accessibility 1.1 §5.3 */
function* pagesOf({ opf, spine }: Pick<EpubText, 'opf' | 'spine'>): Generator<Finding> {
  const isTold = findAll(opf, 'dc:source').some(source =>
    refining(opf, source, 'source-of').includes('pagination'),
  )
  if (marksPages(spine) && !isTold)
    yield fault(place, 'Elle ne dit pas de quel livre sont les pages qu’elle repère (source-of).')
}
