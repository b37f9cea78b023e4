import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { elements } from '../../../src/charts/svg/allowed.ts'
import { writeDrawing } from '../../../src/charts/svg/write-drawing.ts'
import { runs } from '../../thorough.ts'

const svg = (inside: string, root = '') => `<svg xmlns="http://www.w3.org/2000/svg"${root}>${inside}</svg>`

describe('what acts or calls for something is told', () => {
  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', '<s:script'],
    ['<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://exemple.fr"/>', '<h:iframe'],
    ['<foreignObject><p/></foreignObject>', '<foreignObject'],
    ['<rect onload="alert(1)"/>', 'onload'],
    ['<rect x:onload="alert(1)" xmlns:x="http://www.w3.org/2000/svg"/>', 'x:onload'],
    ['<rect style="fill:u\\72l(https://exemple.fr/a)"/>', 'url('],
    ['<rect style="fill:u\\000072 l(https://exemple.fr/a)"/>', 'url('],
    ['<rect style="fill:u/**/rl(x)"/>', 'rl('],
    ['<rect fill="&#117;rl(https://exemple.fr/a)"/>', 'url('],
    ['<rect style="fill:url(data:image/svg+xml,x)"/>', 'url('],
    ['<rect style="fill:image-set(&quot;a.png&quot; 1x)"/>', 'image-set('],
    ['<rect style="fill:src(&quot;a.png&quot;)"/>', 'src('],
    ['<image href="data:image/svg+xml;base64,PHN2Zz4="/>', 'href'],
    ['<image href=" data:image/SVG+xml,x"/>', 'href'],
    ['<image x:href="https://exemple.fr" xmlns:x="http://www.w3.org/1999/xlink"/>', 'x:href'],
    ['<use href="autre.svg#a"/>', 'href'],
    ['<image src="a.png"/>', 'src'],
    ['<a href="https://exemple.fr"><rect/></a>', '<a'],
    ['<rect><set attributeName="href" to="javascript:alert(1)"/></rect>', '<set'],
    ['<feImage href="https://exemple.fr/a.png"/>', '<feImage'],
    ['<style>@import "https://exemple.fr/a.css";</style>', '@import'],
    ['<style>@\\69mport "https://exemple.fr/a.css";</style>', '@import'],
    ['<style><![CDATA[rect{fill:url(https://exemple.fr)}]]></style>', 'url('],
    ['<style>@font-face{font-family:a;src:url(a.woff)}</style>', '@font-face'],
    ['<g xml:base="https://exemple.fr/"><use href="#a"/></g>', 'xml:base'],
  ])('%s', (inside, quote) => {
    expect(writeDrawing(svg(inside)).active?.quote).toBe(quote)
  })

  test.each([
    '<?xml-stylesheet href="https://exemple.fr/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"/>',
  ])('%s', source => {
    expect(writeDrawing(source).active).not.toBeNull()
    expect(writeDrawing(source).svg).toBeNull()
  })
})

test.each([
  [svg('<rect fill="url(#a)" style="fill:url(#b)"/>'), '<rect fill="url(#a)" style="fill:url(#b)"></rect>'],
  [
    svg('<image href="data:image/png;base64,AAAA" width="9"/>'),
    '<image width="9" xlink:href="data:image/png;base64,AAAA" href="data:image/png;base64,AAAA"></image>',
  ],
  // What Inkscape notes for itself is no drawing.
  [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1"><i:guide/><metadata><a href="b"/></metadata><g i:label="Plan"><path d="M0 0"/></g></svg>',
    '<g><path d="M0 0"></path></g>',
  ],
  // Without its namespace no browser would show it.
  ['<svg><text>a &amp; b</text></svg>', '<text>a &amp; b</text>'],
  ['<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>', '<g></g>'],
  [
    svg('<style>/* a */ .b > c{fill:#fff;cursor:grab} d[e]{fill:red}</style>'),
    '<style>.b &gt; c{fill:#fff}</style>',
  ],
])('what is allowed of %s is written anew', (source, inside) => {
  expect(writeDrawing(source).svg).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>\n`,
  )
})

test('a drawing that does not close what it opens, or nests too deep, is told at its line', () => {
  expect(writeDrawing(svg('\n<g><rect>')).broken).toEqual({ line: 2, column: 4, quote: '<rect' })
  expect(writeDrawing(svg('<g>'.repeat(300) + '</g>'.repeat(300))).nested).toMatchObject({ line: 1 })
})

/** Names, addresses and spellings that a hostile drawing is made of, at random places. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'script s:script SCRIPT foreignObject image use style a set animate svg g rect x:g html:img handler'
      .split(' ')
      .flatMap(name => [`<${name}>`, `</${name}>`, `<${name} `]),
  ),
  fc.constantFrom(
    ...'xmlns xmlns:s xmlns:x x:href href xlink:href onload s:onclick style fill src xml:base xlink:type id'
      .split(' ')
      .flatMap(name => [`${name}="`, `${name}='`]),
  ),
  fc.constantFrom(
    'http://www.w3.org/2000/svg',
    'http://www.w3.org/1999/xlink',
    'http://www.w3.org/1999/xhtml',
    'https://exemple.fr/a',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'data:image/png;base64,AAAA',
    '#a',
  ),
  fc.constantFrom('url(', 'u\\72l(', '&#117;rl(', ')', '@import ', '\\40 import', 'expression('),
  fc.constantFrom('fill:', ';', '{', '}', '/*', '*/', ' ', '\n', '\0'),
  fc.constantFrom('"', "'", '>', '/>', '<', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '?>', '<!DOCTYPE '),
  fc.constantFrom('&lt;', '&#60;', '&'),
  fc.string({ maxLength: 4 }),
)

test('whatever is in it, what is written is allowed, and the same when written again', () => {
  const hostile = fc.array(piece, { maxLength: 40 }).map(pieces => svg(pieces.join('')))
  fc.assert(
    fc.property(hostile, source => {
      const { svg: written } = writeDrawing(source)
      if (written === null) return
      new Parser(
        {
          onopentag(name, attributes) {
            expect(elements).toContain(name)
            for (const [attribute, value] of Object.entries(attributes)) {
              expect(attribute).not.toMatch(/^on|:on|^src$|base/i)
              if (/href/.test(attribute)) expect(value).toMatch(/^(?:#|data:image\/(?:png|jpeg);base64,)/)
              if (!/^(?:xmlns|id|class|aria)/.test(attribute) && !/href/.test(attribute))
                expect(value).not.toMatch(/url\((?!["']?#)|javascript:|@import/i)
            }
          },
        },
        { xmlMode: true },
      ).end(written)
      expect(written).not.toMatch(/<[!?]/)
      for (const [sheet] of written.matchAll(/<style[^>]*>[^<]*/g))
        expect(sheet).not.toMatch(/@|url\((?!(?:"|'|&quot;)?#)/i)
      expect(writeDrawing(written)).toMatchObject({ svg: written, active: null, nested: null, broken: null })
    }),
    { numRuns: runs(200) },
  )
})

test.each([
  ['a frame without surface', '<svg viewBox="0 0 0 0"><path d="M0 0h9"/></svg>', { blank: 'frame' }],
  ['a side of no length', '<svg width="0mm" height="9"><path d="M0 0h9"/></svg>', { blank: 'frame' }],
  // Browsers draw it as 300 × 150, and cut the rest off.
  ['neither frame nor size', '<svg><path d="M0 0h900v600z"/></svg>', { blank: 'frame' }],
  ['no shape', '<svg viewBox="0 0 9 9"><g/><use href="#rien"/></svg>', { blank: 'shape' }],
  [
    'all there',
    '<svg viewBox="0,0,9,9"><g id="a"><text>Un <tspan>mot</tspan></text></g><use href="#a"/></svg>',
    { blank: null, words: 'Un mot' },
  ],
])('a drawing in which nothing can be seen is told: %s', (_, svg, expected) => {
  expect(writeDrawing(svg)).toMatchObject(expected)
})
