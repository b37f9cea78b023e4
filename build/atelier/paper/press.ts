import * as PagedModule from 'pagedjs'
import { oneByOne, type PagePlan } from '../../../src/text/index.ts'
import { pagePart } from '../../paper/browser.ts'
import type { PagedPart } from '../../paper/index.ts'
import * as workbench from '../../paper/tab.ts'

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

workbench.fastFrames()
Object.assign(window, { PagedModule })

let clear = () => {}
const inTurn = oneByOne()
const sheet = document.createElement('style')
document.head.append(sheet)

;(window as unknown as PressWindow).press = {
  async dress(css) {
    sheet.textContent = css
    await workbench.loadFaces()
  },
  page: (html, plan) => pagePart(workbench, html, { plan }),
  lay: (html, css, first) =>
    inTurn(async () => {
      const host = document.createElement('main')
      host.hidden = true
      document.body.append(host)
      const clearNext = await workbench.laySheets(html, css, first, host)
      clear()
      clear = clearNext
      host.hidden = false
    }),
}
