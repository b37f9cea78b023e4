import { readFile, writeFile } from 'node:fs/promises'
import { readShippedTokens } from '../src/kit/index.ts'
import { paletteOf, wordTemplate } from '../src/word/index.ts'
import { fillGuide } from './fill-guide.ts'
import {
  cutSigns,
  cutWebFonts,
  listDrawnCharacters,
  listIcons,
  listPlaces,
  measureAdvances,
} from './generated-tables.ts'
import { listShipped } from './list-shipped.ts'

/** `npm run generate`: writes what is made of schemas, fonts and data sets. The tests of each file fail when that was forgotten. */
const home = new URL('../', import.meta.url)

const guide = await readFile(new URL('docs/guide-redaction.md', home), 'utf8')
await generate('docs/guide-redaction.md', Buffer.from(fillGuide(guide)))
await generate('src/charts/advances.json', Buffer.from(await measureAdvances()))
for (const [file, bytes] of await cutSigns()) await generate(`styles/print/polices/${file}`, bytes)
for (const [file, bytes] of await cutWebFonts()) await generate(`styles/web/polices/${file}`, bytes)
const { communes, regions } = listPlaces()
await generate('build/pages/communes.csv', Buffer.from(communes))
await generate('build/pages/regions.json', Buffer.from(regions))
await generate('src/kit/drawn.json', Buffer.from(await listDrawnCharacters()))
await generate('src/text/icons.tsv', Buffer.from(await listIcons()))
await generate('build/edition/papers/shipped.json', Buffer.from(await listShipped()))
const tokens = readShippedTokens()
await generate('docs/modele-fiche.docx', wordTemplate(paletteOf(tokens, 'introductive')))

async function generate(file: string, bytes: Uint8Array): Promise<void> {
  const path = new URL(file, home)
  const former = await readFile(path).catch(() => null)
  const same = former?.equals(bytes)
  if (!same) await writeFile(path, bytes)
  console.log(`${file} ${same ? 'is up to date' : 'written'}`)
}
