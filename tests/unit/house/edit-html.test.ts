import { describe, expect, it } from 'vitest'
import {
  attributeOf,
  changed,
  contentOf,
  elementsNamed,
  elementsOf,
  hasClass,
  insert,
} from '../../../src/problems/edit-html.ts'

const source = `<div class="a b" id='x'><p>Un &amp; deux<br>trois <!-- <p> --></p><img src="y" alt="a > b"></div>`
const named = (html: string, name: string, xml = false) =>
  elementsOf(html, xml).filter(element => element.name === name)

describe('the elements of a document', () => {
  it('are where they are written, whatever is written in them', () => {
    const [paragraph] = named(source, 'p')
    expect(named(source, 'p')).toHaveLength(1)
    expect(paragraph && contentOf(source, paragraph)).toBe('Un &amp; deux<br>trois <!-- <p> -->')
    expect(paragraph && source.slice(paragraph.start, paragraph.end)).toMatch(/^<p>Un.*<\/p>$/)
    expect(paragraph?.parent?.name).toBe('div')
  })

  it('have their attributes, with the places of these', () => {
    const [picture] = named(source, 'img')
    expect(picture && attributeOf(picture, 'alt')).toBe('a > b')
    const place = picture?.attributes.get('src')
    expect(source.slice(place?.start, place?.end)).toBe('src="y"')
    const [block] = named(source, 'div')
    expect(block && ['a', 'b', 'c'].map(name => hasClass(block, name))).toEqual([true, true, false])
  })

  it('end where another one begins that closes them', () => {
    const html = '<p>un<p>deux'
    expect(named(html, 'p').map(element => contentOf(html, element))).toEqual(['un', 'deux'])
  })

  it('may be empty in XHTML', () => {
    const xhtml = '<?xml version="1.0"?>\n<p><span/>un</p>'
    expect(named(xhtml, 'p', true).map(element => contentOf(xhtml, element))).toEqual(['<span/>un'])
    expect(named(xhtml, 'span', true).map(element => contentOf(xhtml, element))).toEqual([''])
  })
})

it('a document is as it was but for its changes, in whatever order they come', () => {
  const changes = [insert(5, '!'), { start: 0, end: 2, text: 'deux' }, insert(2, '-')]
  expect(changed('un un', changes)).toBe('deux- un!')
  expect(changed(source, [])).toBe(source)
})

it.each([
  ['<p><img src="a"><IMG src="b"></p>', ['a', 'b']],
  ['<p>imgage <imgs src="a"></p>', []],
  ['<p>img</p>', []],
])('elements of a name are found wherever such a tag opens: %s', (html, sources) => {
  expect(elementsNamed(html, ['img']).map(element => attributeOf(element, 'src'))).toEqual(sources)
})
