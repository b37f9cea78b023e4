import { describe, expect, it } from 'vitest'
import { keysOfParts } from '../../../build/paper/page/paginate.ts'
import { type PrintPart, reserve } from '../../../build/paper/page/reserve.ts'
import { keysOfSheets } from '../../../build/pdf/print-parts.ts'
import { folio, planOf } from '../../../src/text/page-plan.ts'
import { fiche, itemOf } from './kit.ts'

const item = itemOf(fiche(8, 'achats'))
const partOf = (text: string) =>
  reserve({ item, html: `<article id="achats"><img src="images/a.svg">${text}</article>` })
const part = partOf('Texte')
const pictures = { digests: new Map(Object.entries({ 'images/a.svg': '1', 'images/b.svg': '2' })) }
const plan = planOf({ impression: { format: 'A4' } })
const tools = {
  styles: { content: 'p {}', plan, fonts: '@font-face {}', fingerprint: 'f' },
  browserVersion: 'Chrome/147',
  pictures,
}
const keyOfPart = (one: PrintPart, changed: object = {}) => keysOfParts({ ...tools, ...changed })(one)
const key = keyOfPart(part)
const styled = (change: object) => ({ styles: { ...tools.styles, ...change } })

describe('the key of a part', () => {
  it.each<[string, string]>([
    ['its text', keyOfPart(partOf('Autre'))],
    ['its pictures', keyOfPart(part, { pictures: { digests: new Map([['images/a.svg', '9']]) } })],
    ['the style of the content', keyOfPart(part, styled({ content: 'p { margin: 0 }' }))],
    ['the bytes of the fonts', keyOfPart(part, styled({ fingerprint: 'g' }))],
    ['the browser', keyOfPart(part, { browserVersion: 'Chrome/148' })],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(key)
  })

  it('does not change with what the document does not show', () => {
    const others = { digests: new Map([...pictures.digests, ['images/b.svg', '3']]) }
    expect(keyOfPart(part, { pictures: others })).toBe(key)
  })

  it('does not change with the numbers that will be written in', () => {
    const numbered = (number: string) => partOf(`<span class="n" data-page="lac">${number}</span>`)
    expect(keyOfPart(numbered('3'))).toBe(keyOfPart(numbered('4')))
  })
})

const sheets = { item, first: folio(3), html: '<img src="images/a.svg">Texte, p. 12', bottoms: [90, 40] }
const document = { number: 8, title: 'Achats' }
const keyOfSheets = (changed: { sheets?: object; document?: object; tools?: object; css?: string } = {}) =>
  keysOfSheets(changed.css ?? 'p {}', { ...tools, ...changed.tools })(
    { ...sheets, ...changed.sheets },
    { ...document, ...changed.document },
  )

describe('the key of printed sheets', () => {
  it.each<[string, string]>([
    ['their text, and the numbers written in', keyOfSheets({ sheets: { html: 'Texte, p. 13' } })],
    ['their first page', keyOfSheets({ sheets: { first: 4 } })],
    ['where their pages must end', keyOfSheets({ sheets: { bottoms: [90, 41] } })],
    ['the number of the fiche', keyOfSheets({ document: { number: 9 } })],
    ['the styles', keyOfSheets({ css: 'p { margin: 0 }' })],
    ['the bytes of the fonts', keyOfSheets({ tools: styled({ fingerprint: 'g' }) })],
    ['the browser', keyOfSheets({ tools: { browserVersion: 'Chrome/148' } })],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(keyOfSheets())
  })
})
