import pMap from 'p-map'
import type { PagePlan } from '../../../src/text/index.ts'
import { type Cache, HANG_MS, keyOf, type OfflineTab } from '../../ground/index.ts'
import type { Pictures, Styles } from './assets.ts'
import { PaginationError } from './faults.ts'
import { type PagingBench, pagePart } from './page-part.ts'
import { digestsIn, type PrintPart, type Side } from './reserve.ts'
import type { PageOfPart } from './tab/workbench.ts'
import type { Workshops } from './workshop.ts'

export type PaginatedPart = PrintPart & { pages: readonly PageOfPart[] }

export type PaginateOptions = {
  workshops: Workshops
  styles: Pick<Styles, 'content' | 'plan' | 'fonts' | 'fingerprint'>
  browserVersion: string
  pictures: Pictures
  cache: Cache
  /** Most tabs at once, two by default; one is taken below a dozen documents to page: the second would cost what it gains. */
  most?: number | undefined
  /** Longest time for one document, in ms. */
  deadlineMs?: number | undefined
  signal?: AbortSignal | undefined
}

const PARTS_FOR_TWO_TABS = 12

/** Pages every document that is not in the cache, the longest first, and keeps the faultless ones. @throws PaginationError
 *  for the first faulty document, in reading order */
export async function paginate(
  parts: readonly PrintPart[],
  options: PaginateOptions,
): Promise<PaginatedPart[]> {
  const { styles, cache } = options
  const jobs: { part: PrintPart; index: number; key: string }[] = []
  const keyOfPart = keysOfParts(options)
  const pages: (readonly PageOfPart[] | undefined)[] = []
  for (const [index, part] of parts.entries()) {
    const key = keyOfPart(part)
    const bytes = await cache.read(key)
    if (bytes) pages[index] = JSON.parse(bytes.toString('utf8'))
    else jobs.push({ part, index, key })
  }
  jobs.sort((a, b) => b.part.html.length - a.part.html.length)
  const failures: (PaginationError | undefined)[] = []
  const work = async ({ part, index, key }: (typeof jobs)[number]) => {
    options.signal?.throwIfAborted()
    await using workshop = await options.workshops.take()
    const paged = await paginatePart(workshop, part, styles.plan, options.deadlineMs ?? HANG_MS)
    if (paged instanceof PaginationError) failures[index] = paged
    else {
      pages[index] = paged
      await cache.write(key, JSON.stringify(paged))
    }
  }
  await pMap(jobs, work, { concurrency: jobs.length < PARTS_FOR_TWO_TABS ? 1 : (options.most ?? 2) })
  const failure = failures.find(fault => fault !== undefined)
  if (failure) throw failure
  return parts.map((part, index) => ({ ...part, pages: pages[index] ?? [] }))
}

/** Pages one document in the tab. Returns its faults, so that the others are kept before the build ends.
 *  @throws PaginationError past the deadline: the tab is then given up */
async function paginatePart(
  workshop: OfflineTab,
  part: PrintPart,
  plan: PagePlan,
  deadlineMs: number,
): Promise<PageOfPart[] | PaginationError> {
  const late = new PaginationError(part.item, [{ kind: 'delai', seconds: deadlineMs / 1000 }])
  const { pages, faults } = await within(deadlineMs, late, () =>
    pagePart(benchIn(workshop), part.html, { plan, side: part.side }),
  ).catch(fault => {
    workshop.giveUp()
    throw fault
  })
  const refused = workshop.takeRefused().map(url => ({ kind: 'refus', url }) as const)
  return faults.length + refused.length > 0 ? new PaginationError(part.item, [...faults, ...refused]) : pages
}

/** The limit runs before the work begins: the browser's own, as long, does not know which document it is. */
async function within<T>(ms: number, late: Error, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms, late)
  })
  try {
    return await Promise.race([deadline, work()])
  } finally {
    clearTimeout(timer)
  }
}

const benchIn = ({ ask, tab }: OfflineTab): PagingBench => ({
  measureMatter: (html, sheet) =>
    ask(tab.evaluate((html, sheet) => window.workbench.measureMatter(html, sheet), html, sheet)),
  layPages: (plan, sheet) =>
    ask(tab.evaluate((plan, sheet) => window.workbench.layPages(plan, sheet), plan, sheet)),
  paginatePart: (html, sheet, forms) =>
    ask(tab.evaluate((...all) => window.workbench.paginatePart(...all), html, sheet, forms)),
})

/** Makes the function that gives a document's key in the cache, from everything its pages depend on except its first page number: besides
 *  the document and the press, style sheets, font files and the browser move a line. */
export function keysOfParts({
  styles,
  browserVersion,
  pictures,
}: Pick<PaginateOptions, 'styles' | 'browserVersion'> & { pictures: Pick<Pictures, 'digests'> }): (
  part: PrintPart,
) => string {
  const shared = keyOf(
    'outils',
    styles.content,
    JSON.stringify(styles.plan),
    styles.fonts,
    styles.fingerprint,
    browserVersion,
  )
  return part => {
    const digests = digestsIn(part.html, pictures)
    return keyOf('pages', part.side ?? '', part.html, digests.join('\n'), shared)
  }
}

/** Pages all documents; where an example would stand overleaf from its lever, its document is paged anew for its side.
 *  @throws PaginationError as `paginate` does */
export async function facePages(
  parts: readonly PrintPart[],
  options: PaginateOptions,
): Promise<PaginatedPart[]> {
  return turnPages(await paginate(parts, options), async part => {
    const [anew] = await paginate([part], options)
    return anew ?? { ...part, pages: [] }
  })
}

/** Pages anew what is overleaf, from the first to the last, as each may move all after it. The first page of all is a right one. */
export async function turnPages(
  parts: readonly PaginatedPart[],
  pageAnew: (part: PrintPart) => Promise<PaginatedPart>,
): Promise<PaginatedPart[]> {
  const facing: PaginatedPart[] = []
  let first = 1
  for (const part of parts) {
    const side: Side = first % 2 === 0 ? 'gauche' : 'droite'
    const current = isOverleaf(part, first) ? await pageAnew({ ...part, side }) : part
    facing.push(current)
    first += current.pages.length
  }
  return facing
}

/** An example begins on a left page, and its lever ends on the page before. */
const isOverleaf = ({ pages }: PaginatedPart, first: number): boolean =>
  pages.some(({ follows }, index) => follows && (first + index) % 2 === 0)
