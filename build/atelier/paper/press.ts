import * as PagedModule from 'pagedjs'
import { columns, line, oneByOne, type PagePlan } from '../../../src/text/index.ts'
import { fastFrames, pagePart } from '../../paper/browser.ts'
import type { PagedPart } from '../../paper/index.ts'
import * as bench from '../../paper/tab.ts'

/** Offers the press to the page around the frame in which pages are cut, or shown. */
export type PressWindow = Window & {
  press: {
    /** Takes the style sheets, and waits for the fonts. */
    dress(css: string): Promise<void>
    page(html: string, plan: PagePlan): Promise<PagedPart>
    /** Lays the sheets of a document out in the frame, in place of those of the one before, which stay until these are there. */
    lay(html: string, css: string, first: number): Promise<void>
  }
}

fastFrames()
Object.assign(window, { PagedModule })
window.workbench = { origins: new WeakMap(), columns, line, ...bench }

let clear = () => {}
const inTurn = oneByOne()
const sheet = document.createElement('style')
document.head.append(sheet)

;(window as unknown as PressWindow).press = {
  async dress(css) {
    sheet.textContent = css
    await bench.loadFaces()
  },
  page: (html, plan) =>
    pagePart(
      {
        ...bench,
        layPages: async (plan, sheet) => bench.layPages(plan, sheet),
      },
      html,
      { plan },
    ),
  lay: (html, css, first) =>
    inTurn(async () => {
      const host = document.createElement('main')
      host.hidden = true
      document.body.append(host)
      const clearNext = await bench.laySheets(html, css, first, host)
      clear()
      clear = clearNext
      host.hidden = false
    }),
}
