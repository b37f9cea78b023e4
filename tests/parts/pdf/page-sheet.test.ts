import { afterAll, beforeAll, expect, it } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { openCache } from '../../../build/ground/store/cache.ts'
import { render } from '../../../build/pages/renditions.ts'
import { readPictures, readStyles, type Styles } from '../../../build/paper/page/assets.ts'
import { type PaginatedPart, paginate } from '../../../build/paper/page/paginate.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { openWorkshops, readPagedJs, type Workshops } from '../../../build/paper/page/workshop.ts'
import { type Assembly, assemble, type Sheets } from '../../../build/paper/print/assemble.ts'
import { openSheetPrinter } from '../../../build/paper/print/print-sheets.ts'
import { finish } from '../../../build/pdf/bind/finish.ts'
import { excerptSheets } from '../../../build/pdf/excerpt/sheets.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { folio } from '../../../src/text/page-plan.ts'
import { standingBrowser } from '../../chromium.ts'
import { faintWords, faintWordsOfPdf } from '../../faint-words.ts'
import { textsOfPdf } from '../../pdf-texts.ts'
import { fixtureFiles, readCases } from '../../unit/markdown/read-cases.ts'

// The pages of a whole kit, through the sheet that Paged.js reads (styles/print/page).

/** Counts the pages that each preview has made, as the tab of a printer sees it. */
const counting = `{ const { Previewer } = PagedModule
window.PagedModule = { ...PagedModule, Previewer: class extends Previewer {
  async preview(...all) {
    const flow = await super.preview(...all)
    window.pagesOfPreview = flow.pages.length
    return flow
  }
} } }`

let kit: Kit
let parts: PaginatedPart[]
let styles: Styles
let pagedJs: string
let assembly: Assembly
let open: (page: string) => Workshops
let workshops: Workshops
beforeAll(async () => {
  const dir = 'tests/visual/carnet'
  const read = await readKit(dir)
  if (!read.kit) throw new Error(`${dir} is no kit`)
  kit = read.kit
  const browser = await standingBrowser()
  const documents = (await render(kit, 'print')).map(reserve)
  const pictures = await readPictures(documents, dir)
  styles = await readStyles(kit)
  pagedJs = `${await readPagedJs()}\n;${counting}`
  open = page => {
    const opened = openWorkshops(browser, { styles: { ...styles, page }, pagedJs })
    opened.add(pictures.files)
    return opened
  }
  workshops = open(styles.page)
  const tools = { styles, browserVersion: await browser.version() }
  const cache = openCache(null, 'presse')
  parts = await paginate(documents, { workshops, ...tools, pictures, cache })
  assembly = assemble(parts, styles)
})
afterAll(() => workshops?.[Symbol.asyncDispose]())

it('Paged.js makes every page that is printed, and all words stand out from their ground', async () => {
  let printed = 0
  for (const sheets of assembly.sheets) {
    const { pages, preview, pdf } = await printedPages(workshops, sheets)
    expect(await faintWordsOfPdf(pdf), sheets.item.id).toEqual([])
    expect([pages.length, preview], sheets.item.id).toEqual([sheets.bottoms.length, sheets.bottoms.length])
    printed += pages.length
  }
  expect(printed).toBe(assembly.pages.count)
})

it('puts the folio on the outer side of the foot, the thumb tab on the outer edge, and a running head on all pages but the first', async () => {
  let page = 0
  for (const sheets of assembly.sheets) {
    const { pages } = await printedPages(workshops, sheets)
    const covers = /^(?:couverture|quatrieme)$/
    for (const [index, words] of pages.entries()) {
      page++
      const [head, foot] = [words.filter(isHead), words.filter(isFoot)]
      if (covers.test(sheets.item.id)) {
        expect(words.filter(isOutside), sheets.item.id).toEqual([])
        expect(wordsOf(foot), sheets.item.id).not.toContain('Petit carnet')
        continue
      }
      const imprint = /Atelier des essais, .* · CC0/.exec(wordsOf(foot))
      expect(imprint !== null, `page ${page}`).toBe(
        sheets.item.kind === 'fiche' && index === pages.length - 1,
      )
      const lowest = foot.filter(({ y }) => y > 285)
      const nearEdge = page % 2 === 0 ? lowest[0] : lowest.at(-1)
      expect(nearEdge?.text, wordsOf(foot)).toBe(String(page))
      expect(wordsOf(foot)).toContain('Petit carnet')
      const isOnTab = ({ x, y }: Word) => y > 17.5 && y < 280 && (page % 2 === 0 ? x < 9 : x > 201)
      expect(words.some(isOnTab), `tab of page ${page}`).toBe(sheets.item.kind === 'fiche')
      expect(head.length > 0, `page ${page}`).toBe(index > 0)
    }
  }
})

it('prints the pieces of an excerpt without what stands around them, but for three feet, which have no folio', async () => {
  const html = [...excerptSheets({ kit, parts, pages: assembly.pages, typo: text => text })].join('\n')
  const item = { kind: 'sommaire', id: 'sommaire' } as const
  const { pages } = await printedPages(workshops, { item, html, first: folio(1), bottoms: null })
  const around = pages.map(words =>
    wordsOf(words.filter(word => isHead(word) || isFoot(word) || isOutside(word))),
  )
  // After the cover, whose publisher stands at its foot.
  const [, contents, rest, , acronyms, ...pieces] = around
  expect([contents, rest, acronyms]).toEqual([
    'Petit carnet Sommaire',
    'Petit carnet Sommaire',
    'Petit carnet Sigles',
  ])
  expect(new Set(pieces)).toEqual(new Set(['']))
})

it('a designer moves the folio and adds a margin box in that one sheet', async () => {
  await using edited = open(
    `${styles.page.replaceAll('content: counter(page);', 'content: none;')}
@page { @top-center { content: 'Épreuve, page ' counter(page); vertical-align: top; padding-top: 5mm; } }`,
  )
  const sheets = assembly.sheets.find(({ bottoms }) => bottoms.length > 1) as Sheets
  const { pages } = await printedPages(edited, sheets)
  for (const [index, words] of pages.entries()) {
    expect(wordsOf(words.filter(({ y }) => y < 12))).toBe(`Épreuve, page ${sheets.first + index}`)
    expect(wordsOf(words.filter(isFoot))).not.toMatch(/\d$|^\d/)
  }
})

it('words of every block stand out from their ground', async () => {
  const cases = fixtureFiles('blocks').flatMap(({ text }) => readCases(text))
  const html = cases.map(({ attendus }) => attendus.print ?? attendus.web).join('')
  await using own = open(styles.page)
  await using workshop = await own.take()
  await workshop.tab.evaluate(
    (html, family) => {
      const article = document.body.appendChild(document.createElement('article'))
      article.className = `part fiche famille-${family}`
      article.innerHTML = html
    },
    html,
    kit.familles[0]?.id,
  )
  expect(await faintWords(workshop.tab)).toEqual([])
})

type Printable = Parameters<Awaited<ReturnType<typeof openSheetPrinter>>['print']>[0]
type Word = { text: string; x: number; y: number }
/** Baselines above and below the text area, in mm from the top of the page. */
const isHead = ({ y }: Word) => y > 16 && y < 17.5
const isFoot = ({ y }: Word) => y > 280
const isOutside = ({ y }: Word) => y < 0 || y > 297
const wordsOf = (words: Word[]) => words.map(({ text }) => text).join(' ')

/** Prints sheets and tags them. @returns the words of each page from left to right, the pages that Paged.js has made, and the PDF */
async function printedPages(
  shops: Workshops,
  sheets: Printable,
): Promise<{ pages: Word[][]; preview: number; pdf: Uint8Array }> {
  let preview = 0
  const watched: Workshops = {
    ...shops,
    async take() {
      const workshop = await shops.take()
      return {
        ...workshop,
        async [Symbol.asyncDispose]() {
          preview = await workshop.tab.evaluate(
            () => (window as { pagesOfPreview?: number }).pagesOfPreview ?? 0,
          )
          await workshop[Symbol.asyncDispose]()
        },
      }
    },
  }
  const printing = await openSheetPrinter(watched)
  const { pdf, marks } = await printing.print(sheets)
  await printing[Symbol.asyncDispose]()
  const { first } = sheets
  const document = { title: sheets.item.id, number: null }
  const finished = await finish(pdf, { document, plan: styles.plan, marks, first })
  return {
    preview,
    pdf: finished,
    pages: (await textsOfPdf(finished)).map(({ left, top, texts }) =>
      texts
        .map(({ text, x, y }) => ({ text: text.trim(), x: (x - left) / MM, y: (top - y) / MM }))
        .sort((a, b) => a.x - b.x),
    ),
  }
}

const MM = 72 / 25.4
