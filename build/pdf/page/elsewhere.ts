import { origin } from '../../browser/offline-tab.ts'

/** Where the links of a document lead that leave it. Each document is printed alone, and Chromium makes no link to an id that
 *  is not on its sheets; an address it keeps as it is. */
const ELSEWHERE = `${origin}ailleurs#`

/** Writes the links of printed HTML that leave their document as addresses.
 *  @param leaves whether the element with this id is in another document */
export const leadElsewhere = (html: string, leaves: (id: string) => boolean): string =>
  html.replace(/ href="#([^"]+)"/g, (written, id: string) =>
    leaves(id) ? ` href="${ELSEWHERE}${id}"` : written,
  )

/** The id that an address of the printed file stands for, or null for any other. */
export const idElsewhere = (address: string): string | null =>
  address.startsWith(ELSEWHERE) ? address.slice(ELSEWHERE.length) : null
