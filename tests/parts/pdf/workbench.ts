import { type Cache, openCache } from '../../../build/ground/store/cache.ts'
import { readStyles, type Styles } from '../../../build/paper/page/assets.ts'
import { type PaginatedPart, type PaginateOptions, paginate } from '../../../build/paper/page/paginate.ts'
import { type PrintDocument, reserve } from '../../../build/paper/page/reserve.ts'
import { readPagedJs, standWorkshops } from '../../../build/paper/page/workshop.ts'
import { buildPdf, type PdfInput } from '../../../build/pdf/build-pdf.ts'
import { standingBrowser } from '../../chromium.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

/** The real browser, with what paging needs around it. */
export async function openWorkbench() {
  const browser = await standingBrowser()
  const kit = kitOf()
  const styles = await readStyles(kit)
  const tools = { styles, pagedJs: await readPagedJs(), browserVersion: await browser.version() }
  const standing = standWorkshops()
  const noPictures = { files: new Map<string, Uint8Array>(), digests: new Map<string, string>() }
  return {
    browser,
    styles,
    /** Pages documents; `changes` takes the place of a good option. */
    async page(
      documents: PrintDocument[],
      changes: Partial<PaginateOptions> & { look?: Partial<Styles> } = {},
    ): Promise<PaginatedPart[]> {
      const { look, pictures = noPictures, ...rest } = changes
      const used = { ...tools, styles: { ...styles, ...look } }
      const workshops = standing.for(browser, used)
      workshops.add(pictures.files)
      return await paginate(documents.map(reserve), {
        workshops,
        tools: used,
        pictures,
        cache: openCache(null, 'presse'),
        ...rest,
      })
    },
    /** The whole edition. */
    async build(documents: PrintDocument[], changes: Partial<PdfInput> = {}) {
      return await buildPdf({
        kit,
        documents,
        typo: text => text,
        browser,
        standing,
        cache: openCache(null, 'presse'),
        date: '2031-03-01T00:00:00Z',
        ...changes,
      })
    },
    [Symbol.asyncDispose]: () => standing[Symbol.asyncDispose](),
  }
}

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>

/** A cache in memory, which counts what it gives. */
export function memory(): Cache & { given: number; entries: Map<string, Buffer> } {
  const entries = new Map<string, Buffer>()
  return {
    given: 0,
    entries,
    async read(key) {
      const entry = entries.get(key)
      if (entry) this.given++
      return entry
    },
    async write(key, bytes) {
      entries.set(key, Buffer.from(bytes))
    },
    async prune() {},
  }
}
