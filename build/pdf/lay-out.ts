import type { Browser } from 'puppeteer'
import { type Files, type OfflineTab, openOfflineTab, origin, TabCrash } from '../offline-tab.ts'
import { type Marks, markElements } from './accessible/marks.ts'
import type { Assembly } from './assemble.ts'
import { type Fault, PaginationError, PrintError } from './faults.ts'
import { benchScript } from './workshop.ts'

/** Longest time for the whole edition, in ms: a thousand pages take three seconds. */
const DEADLINE_MS = 300_000
/** Rounding of two layouts of the same lines. */
const TOLERANCE_PX = 1

/** The edition laid out, ready to be printed. */
export type Sheets = OfflineTab & {
  /** What its elements mean, for the tags of the PDF. */
  marks: Marks
}

/** Opens the assembled edition in a fresh tab and proves that each page ends where Paged.js ended it.
 *  @throws PaginationError for the first document of which a page moved, or whose text leaves the sheet
 *  @returns the tab, which its caller closes */
export async function layOut(assembly: Assembly, browser: Browser, files: Files): Promise<Sheets> {
  try {
    return await openSheets(assembly.html, assembly, browser, files)
  } catch (error) {
    // Chromium 147 dies of balanced lines around some spans that must not break: titles can do without.
    if (!(error instanceof TabCrash)) throw error
    return openSheets(assembly.html.replace('</style>', `${plainLines}</style>`), assembly, browser, files)
  }
}

const plainLines = '.zone * { text-wrap: wrap !important }'

async function openSheets(html: string, assembly: Assembly, browser: Browser, files: Files): Promise<Sheets> {
  const sheet = await openOfflineTab(browser, new Map([...files, ['edition', html]]), DEADLINE_MS)
  try {
    await sheet.ask(sheet.tab.goto(`${origin}edition`, { waitUntil: 'load' }))
    await sheet.ask(sheet.tab.evaluate(benchScript))
    const found = await sheet.ask(sheet.tab.evaluate(measurePages))
    const refused = sheet.takeRefused()
    if (refused.length > 0) throw new PrintError(`adresse refusée : ${refused.join(', ')}`)
    if (found.faces.length > 0) throw new PrintError(`police non chargée : ${found.faces.join(', ')}`)
    assertSame(assembly, found.pages)
    return { ...sheet, marks: await sheet.ask(sheet.tab.evaluate(markElements)) }
  } catch (error) {
    await sheet[Symbol.asyncDispose]()
    throw error
  }
}

type Measured = { bottom: number; cut: string | null }

/** Runs in the tab. */
async function measurePages(): Promise<{
  faces: string[]
  pages: Measured[]
}> {
  // Lines laid out before their fonts came may stay in the pieces they were broken into, and Chromium prints one link for
  // each: the body is hidden until the fonts are there, and laid out once.
  await Promise.all([...document.fonts].map(face => face.load().catch(() => face)))
  document.body.hidden = false
  const faces = [...document.fonts]
    .filter(({ status }) => status === 'error')
    .map(({ family, weight }) => `${family} ${weight}`)
  const pages = [...document.querySelectorAll('.page')].map(page => {
    const zone = page.querySelector('.zone') ?? page
    const trim = (page.querySelector('.rogne') ?? page).getBoundingClientRect()
    let cut: string | null = null
    for (const placed of zone.querySelectorAll('.pose')) {
      // A placed text has a box of its own that it must not leave, and a page.
      const box = placed.getBoundingClientRect()
      // The box of a glyph is taller than a tight line: a third of the size is no overflow.
      const slack = Number.parseFloat(getComputedStyle(placed).fontSize) / 3
      const spills =
        placed.scrollHeight > placed.clientHeight + slack || placed.scrollWidth > placed.clientWidth + slack
      const leaves =
        box.left < trim.left - 1 ||
        box.right > trim.right + 1 ||
        box.top < trim.top - 1 ||
        box.bottom > trim.bottom + 1
      if (spills || leaves) cut ??= placed.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? ''
    }
    if (zone.querySelector('.colonnes')) cut ??= window.press.overflowOf(zone, zone.getBoundingClientRect())
    return { bottom: window.press.bottomOf(zone, zone.getBoundingClientRect().top), cut }
  })
  return { faces, pages }
}

function assertSame({ bottoms }: Assembly, measured: readonly Measured[]): void {
  if (measured.length !== bottoms.length)
    throw new PrintError(`${measured.length} pages assemblées au lieu de ${bottoms.length}`)
  for (const [index, { item, page, bottom }] of bottoms.entries()) {
    const faults: Fault[] = []
    const found = measured[index]
    if (!found) continue
    if (Math.abs(found.bottom - bottom) > TOLERANCE_PX)
      faults.push({ kind: 'deplace', page, found: found.bottom, expected: bottom })
    if (found.cut !== null) faults.push({ kind: 'coupe', page, text: found.cut })
    if (faults.length > 0) throw new PaginationError(item, faults)
  }
}
