import { idOfEpubPath } from '../../../src/addresses.ts'
import { type Change, changed, elementsOf, escapeXml } from '../../../src/edit-html.ts'

/** Makes the links of a chapter lead on: those to chapters that are left out go to the site, or become words.
 *  @param addresses id of a document → its address */
export function leadOn(
  xhtml: string,
  isKept: (href: string) => boolean,
  addresses: Readonly<Record<string, string>>,
): string {
  const changes = elementsOf(xhtml, true).flatMap((element): Change[] => {
    const link = element.attributes.get('href')
    if (element.name !== 'a' || !link || URL.canParse(link.value)) return []
    const [file = '', ...anchor] = link.value.split('#')
    if (file === '' || isKept(file)) return []
    const address = addresses[idOfEpubPath(file) ?? '']
    if (address === undefined)
      return [
        { start: element.start, end: element.inside, text: '<span>' },
        { start: element.outside, end: element.end, text: '</span>' },
      ]
    const target = [address, ...anchor].join('#')
    return [{ start: link.start, end: link.end, text: `href="${escapeXml(target)}" rel="external"` }]
  })
  return changed(xhtml, changes)
}
