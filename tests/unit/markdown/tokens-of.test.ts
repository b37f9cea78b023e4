import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { cutChildren } from '../../../src/blocks/items.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { tokensOf } from '../../../src/kit/body/tokens-of.ts'
import { plainText, textOfTokens } from '../../../src/text/tokens.ts'
import { fixtureFiles, readCases } from './read-cases.ts'

const parse = (source: string) => parseBody(source, { file: 'essai.md', firstLine: 7 }).corps

describe.each([...fixtureFiles('blocks'), ...fixtureFiles('typographie')])('$nom', ({ text }) => {
  test.each(readCases(text))('$titre', ({ source }) => {
    const corps = parse(source)
    const elsewhere = structuredClone(corps)
    expect(elsewhere, 'a body is plain data').toStrictEqual(corps)
    expect(tokensOf(elsewhere), 'parsed on demand').toStrictEqual(tokensOf(corps))
    expect(corps.texte).toBe(textOfTokens(tokensOf(corps)))
  })
})

test('a body is parsed once', () => {
  const corps = parse("## L'ESS\n\nPour quoi faire ?")
  expect(tokensOf(corps)).toBe(tokensOf(corps))
  const elsewhere = structuredClone(corps)
  expect(tokensOf(elsewhere)).toBe(tokensOf(elsewhere))
})

test('an item is cut outside its emphasis', () => {
  const [inline] = new MarkdownIt().parseInline('*Lieux, liens*, Réseau', {})
  const cut = cutChildren(inline?.children ?? [], /,\s/)
  expect([cut?.before, cut?.after].map(half => plainText(half ?? null))).toEqual(['Lieux, liens', 'Réseau'])
})
