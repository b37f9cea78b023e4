import { readFile, writeFile } from 'node:fs/promises'
import { fillGuide } from './fill-guide.ts'

/** `npm run generate`: writes the tables of the authors' guide anew. `tests/unit/content/guide.test.ts` fails when that
 *  was forgotten. */
const path = new URL('../docs/guide-redaction.md', import.meta.url)

const guide = await readFile(path, 'utf8')
const filled = fillGuide(guide)
if (filled !== guide) await writeFile(path, filled)
console.log(filled === guide ? 'docs/guide-redaction.md is up to date' : 'docs/guide-redaction.md written')
