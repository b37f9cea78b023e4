import { unzipSync } from 'fflate'
import { elementsOf, findAll, ownText, parseHtml } from './html.ts'

/** The paragraphs of a Word file, in order, read without any of the code that makes it. What stands in braces (anchors, pictograms)
 *  is for who writes, and left out.
 *  @throws Error when the file is no archive, or has no text */
export function paragraphsOfWord(bytes: Uint8Array): string[] {
  const document = unzipSync(bytes)['word/document.xml']
  if (!document) throw new Error('the Word file has no word/document.xml')
  const root = parseHtml(new TextDecoder().decode(document), { xml: true })
  return findAll(root, 'w:p').map(paragraph =>
    [...elementsOf(paragraph)]
      .map(element => {
        if (element.name === 'w:br' || element.name === 'w:tab') return ' '
        return element.name === 'w:t' ? ownText(element) : ''
      })
      .join('')
      .replace(/\{[#.\w][^{}]*\}/g, ' '),
  )
}
