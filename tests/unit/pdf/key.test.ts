import { describe, expect, it } from 'vitest'
import { keyOfPart, type PagingTools } from '../../../build/pdf/key.ts'
import { reserve } from '../../../build/pdf/reserve.ts'
import { fiche, itemOf } from './kit.ts'

const item = itemOf(fiche(8, 'achats'))
const partOf = (text: string) =>
  reserve({ item, html: `<article id="achats"><img src="images/a.svg">${text}</article>` })
const part = partOf('Texte')
const pictures = {
  digests: new Map([
    ['images/a.svg', '1'],
    ['images/b.svg', '2'],
  ]),
}
const tools: PagingTools = {
  styles: { content: 'p {}', paging: '@page {}', fonts: '@font-face {}', fingerprint: 'f' },
  pagedJs: 'paged',
  benchScript: 'bench',
  browserVersion: 'Chrome/147',
}
const key = keyOfPart(part, tools, pictures)

describe('the key of a part', () => {
  it.each<[string, string]>([
    ['its text', keyOfPart(partOf('Autre'), tools, pictures)],
    ['its pictures', keyOfPart(part, tools, { digests: new Map([['images/a.svg', '9']]) })],
    [
      'the style of the content',
      keyOfPart(part, { ...tools, styles: { ...tools.styles, content: 'p { margin: 0 }' } }, pictures),
    ],
    [
      'the page',
      keyOfPart(part, { ...tools, styles: { ...tools.styles, paging: '@page { size: A5 }' } }, pictures),
    ],
    [
      'the rules of the fonts',
      keyOfPart(part, { ...tools, styles: { ...tools.styles, fonts: '' } }, pictures),
    ],
    [
      'the bytes of the fonts',
      keyOfPart(part, { ...tools, styles: { ...tools.styles, fingerprint: 'g' } }, pictures),
    ],
    ['Paged.js', keyOfPart(part, { ...tools, pagedJs: 'paged 2' }, pictures)],
    ['our code in the tab', keyOfPart(part, { ...tools, benchScript: 'bench 2' }, pictures)],
    ['the browser', keyOfPart(part, { ...tools, browserVersion: 'Chrome/148' }, pictures)],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(key)
  })

  it('does not change with what the document does not show', () => {
    const others = { digests: new Map([...pictures.digests, ['images/b.svg', '3']]) }
    expect(keyOfPart(part, tools, others)).toBe(key)
  })

  it('does not change with the numbers that will be written in', () => {
    const numbered = (number: string) =>
      reserve({
        item,
        html: `<article id="achats"><span class="n" data-page="lac">${number}</span></article>`,
      })
    expect(keyOfPart(numbered('3'), tools, pictures)).toBe(keyOfPart(numbered('4'), tools, pictures))
  })
})
