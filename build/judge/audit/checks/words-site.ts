import { siteFile } from '../../../../src/addresses.ts'
import { isBackCover, sequence } from '../../../../src/indexes/sequence.ts'
import type { AuditCheck } from '../material.ts'
import { type Element, find, hasClass, linesOf, textOf } from '../read/html.ts'
import { expectedOf } from '../source/expected.ts'
import { compareWords } from './compare-words.ts'

/** The site's fiches say what their source says: the title, then the body. What a page offers beside (menus, tools) is not
 *  the fiche's text. */
export const wordsSite: AuditCheck = {
  id: 'mots-site',
  title: 'Le site dit tout le texte des fiches, dans l’ordre, et rien d’autre',
  async *run({ kit, site }) {
    const { pages } = await site()
    const items = sequence(kit).filter(item => !isBackCover(item))
    const documents = expectedOf(kit, items, 'web').map(expected => {
      const page = pages.get(siteFile(expected.item))?.root
      const heading = find(page, 'h1')
      const body = find(page, '.corps')
      return { expected, elements: heading && body ? [textOf(heading), ...linesOf(body, isDrawn)] : null }
    })
    return yield* compareWords(documents, 'mots')
  },
}

/** The rank of a lever that has no pictogram is drawn in its place, for the eye alone. */
const isDrawn = (element: Element) => hasClass(element, 'rang-levier')
