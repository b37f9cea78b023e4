import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { cutChildren } from '../../../src/blocks/items.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { tokensOf } from '../../../src/kit/body/tokens-of.ts'
import { plainText } from '../../../src/text/tokens.ts'

const parse = (source: string) => parseBody(source, { file: 'essai.md', firstLine: 7 }).corps

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
