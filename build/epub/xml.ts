import { Parser } from 'htmlparser2'

/** Entities that XML does not know. */
const UNKNOWN = /&(?!(?:amp|lt|gt|quot|apos);)(\w+);/

/** The words of a piece of XHTML, as a reader sees them.
 *  @throws on a named entity that XML does not know (`&nbsp;`): no reader could open the chapter */
export function plainText(xhtml: string): string {
  const unknown = UNKNOWN.exec(xhtml)
  if (unknown) throw new Error(`XML knows no entity ${unknown[0]}`)
  let words = ''
  new Parser(
    {
      ontext(text) {
        words += text
      },
    },
    { xmlMode: true },
  ).end(xhtml)
  return words.replace(/[ \t\r\n]+/g, ' ').trim()
}
