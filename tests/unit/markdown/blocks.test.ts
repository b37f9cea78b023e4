import { describe, expect, test } from 'vitest'
import type { Medium } from '../../../src/kit.ts'
import { blocks } from '../../../src/markdown/blocks/index.ts'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import { parseBody } from '../../../src/markdown/parse.ts'
import { ficheOf, kitOf } from './kit.ts'
import { fixtureFiles, readable, readCases } from './read-cases.ts'

const files = fixtureFiles('blocks')

describe.each(files)('$nom', ({ nom, text }) => {
  test.each(readCases(text))(`$titre (blocks/${nom}.md:$line)`, ({ source, attendus, problemes }) => {
    const { corps, diagnostics } = parseBody(source, { file: 'essai.md', firstLine: 1 })
    expect(diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual(problemes)
    const fiche = ficheOf(corps)
    for (const [medium, html] of Object.entries(attendus)) {
      const renderer = createRenderer(kitOf(fiche), medium as Medium)
      expect(readable(renderer.fiche(fiche).html), medium).toBe(html)
    }
  })
})

test('each block has its fixture', () => {
  const noms = files.map(({ nom }) => nom)
  expect(noms).toEqual(expect.arrayContaining(blocks.map(({ nom }) => nom)))
})
