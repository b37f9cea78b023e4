import { expect, test } from 'vitest'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importManuscript, importWord } from '../../../src/word/import-word.ts'
import type { WordElement, WordParagraph } from '../../../src/word/read/manuscript.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { documentOf, docxOf, p } from './manuscripts.ts'
import { importing, levier, setting } from './setting.ts'

const item = (text: string, id = 1, depth = 0, style = '') =>
  p(text, `${style}<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`)

const level = (depth: number, start: number) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/></w:lvl>`
const numbering = `<w:numbering>
  <w:abstractNum w:abstractNumId="0">${level(0, 1)}${level(1, 1)}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 5)}</w:abstractNum>
  ${[0, 1].map(kind => `<w:num w:numId="${kind + 1}"><w:abstractNumId w:val="${kind}"/></w:num>`).join('')}
</w:numbering>`

/** The text of a fiche, below its front matter. */
const bodyOf = (markdown: string) => markdown.slice(markdown.indexOf('\n---\n') + 5).trim()

const importedFrom = (...paragraphs: string[]) => {
  const word = docxOf({ 'word/document.xml': documentOf(...paragraphs), 'word/numbering.xml': numbering })
  const { markdown, messages, lost } = importWord(word, { ...levier, numero: 1 })
  expect([...messages, ...lost]).toEqual([])
  return bodyOf(markdown)
}

test('a list that a paragraph interrupts goes on counting', () => {
  expect(
    importedFrom(
      p('Trois étapes.'),
      item('Délibérer'),
      p('Au conseil.'),
      item('Publier'),
      item('Attendre').replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>'),
      p('En ligne.'),
      item('Choisir'),
    ),
  ).toBe(
    'Trois étapes.\n\n1. Délibérer\n\nAu conseil.\n\n2. Publier\n3. **Attendre**\n\nEn ligne.\n\n4. Choisir',
  )
})

test('each list counts for itself, and a list in a list begins anew below each item', () => {
  expect(
    importedFrom(
      p('Texte.'),
      item('Un'),
      item('sous un', 1, 1),
      item('sous deux', 1, 1),
      item('Deux'),
      item('sous trois', 1, 1),
      p('Texte.'),
      item('Cinq', 2),
      p('Texte.'),
      item('Trois'),
      p('Texte.'),
      item('Six', 2),
    ),
  ).toBe(
    'Texte.\n\n1. Un\n   1. sous un\n   2. sous deux\n2. Deux\n   1. sous trois\n\nTexte.\n\n5. Cinq\n\nTexte.\n\n3. Trois\n\nTexte.\n\n6. Six',
  )
})

test('in the styles of the kit too', () => {
  const style = '<w:pStyle w:val="List Paragraph"/>'
  expect(
    importedFrom(
      p('Ce qui suit est à remplacer.', '<w:pStyle w:val="Consigne"/>'),
      item('Un', 1, 0, style),
      item('Deux', 1, 0, style),
      p('Texte.'),
      item('Trois', 1, 0, style),
      item('Quatre', 1, 0, style),
    ),
  ).toBe('1. Un\n2. Deux\n\nTexte.\n\n3. Trois\n4. Quatre')
})

test('a paragraph that is put into a list of a fiche in Word leaves its numbers', () => {
  const source = '---\nnumero: 1\nslug: un\ntitre: Un\n---\n\nTexte.\n\n3. trois\n4. quatre\n5. cinq\n'
  const manuscript = readManuscript(ficheToWord(source, setting))
  const isWords = (word: WordElement): word is WordParagraph =>
    word.kind === 'paragraph' && word.runs[0]?.text === 'Texte.'
  const added = manuscript.elements.find(isWords)
  if (!added) throw new Error('the fiche begins with a paragraph')
  const elements = manuscript.elements.toSpliced(-2, 0, added)
  const { markdown } = importManuscript({ ...manuscript, elements }, importing)
  expect(bodyOf(markdown)).toBe('Texte.\n\n3. trois\n\nTexte.\n\n4. quatre\n5. cinq')
})
