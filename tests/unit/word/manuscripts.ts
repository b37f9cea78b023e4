import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const folder = new URL('../../fixtures/manuscrits/', import.meta.url)

/** The manuscripts of the tests: Word files, or folders of the parts that make one. */
export function manuscripts(): { nom: string; bytes: Uint8Array; attendu: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() || entry.name.endsWith('.docx'))
    .map(entry => {
      const nom = entry.name.replace(/\.docx$/, '')
      const bytes = entry.isDirectory() ? fromFolder(nom) : readFileSync(new URL(entry.name, folder))
      return { nom, bytes, attendu: new URL(`${nom}.attendu.md`, folder).pathname }
    })
    .sort((a, b) => (a.nom < b.nom ? -1 : 1))
}

function fromFolder(nom: string): Uint8Array {
  const dir = new URL(`${nom}/`, folder)
  return docxOf(
    Object.fromEntries(
      readdirSync(dir).map(file => [`word/${file}`, readFileSync(new URL(file, dir), 'utf8')]),
    ),
  )
}

/** A Word file of the parts that a test writes. */
export const docxOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

/** A document of paragraphs, written as WordprocessingML. */
export const documentOf = (...paragraphs: string[]): string =>
  `<w:document xmlns:w="w"><w:body>${paragraphs.join('')}</w:body></w:document>`

export const p = (text: string, set = ''): string =>
  `<w:p><w:pPr>${set}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A Word file of paragraphs. */
export const wordOf = (...paragraphs: string[]): Uint8Array =>
  docxOf({ 'word/document.xml': documentOf(...paragraphs) })

/** One that begins with a title. */
export const titled = (titre: string, ...texts: string[]): Uint8Array =>
  wordOf(p(titre, '<w:pStyle w:val="Title"/>'), ...texts.map(text => p(text)))

/** A run of a paragraph. @param look its properties */
export const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** The file with some of its parts written otherwise, as a program or a person would. */
export function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (part: string) => string>>,
): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[path] ?? new Uint8Array())
    const after = edit(before)
    if (after === before) throw new Error(`${path} is not edited`)
    parts[path] = strToU8(after)
  }
  return zipSync(parts)
}
