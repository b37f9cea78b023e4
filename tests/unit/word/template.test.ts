import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { blocks } from '../../../src/blocks/index.ts'
import { readShippedTokens } from '../../../src/kit/tokens.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { blockStyle } from '../../../src/word/parts.ts'
import { paragraphsOf } from '../../../src/word/read/manuscript.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { wordTemplate } from '../../../src/word/template.ts'
import { paletteOf } from '../../../src/word/write/style-sheet.ts'
import { edited } from './manuscripts.ts'
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

const familles = [
  { id: 'introductive', singulier: 'Fiche introductive', pluriel: 'Introductives' },
  { id: 'levier', singulier: 'Fiche levier', pluriel: 'Leviers' },
]

/** The template with these words written into it, in the place of its own, and these values beside the labels of its table. */
function filled(words: Record<string, string>, values: Record<string, string>): Uint8Array {
  return edited(readFileSync(path), {
    'word/document.xml': part => {
      let document = part
      const put = (pattern: RegExp | string, text: string) => {
        const next = document.replace(pattern, text)
        expect(next, String(pattern)).not.toBe(document)
        document = next
      }
      for (const [from, to] of Object.entries(words)) put(`>${from}<`, `>${to}<`)
      for (const [label, value] of Object.entries(values))
        put(
          new RegExp(`(>${label}</w:t>.*?<w:pStyle w:val="EnteteValeur"/></w:pPr><w:r)/>`),
          `$1><w:t>${value}</w:t></w:r>`,
        )
      return document
    },
  })
}

test('the template is understood as an author fills it, and as Word changes what is typed', () => {
  const bytes = filled(
    {
      '[Titre de la fiche]': 'Habiter autrement',
      '[Titre de section]': 'Les leviers d’action {.Leviers}',
      '[Titre dans la section]': 'Réhabiliter { picto = Coins }',
      '[Texte]': 'Comme le dit [[ reperes ]].',
    },
    {
      Famille: 'Fiche levier',
      Statut: 'Publiée',
      'Mise à jour': 'mars 2026',
      'Droit vérifié en': '12 février 2026',
    },
  )
  const { markdown, lost, complete } = importWord(bytes, { ...importing, familles })
  for (const line of [
    'famille: levier',
    'statut: publiee',
    'maj: 2026-03',
    'verifie: 2026-02',
    "## Les leviers d'action {.leviers}",
    '### Réhabiliter {picto=coins}',
    'Comme le dit [[reperes]].',
  ])
    expect(markdown.split('\n')).toContain(line)
  expect(lost).toEqual([])
  expect(complete.map(({ text }) => text)).toEqual(['le résumé, une phrase de 160 caractères au plus'])
})

test.each([
  ['leviers', 'levier'],
  ['fiche  Levier', 'levier'],
  ['Introductives', 'introductive'],
  ['une autre', 'une autre'],
])('the family « %s » is %s', (written, id) => {
  const bytes = filled({ '[Titre de la fiche]': 'Habiter' }, { Famille: written })
  expect(importWord(bytes, { ...importing, familles }).markdown).toContain(`famille: ${id}\n`)
})

test.each([
  ['Mars 2026', '2026-03'],
  ['1er août 2025', '2025-08'],
  ['03/2026', '2026-03'],
  ['2026-03', '2026-03'],
  ['au printemps 2026', 'au printemps 2026'],
])('the month « %s » is %s', (written, month) => {
  const bytes = filled({ '[Titre de la fiche]': 'Habiter' }, { 'Mise à jour': written })
  expect(importWord(bytes, importing).markdown).toContain(`maj: ${month}\n`)
})
