import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'fflate'
import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/web/search/documents.ts'
import type { Copy } from '../planted-edition.ts'

/** Changes what the search knows, as a press would write it: its own name and the offline list agree with it. */
export async function respell({ dir, edit }: Copy, change: (data: SearchData) => void): Promise<void> {
  const site = (path: string) => join(dir, 'site', path)
  const { index } = JSON.parse(await readFile(site(SEARCH_POINTER), 'utf8')) as SearchPointer
  const data = JSON.parse(new TextDecoder().decode(inflateSync(await readFile(site(index))))) as SearchData
  change(data)
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(data)))
  const next = `assets/recherche-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.bin`
  await rm(site(index))
  await writeFile(site(next), bytes)
  await edit('site/sw.js', text => text.replaceAll(index, next))
  await edit(`site/${SEARCH_POINTER}`, text => text.replace(index, next))
}
