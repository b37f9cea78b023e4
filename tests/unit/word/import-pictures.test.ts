import { expect, test } from 'vitest'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import type { WordPicture } from '../../../src/word/write/markup.ts'
import { documentOf, docxOf, p } from './manuscripts.ts'
import { levier, readBack, setting } from './setting.ts'

test('a picture goes into the kit, its words are asked for', () => {
  const taken = new Set(['images/essai-1.png'])
  const imported = importWord(fileWith(p('Un texte.'), drawn('Image 1', '')), { ...levier, taken })
  expect(imported.pictures.map(({ path }) => path)).toEqual(['images/essai-2.png'])
  expect(imported.markdown).toContain('![](images/essai-2.png)')
  expect(imported.complete.map(({ text }) => text)).toContain('ce que montre l’image, entre les crochets')
})

const drawn = (name: string, descr: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="9" name="${name}" descr="${descr}"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r></w:p>`

const partsWith = (...paragraphs: string[]) => ({
  'word/document.xml': documentOf(...paragraphs),
  'word/_rels/document.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="x/image" Target="media/image1.png"/></Relationships>',
  'word/media/image1.png': new Uint8Array([1, 2, 3]),
})
const fileWith = (...paragraphs: string[]) => docxOf(partsWith(...paragraphs))
const styledFile = (...paragraphs: string[]) =>
  fileWith(p('Une phrase.', '<w:pStyle w:val="Consigne"/>'), ...paragraphs)

test.each([
  ['between paragraphs', drawn('Image 1', 'Des arbres')],
  [
    'in a paragraph of the template',
    drawn('Image 1', 'Des arbres').replace('<w:r>', '<w:pPr><w:pStyle w:val="Consigne"/></w:pPr><w:r>'),
  ],
  ['in a cell', `<w:tbl><w:tr><w:tc>${p('Un')}${drawn('Image 1', 'Des arbres')}</w:tc></w:tr></w:tbl>`],
])('a picture that is put into a file in the styles of the kit goes into the kit: %s', (_, added) => {
  const imported = importWord(styledFile(added), levier)
  expect(imported.pictures).toEqual([{ path: 'images/essai-1.png', bytes: new Uint8Array([1, 2, 3]) }])
  expect(imported.markdown).toContain('\n![Des arbres](images/essai-1.png)\n')
  expect(imported.complete.map(({ text }) => text)).toContain(
    'le crédit et la licence de l’image, dans images/credits.yaml',
  )
  expect(imported.lost).toEqual([])
})

const caption = (text: string, style = 'caption') => p(text, `<w:pStyle w:val="${style}"/>`)

test.each([
  ['a manuscript', p('Une phrase.')],
  ['a file in the styles of the kit', p('Une phrase.', '<w:pStyle w:val="Consigne"/>')],
])('what Word has below a picture is its caption, in %s', (_, first) => {
  const shown = importWord(
    fileWith(first, drawn('Image 1', 'Des arbres'), caption('Le "parc", en mai'), p('Suite.')),
    levier,
  )
  expect(shown.markdown).toContain('\n![Des arbres](images/essai-1.png "Le \\"parc\\", en mai")\n\nSuite.')
  expect(shown.lost).toEqual([])
})

test('a picture that its file lacks is told as such, and its caption stays', () => {
  const { 'word/media/image1.png': _, ...parts } = partsWith(
    p('Un texte.'),
    drawn('Image 1', ''),
    caption('Le parc'),
  )
  const { markdown, messages, lost } = importWord(docxOf(parts), levier)
  expect(messages).toEqual([expect.stringContaining('manque dans le fichier Word (image1.png)')])
  expect(markdown).toContain('\nLe parc\n')
  expect(lost).toEqual([])
})

test('a picture with a caption goes to Word and back', () => {
  const source = '---\nnumero: 1\n---\n\nUn texte.\n\n![Le marché](images/marche.png "Un samedi, à Lyon")\n'
  const picture: WordPicture = { type: 'png', bytes: new Uint8Array([1]), width: 30, height: 20 }
  const pictures = new Map([['images/marche.png', picture]])
  for (const shown of [setting, { ...setting, pictures }]) {
    const { kept, anew } = readBack(ficheToWord(source, shown))
    expect(kept).toBe(source)
    expect(anew).toContain('![Le marché](images/marche.png "Un samedi, à Lyon")')
  }
})

test('a picture of the kit stays the one it is', () => {
  const imported = importWord(styledFile(drawn('images/marche.png', 'Le marché')), levier)
  expect(imported.pictures).toEqual([])
  expect(imported.markdown).toContain('\n![Le marché](images/marche.png)\n')
  expect(imported.complete.map(({ text }) => text).join()).not.toContain('crédit')
})
