import { type Change, type Element, escapeXml } from '../../../src/edit-html.ts'
import { origin } from '../../browser/origin.ts'

/** Where the links of a document lead that leave it. Each document is printed alone, and Chromium makes no link to an id that
 *  is not on its sheets; an address it keeps as it is. */
const ELSEWHERE = `${origin}ailleurs#`

/** Writes the links among elements of printed HTML that leave their document as addresses.
 *  @param leaves whether the element with this id is in another document */
export const leadElsewhere = (elements: readonly Element[], leaves: (id: string) => boolean): Change[] =>
  elements.flatMap(({ attributes }) => {
    const href = attributes.get('href')
    const id = href?.value.startsWith('#') ? href.value.slice(1) : ''
    return href && id !== '' && leaves(id) ? [{ ...href, text: `href="${ELSEWHERE}${escapeXml(id)}"` }] : []
  })

/** The id that an address of the printed file stands for, or null for any other. */
export const idElsewhere = (address: string): string | null =>
  address.startsWith(ELSEWHERE) ? address.slice(ELSEWHERE.length) : null
