import type { Browser } from 'puppeteer'
import { type Cache, openCache } from '../../../build/ground/store/cache.ts'
import { type Pictures, readStyles, type Styles } from '../../../build/paper/page/assets.ts'
import { type PaginatedPart, type PaginateOptions, paginate } from '../../../build/paper/page/paginate.ts'
import { type PrintDocument, reserve } from '../../../build/paper/page/reserve.ts'
import { openWorkshops, readPagedJs, type Workshops } from '../../../build/paper/page/workshop.ts'
import { buildPdf, type PdfEdition } from '../../../build/pdf/build-pdf.ts'
import { standingBrowser } from '../../chromium.ts'
import { kitOf } from '../../unit/pdf/kit.ts'

const kit = kitOf()
export const styles = await readStyles(kit)
const pagedJs = await readPagedJs()
const noPictures = { files: new Map<string, Uint8Array>(), digests: new Map<string, string>() }

/** Tabs of the standing browser stay open, as most tests page with one look; they answer for one set of pictures. */
const standing = new WeakMap<Browser, Map<string, Workshops>>()

function workshopsOf(browser: Browser, used: Styles, pictures: Pictures): Workshops {
  const ofBrowser = standing.get(browser) ?? new Map<string, Workshops>()
  standing.set(browser, ofBrowser)
  const look = JSON.stringify([used.fonts, used.content, [...pictures.digests]])
  const workshops = ofBrowser.get(look) ?? openWorkshops(browser, { styles: used, pagedJs })
  ofBrowser.set(look, workshops)
  workshops.add(pictures.files)
  return workshops
}

/** Workshops of a test's own. */
export const ownWorkshops = async (): Promise<Workshops> =>
  openWorkshops(await standingBrowser(), { styles, pagedJs })

/** Pages documents; `changes` takes the place of a good option. */
export async function page(
  documents: PrintDocument[],
  changes: Partial<PaginateOptions> & { look?: Partial<Styles> } = {},
): Promise<PaginatedPart[]> {
  const { look, pictures = noPictures, ...rest } = changes
  const browser = await standingBrowser()
  const used = { ...styles, ...look }
  return await paginate(documents.map(reserve), {
    workshops: workshopsOf(browser, used, pictures),
    styles: used,
    browserVersion: await browser.version(),
    pictures,
    cache: openCache(null, 'presse'),
    ...rest,
  })
}

/** Makes the whole edition. */
export const build = async (
  documents: PrintDocument[],
  changes: Partial<Parameters<typeof buildPdf>[0]> = {},
): Promise<PdfEdition> =>
  buildPdf({
    kit,
    documents,
    typo: text => text,
    browser: await standingBrowser(),
    cache: openCache(null, 'presse'),
    date: '2031-03-01T00:00:00Z',
    ...changes,
  })

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
