import { readFile, writeFile } from 'node:fs/promises'
import { readShippedTokens } from '../src/content/shipped-tokens.ts'
import { paletteOf } from '../src/word/palette.ts'
import { wordTemplate } from '../src/word/template.ts'
import { fillGuide } from './fill-guide.ts'

/** `npm run generate`: writes the tables of the authors' guide and the template for Word anew.
 *  `tests/unit/content/guide.test.ts` and `tests/unit/word/template.test.ts` fail when that was forgotten. */
const docs = new URL('../docs/', import.meta.url)

const guide = await readFile(new URL('guide-redaction.md', docs), 'utf8')
await generate('guide-redaction.md', Buffer.from(fillGuide(guide)))
const tokens = readShippedTokens()
await generate('modele-fiche.docx', wordTemplate(paletteOf(tokens, 'introductive')))

async function generate(name: string, bytes: Uint8Array): Promise<void> {
  const path = new URL(name, docs)
  const former = await readFile(path).catch(() => null)
  const same = former?.equals(bytes)
  if (!same) await writeFile(path, bytes)
  console.log(`docs/${name} ${same ? 'is up to date' : 'written'}`)
}
