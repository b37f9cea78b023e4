import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { blocks } from '../../../src/blocks/index.ts'
import { plainRun } from '../../../src/word/element.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { wordToFiche } from '../../../src/word/markdown/write-body.ts'
import { ficheElements } from '../../../src/word/read/fiche-elements.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { untypeset } from '../../../src/word/typeset.ts'
import { wordsOf } from '../../../src/word/words.ts'
import { kitTexts } from '../../content/kit-files.ts'
import { runs, sampleOf } from '../../thorough.ts'
import { fixtureFiles, readCases } from '../markdown/read-cases.ts'
import { body } from './markdown-pieces.ts'
import { readBack, setting } from './setting.ts'

/** What the press reads the same: characters of a keyboard, spaces that it sets itself, the rule of a table. */
const asRead = (text: string) =>
  untypeset(text)
    .replace(/^\|[-| ]+\|$/gm, '| --- |')
    .replace(/["«»] ?| ?»/g, '"')
    .replace(/n° ?(?=\d)/g, 'n°')
    .replace(/(?<=: )["']|["']$/gm, '')
    .replace(/\s+/g, ' ')

/** Words in any order; a list counts its items anew. */
const counted = (text: string) => wordsOf(text.replace(/^\s*\d+\. /gm, '')).sort()

describe('a fiche to Word and back', () => {
  test.each(sampleOf(kitTexts(), 3))('$file is the same text, to the sign', ({ text: source }) => {
    const { kept, anew } = readBack(ficheToWord(source, setting))
    expect(kept).toBe(source)
    // Another program may have lost the part that keeps the Markdown.
    expect(asRead(anew)).toBe(asRead(source))
  })

  const cases = fixtureFiles('blocks').flatMap(({ nom, text }) =>
    readCases(text).map(one => ({ titre: `${nom} : ${one.titre}`, source: `${one.source}\n` })),
  )
  test.each(cases)('$titre', ({ source }) => {
    const { kept, anew } = readBack(ficheToWord(source, setting))
    expect(kept).toBe(source)
    expect(wordsOf(anew)).toEqual(wordsOf(source))
  })

  test('two tables that follow each other do not touch: Word would make one of them', () => {
    const table = '| Un | Deux |\n| --- | --- |\n| a | b |\n'
    const source = `---\nnumero: 1\ntitre: Un titre\n---\n\n${table}\n${table}`
    const xml = strFromU8(unzipSync(ficheToWord(source, setting))['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/<w:tbl>/g)?.length).toBeGreaterThan(1)
    expect(xml).not.toMatch(/<\/w:tbl>\s*<w:tbl>/)
  })

  test('a month is said in words, and comes back as it is written', () => {
    const source = '---\nnumero: 1\ntitre: Un titre\nmaj: 2025-11\nverifie: 2024-09\n---\n\nUn texte.\n'
    const bytes = ficheToWord(source, setting)
    const words = JSON.stringify(readManuscript(bytes).elements)
    expect(words).toContain('novembre 2025')
    expect(words).not.toContain('2025-11')
    expect(readBack(bytes)).toEqual({ kept: source, anew: source })
  })

  test('two quotations that follow each other stay two', () => {
    const source = '> Une voix.\n\n> Une autre.\n'
    expect(readBack(ficheToWord(source, setting))).toEqual({ kept: source, anew: source })
  })

  const pairs = blocks
    .flatMap(({ name, template }) => [template, `::: ${name}`])
    .flatMap(open =>
      ['Mot achat.', '- Mot *achat*.', '- Mot achat.\n\nMot.'].map(text => `${open}\n${text}\n:::\n`),
    )
  test.each([...new Set(pairs)])('two blocks in a row stay two: %j', block => {
    const untitled = block.replace(/^(::: \S+).*/, '$1').replace('Mot', 'Autre')
    const source = `${block}\n${untitled}\n${block}`
    const { kept, anew } = readBack(ficheToWord(source, setting))
    expect(kept).toBe(source)
    expect(counted(anew)).toEqual(counted(source))
  })

  test('any text comes back to the sign', () => {
    fc.assert(
      fc.property(body, text => {
        // A text may begin with a line: at the head of a file it would be taken for that of its settings.
        const source = `---\nnumero: 1\ntitre: Un\n---\n\n${text}`
        const { kept, anew } = readBack(ficheToWord(source, setting))
        expect(kept).toBe(source)
        expect(counted(anew)).toEqual(counted(source))
      }),
      { numRuns: runs(20) },
    )
  })

  test('a paragraph that was edited in Word changes, and no other line', () => {
    const source =
      '---\nnumero: 1\ntitre: Un\n---\n\nUn début.\n\n|a|b|\n|---|---|\n|1|2|\n\n* point\n* autre\n\nFin.\n'
    const manuscript = readManuscript(ficheToWord(source, setting))
    const fiche = ficheElements(manuscript.elements)
    const [first] = fiche.elements
    if (first?.kind !== 'paragraph') throw new Error('the fiche begins with a paragraph')
    fiche.elements[0] = { ...first, runs: [plainRun('Un autre début.')] }
    expect(wordToFiche(fiche, manuscript.source).markdown).toBe(
      source.replace('Un début.', 'Un autre début.'),
    )
  })
})
