import { expect, test } from 'vitest'
import { importWord } from '../../../src/word/import-word.ts'
import { documentOf, docxOf, p } from './manuscripts.ts'
import { importing } from './setting.ts'

const levier = { ...importing, nom: '03-essai', famille: 'levier' }

test('a picture goes into the kit, its words are asked for', () => {
  const drawing =
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr=""/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r></w:p>'
  const imported = importWord(
    docxOf({
      'word/document.xml': documentOf(p('Un texte.'), drawing),
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/image" Target="media/image1.png"/></Relationships>',
      'word/media/image1.png': new Uint8Array([1, 2, 3]),
    }),
    { ...levier, taken: new Set(['images/essai-1.png']) },
  )
  expect(imported.pictures.map(({ path }) => path)).toEqual(['images/essai-2.png'])
  expect(imported.markdown).toContain('![](images/essai-2.png)')
  expect(imported.complete.map(({ text }) => text)).toContain('ce que montre l’image, entre les crochets')
})

const drawn = (name: string, descr: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="9" name="${name}" descr="${descr}"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r></w:p>`

const styledFile = (...paragraphs: string[]) =>
  docxOf({
    'word/document.xml': documentOf(p('Une phrase.', '<w:pStyle w:val="Consigne"/>'), ...paragraphs),
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/image" Target="media/image1.png"/></Relationships>',
    'word/media/image1.png': new Uint8Array([1, 2, 3]),
  })

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

test('a picture of the kit stays the one it is', () => {
  const imported = importWord(styledFile(drawn('images/marche.png', 'Le marché')), levier)
  expect(imported.pictures).toEqual([])
  expect(imported.markdown).toContain('\n![Le marché](images/marche.png)\n')
  expect(imported.complete.map(({ text }) => text).join()).not.toContain('crédit')
})
