import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { blocks } from '../../../src/blocks/list.ts'
import { readShippedTokens } from '../../../src/kit/tokens.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { blockStyle } from '../../../src/word/parts.ts'
import { paragraphsOf } from '../../../src/word/read/manuscript.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { wordTemplate } from '../../../src/word/template.ts'
import { paletteOf } from '../../../src/word/write/style-sheet.ts'
import { importing, setting } from './setting.ts'

const path = new URL('../../../docs/modele-fiche.docx', import.meta.url)

test('docs/modele-fiche.docx is what npm run generate writes', async () => {
  const template = wordTemplate(paletteOf(readShippedTokens(), 'introductive'))
  expect(readFileSync(path).equals(template)).toBe(true)
})

test('the template shows each block, and nothing of it is imported', () => {
  const bytes = readFileSync(path)
  const styles = paragraphsOf(readManuscript(bytes).elements).map(({ style }) => style)
  for (const { name } of blocks)
    expect(
      styles.some(style => style.startsWith(blockStyle(name, 'titre').split(' :')[0] ?? '')),
      name,
    ).toBe(true)
  const { markdown, lost } = importWord(bytes, importing)
  expect(markdown.slice(markdown.lastIndexOf('---') + 3).trim()).toBe('')
  expect(lost).toEqual([])
})

test('another reader of Word opens the template and a fiche, and finds their words', async () => {
  const fiche = readFileSync(
    new URL('../../../fiches/leviers/08-commande-publique.md', import.meta.url),
    'utf8',
  )
  for (const bytes of [readFileSync(path), Buffer.from(ficheToWord(fiche, setting))]) {
    const { value, messages } = await mammoth.extractRawText({ buffer: bytes })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(value.length).toBeGreaterThan(1000)
  }
})
