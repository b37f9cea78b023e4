import { idOfEpubPath } from '../../../src/addresses.ts'
import { attributeOf, type Change, changed, elementsOf } from '../../../src/edit-html.ts'
import { escapeXml } from '../../../src/escape-xml.ts'

/** Makes the links of a chapter lead on: those to chapters that are left out go to the site, or become words.
 *  @param addresses id of a document → its address */
export function leadOn(
  xhtml: string,
  isKept: (href: string) => boolean,
  addresses: Readonly<Record<string, string>>,
): string {
  const changes = elementsOf(xhtml, true).flatMap((element): Change[] => {
    const href = attributeOf(element, 'href')
    if (element.name !== 'a' || href === undefined || URL.canParse(href)) return []
    const [file = '', ...anchor] = href.split('#')
    if (file === '' || isKept(file)) return []
    const address = addresses[idOfEpubPath(file) ?? '']
    if (address === undefined)
      return [
        { start: element.start, end: element.inside, text: '<span>' },
        { start: element.outside, end: element.end, text: '</span>' },
      ]
    const { start, end } = element.attributes.get('href') ?? { start: element.inside, end: element.inside }
    const target = [address, ...anchor].join('#')
    return [{ start, end, text: `href="${escapeXml(target)}" rel="external"` }]
  })
  return changed(xhtml, changes)
}
