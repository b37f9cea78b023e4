import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importWord } from '../../../src/word/import-word.ts'
import { UnreadableWord } from '../../../src/word/read/open-package.ts'
import { documentOf, docxOf, p, wordOf } from './manuscripts.ts'
import { importing } from './setting.ts'

const setting = { ...importing, nom: '1-essai' }
const sound = () => wordOf(p('Un texte.'))

/** What a person is told of a file that may not be read. */
function refusal(bytes: Uint8Array): string {
  try {
    importWord(bytes, setting)
  } catch (error) {
    if (error instanceof UnreadableWord) return error.message
    throw error
  }
  throw new Error('the file was read')
}

/** A zip that says of its only part that it unpacks to `size` bytes. */
function lying(size: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) })
  const view = new DataView(bytes.buffer)
  const directory = bytes.length - 22 - 46 - 'word/document.xml'.length
  view.setUint32(directory + 24, size, true)
  return bytes
}

const deep = `<w:document xmlns:w="w"><w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:body></w:document>`

describe('a file that may not be read is refused in one French sentence', () => {
  const files: [string, Uint8Array, RegExp][] = [
    [
      '101 MB in a small zip',
      zipSync({ 'word/document.xml': new Uint8Array(101_000_000) }),
      /dépasse 100 Mo/,
    ],
    [
      'a text of a hundred thousand paragraphs',
      wordOf(p('Un texte. ').repeat(400_000)),
      /est celui d’un livre/,
    ],
    ['a part that hides its size', lying(1000), /abîmé/],
    ['a part that says it is vast', lying(4_000_000_000), /dépasse 100 Mo/],
    ['a file of 60 MB', new Uint8Array(60_000_000), /pèse 60 Mo, 50 Mo au plus/],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /ancien fichier \.doc/],
    ['no zip', new TextEncoder().encode('bonjour'), /pas un fichier \.docx/],
    ['half a zip', sound().subarray(0, 120), /abîmé/],
    ['an OpenDocument text', docxOf({ mimetype: 'x', 'content.xml': '<a/>' }), /OpenDocument/],
    ['a table of figures', docxOf({ 'xl/workbook.xml': '<a/>' }), /pas un document de Word/],
    [
      'entities',
      docxOf({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY x "y">]>${documentOf(p('&x;'))}` }),
      /entités XML/,
    ],
    [
      'an element that is not closed',
      docxOf({ 'word/document.xml': '<w:document><w:body><w:p></w:body></w:document>' }),
      /abîmé/,
    ],
    ['elements 5 000 deep', docxOf({ 'word/document.xml': deep }), /plus de 200 éléments/],
  ]
  test.each(files)('%s', (_, bytes, pattern) => {
    const message = refusal(bytes)
    expect(message).toMatch(pattern)
    expect(message).toMatch(/^[^\n]+\.$/)
  })
})

test('pictures from elsewhere are told, and not fetched', () => {
  const { messages, pictures, markdown } = importWord(
    docxOf({
      'word/document.xml': documentOf(
        p('Un texte.'),
        '<w:p><w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r></w:p>',
        '<w:p><w:hyperlink r:id="rId2"><w:r><w:t>piège</w:t></w:r></w:hyperlink></w:p>',
      ),
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId2" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
    }),
    setting,
  )
  expect(pictures).toEqual([])
  expect(markdown).toContain('\npiège\n')
  expect(messages).toEqual([
    'Une image est hors du fichier : elle n’a pas été cherchée. L’insérer dans le document, puis recommencer.',
  ])
})
