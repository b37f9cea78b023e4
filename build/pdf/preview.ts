import type { Browser } from 'puppeteer'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { attributeOf, elementsOf } from '../../src/edit-html.ts'
import type { Kit } from '../../src/kit.ts'
import { orGone } from '../browser/browser-gone.ts'
import type { Cache } from '../store/cache.ts'
import { PaginationError } from './faults.ts'
import { recall } from './page/keep.ts'
import { keysOfParts } from './page/key.ts'
import { type PaginatedPart, paginate } from './page/paginate.ts'
import { readPictures } from './page/pictures.ts'
import { type Part, type PrintDocument, reserve } from './page/reserve.ts'
import { readStyles } from './page/styles.ts'
import { openWorkshops, readPagedJs } from './page/workshop.ts'
import { frameSheets, headOf, locate, warningsOf } from './print/assemble.ts'
import { createFrame, type Typographer } from './print/frame.ts'
import { judgePages } from './print/judge-pages.ts'

export type PreviewInput = {
  kit: Kit
  /** All documents in reading order. */
  documents: readonly PrintDocument[]
  browser: Browser
  cache: Cache
  signal?: AbortSignal | undefined
}

/** Sheets of one document as a page for the screen, and the fonts and pictures that it names by path. */
export type Preview = {
  html: string
  files: ReadonlyMap<string, Uint8Array>
  /** Documents whose pages are not kept: until they are counted, numbers that depend on them are provisional. */
  unpaged: string[]
}

/** Pages one document anew and takes the others as former builds and previews kept them.
 *  @throws PaginationError when the document cannot be printed whole and true, RangeError when the kit has no such document */
export async function previewPages(
  input: PreviewInput,
  { id, typo }: { id: string; typo: Typographer },
): Promise<Preview> {
  await using paging = await openPaging(input)
  const { kit } = input
  const wanted = paging.parts.find(({ item }) => item.id === id)
  if (!wanted) throw new RangeError(`the kit has no document ${id}`)
  const shown = await paging.page(wanted)
  const unpaged: string[] = []
  const all: PaginatedPart[] = []
  for (const part of paging.parts) {
    const paged = part === wanted ? shown : await paging.kept(part)
    if (!paged) unpaged.push(part.item.id)
    all.push(paged ?? onOnePage(part))
  }
  const { html, missing } = frameSheets(shown, locate(all), createFrame(kit, typo))
  if (missing.length > 0)
    throw new PaginationError(
      wanted.item,
      missing.map(target => ({ kind: 'renvoi', target })),
    )
  return {
    html: `<!doctype html><html lang="fr-FR"><head>${headOf(kit.titre, paging.styles)}</head><body>${html}</body></html>`,
    files: paging.files,
    unpaged,
  }
}

/** How many pages each document takes. */
export type PageCounts = {
  /** Document → its pages, or why it has none. */
  pagesOf: ReadonlyMap<string, number | PaginationError>
  /** What the pages tell the author. */
  diagnostics: Diagnostic[]
}

/** Pages every document that is not kept, one by one: what one has wrong leaves the others their count.
 *  @throws PaginationError when an id exists twice */
export async function countPages(input: PreviewInput): Promise<PageCounts> {
  await using paging = await openPaging(input)
  const pagesOf = new Map<string, number | PaginationError>()
  const paged: PaginatedPart[] = []
  for (const part of paging.parts) {
    try {
      const whole = (await paging.kept(part)) ?? (await paging.page(part))
      pagesOf.set(part.item.id, whole.pages.length)
      paged.push(whole)
    } catch (error) {
      if (!(error instanceof PaginationError)) throw error
      pagesOf.set(part.item.id, error)
    }
  }
  const pages = locate(paged)
  const warnings = paged.flatMap((part, index) =>
    pages.documents[index] ? warningsOf(part, pages.documents[index].first) : [],
  )
  return { pagesOf, diagnostics: judgePages(input.kit, pages, warnings) }
}

/** The documents of a kit, each with the pages that it is cut into. */
async function openPaging({ kit, documents, browser, cache, signal }: PreviewInput) {
  const styles = await readStyles(kit)
  const browserVersion = await browser.version().catch(orGone(browser))
  const tools = { styles, pagedJs: await readPagedJs(), browserVersion }
  const files = new Map(styles.files)
  const workshops = openWorkshops(browser, tools)
  // A picture that cannot be drawn is told of the document that shows it.
  const picturesOf = (part: Part) => readPictures([part], kit.dir)
  return {
    styles,
    /** Fonts, and the pictures of what was paged here. */
    files,
    parts: documents.map(reserve),
    /** The document as it was cut before; undefined: it never was, as it is now. */
    async kept(part: Part): Promise<PaginatedPart | undefined> {
      const pictures = await picturesOf(part).catch(notPaged)
      const pages = pictures && (await recall(cache, keysOfParts(tools, pictures)(part)))
      return pages && { ...part, pages }
    },
    /** @throws PaginationError when it cannot be printed whole and true */
    async page(part: Part): Promise<PaginatedPart> {
      const pictures = await picturesOf(part)
      for (const [path, bytes] of pictures.files) files.set(path, bytes)
      workshops.add(pictures.files)
      const [paged] = await paginate([part], { workshops, tools, pictures, cache, signal })
      return paged ?? { ...part, pages: [] }
    },
    [Symbol.asyncDispose]: () => workshops[Symbol.asyncDispose](),
  }
}

/** What cannot be paged is not kept either; whoever pages it hears why. */
function notPaged(error: unknown): undefined {
  if (!(error instanceof PaginationError)) throw error
}

/** Stands for a document that is not paged yet: all that a link may lead to is on one page. */
const onOnePage = (part: Part): PaginatedPart => ({
  ...part,
  pages: [
    {
      html: '',
      bottom: 0,
      heading: null,
      block: null,
      ids: elementsOf(part.html).flatMap(element => attributeOf(element, 'id') ?? []),
    },
  ],
})
