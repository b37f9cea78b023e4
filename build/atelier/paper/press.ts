import * as PagedModule from 'pagedjs'
import { columns, line, type PagePlan } from '../../../src/text/index.ts'
import { fastFrames, pagePart } from '../../paper/browser.ts'
import type { PagedPart } from '../../paper/index.ts'
import * as bench from '../../paper/tab.ts'

/** Offers the press to the page around the frame in which pages are cut. */
export type PressWindow = Window & {
  press: {
    /** Takes the style sheets, and waits for the fonts. */
    dress(css: string): Promise<void>
    page(html: string, plan: PagePlan): Promise<PagedPart>
  }
}

fastFrames()
Object.assign(window, { PagedModule })
window.workbench = { origins: new WeakMap(), columns, line, ...bench }
window.PagedModule.registerHandlers(bench.amendPaging(window.PagedModule.Handler))

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
}
