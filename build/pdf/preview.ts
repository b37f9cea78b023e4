import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit.ts'
import { orGone } from '../browser/browser-gone.ts'
import type { Cache } from '../store/cache.ts'
import { PaginationError } from './faults.ts'
import { recall } from './page/keep.ts'
import { keysOfParts } from './page/key.ts'
import { type PaginatedPart, paginate } from './page/paginate.ts'
import { readPictures } from './page/pictures.ts'
import { type PrintDocument, reserve } from './page/reserve.ts'
import { readStyles } from './page/styles.ts'
import { benchScript, openWorkshops, readPagedJs } from './page/workshop.ts'
import { assemble } from './print/assemble.ts'
import { createFrame, type Typographer } from './print/frame.ts'

export type PreviewInput = {
  kit: Kit
  /** All documents in reading order; those before `id` give it its page numbers. */
  documents: readonly PrintDocument[]
  /** The document to show. */
  id: string
  typo: Typographer
  browser: Browser
  cache: Cache
  signal?: AbortSignal | undefined
}

/** Sheets of one document as a page for the screen, and the fonts and pictures that it names by path. */
export type Preview = {
  html: string
  files: ReadonlyMap<string, Uint8Array>
  /** Documents whose pages are not kept: until a build pages them, numbers that depend on them are provisional. */
  unpaged: string[]
}

/** Pages one document anew and takes the others as former builds and previews kept them.
 *  @throws PaginationError when the document cannot be printed whole and true */
export async function previewPages(input: PreviewInput): Promise<Preview> {
  const { kit, id, typo, browser, cache, signal } = input
  const styles = await readStyles(kit)
  const parts = input.documents.map(reserve)
  const wanted = parts.find(({ item }) => item.id === id)
  if (!wanted) throw new RangeError(`the kit has no document ${id}`)
  const pictures = await readPictures(parts, kit.dir)
  const browserVersion = await browser.version().catch(orGone(browser))
  const tools = { styles, pagedJs: await readPagedJs(), benchScript, browserVersion }
  const files = new Map([...styles.files, ...pictures.files])
  await using workshops = openWorkshops(browser, tools)
  workshops.add(pictures.files)
  const [paged] = await paginate([wanted], { workshops, tools, pictures, cache, signal })
  if (!paged) throw new PaginationError(wanted.item, [])
  const unpaged: string[] = []
  const keyOfPart = keysOfParts(tools, pictures)
  const all: PaginatedPart[] = []
  for (const part of parts) {
    if (part === wanted) {
      all.push(paged)
      continue
    }
    const pages = await recall(cache, keyOfPart(part))
    if (!pages) unpaged.push(part.item.id)
    all.push({ ...part, pages: pages ?? [{ ...blank, ids: [part.item.id] }] })
  }
  const { head, sheets } = assemble(all, { frame: createFrame(kit, typo), styles, title: kit.titre })
  const shown = sheets.find(({ item }) => item.id === id)
  if (!shown) throw new RangeError(`the document ${id} has no pages`)
  return {
    html: `<!doctype html><html lang="fr-FR"><head>${head}</head><body>${shown.html}</body></html>`,
    files,
    unpaged,
  }
}

/** Stands for a document that is not paged yet. */
const blank = { html: '', bottom: 0, height: 0, heading: null, block: null }
