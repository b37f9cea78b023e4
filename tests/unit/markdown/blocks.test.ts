import { describe, expect, test } from 'vitest'
import { blocks } from '../../../src/blocks/index.ts'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import { ficheOf, kitOf, rendered } from './kit.ts'
import { fixtureFiles, readable, readCases } from './read-cases.ts'

const files = fixtureFiles('blocks')

describe.each(files)('$nom', ({ nom, text }) => {
  test.each(readCases(text))(`$titre (blocks/${nom}.md:$line)`, ({ source, attendus, problemes }) => {
    const { corps, problems } = parseBody(source, { file: 'essai.md', firstLine: 1 })
    expect(problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual(problemes)
    const fiche = ficheOf(corps)
    for (const [medium, html] of Object.entries(attendus)) {
      const renderer = createRenderer(kitOf(fiche), medium as Medium)
      expect(readable(renderer.fiche(fiche).html), medium).toBe(html)
    }
  })
})

test('each block has its fixture', () => {
  const noms = files.map(({ nom }) => nom)
  expect(noms).toEqual(expect.arrayContaining(blocks.map(({ name }) => name)))
})

test.each([
  ['a short one as wide as a text', 40, 'description'],
  ['a long one in two columns', 90, 'description longue'],
])('the description of a drawing on paper: %s', (_, words, classe) => {
  const source = `::: schema images/scic.svg Un titre\n${'mot deux '.repeat(words)}\n:::\n`
  expect(rendered(source, 'print')).toContain(`<div class="${classe}">`)
  expect(rendered(source, 'web')).toContain('<div class="description">')
})

test.each([
  ['five times as wide as high', { width: 2500, height: 500 }, true],
  ['as wide as other photographs', { width: 2500, height: 1200 }, false],
  ['too coarse to be larger than its text', { width: 800, height: 160 }, false],
  ['a drawing, without pixels', null, false],
])('a panorama on paper: %s', (_, pixels, isPanorama) => {
  const images = { 'images/fleuve.jpg': { credit: 'Moi', licence: 'CC BY', alt: '', pixels } }
  const htmlIn = (medium: Medium) => rendered('![Le fleuve](images/fleuve.jpg)', medium, { images })
  expect(htmlIn('print').includes('class="panorama"')).toBe(isPanorama)
  expect(htmlIn('web')).not.toContain('panorama')
})
