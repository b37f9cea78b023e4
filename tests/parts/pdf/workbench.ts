import { type Cache, openCache } from '../../../build/ground/store/cache.ts'
import { type Pictures, readStyles, type Styles } from '../../../build/paper/page/assets.ts'
import { type PaginatedPart, type PaginateOptions, paginate } from '../../../build/paper/page/paginate.ts'
import { type PrintDocument, reserve } from '../../../build/paper/page/reserve.ts'
import { openWorkshops, readPagedJs, type Workshops } from '../../../build/paper/page/workshop.ts'
import { buildPdf } from '../../../build/pdf/build-pdf.ts'
import { standingBrowser } from '../../chromium.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

/** The real browser, with what paging needs around it. */
export async function openWorkbench() {
  const browser = await standingBrowser()
  const kit = kitOf()
  const styles = await readStyles(kit)
  const tools = { styles, pagedJs: await readPagedJs(), browserVersion: await browser.version() }
  /** Tabs stay open, as most tests page with one look; they answer for one set of pictures. */
  const standing = new Map<string, Workshops>()
  const workshopsWith = (used: typeof tools, pictures: Pictures) => {
    const look = JSON.stringify([used.styles.fonts, used.styles.content, [...pictures.digests]])
    const workshops = standing.get(look) ?? openWorkshops(browser, used)
    standing.set(look, workshops)
    workshops.add(pictures.files)
    return workshops
  }
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
      const workshops = workshopsWith(used, pictures)
      return await paginate(documents.map(reserve), {
        workshops,
        ...used,
        pictures,
        cache: openCache(null, 'presse'),
        ...rest,
      })
    },
    /** The whole edition. */
    async build(documents: PrintDocument[], changes: Partial<Parameters<typeof buildPdf>[0]> = {}) {
      return await buildPdf({
        kit,
        documents,
        typo: text => text,
        browser,
        cache: openCache(null, 'presse'),
        date: '2031-03-01T00:00:00Z',
        ...changes,
      })
    },
    async [Symbol.asyncDispose]() {
      for (const workshops of standing.values()) await workshops[Symbol.asyncDispose]()
    },
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
