import type { PagedHandler, PagedPage } from '../page/tab/workbench.ts'

/** Has Paged.js make the pages of a document, one for each text area (`.zone`): its sheet, its margin boxes, its folio.
 *  @param html of `sheetsOf` @param css `styles/print/page` @param first folio of the first page
 *  @param host an element for the pages @returns what removes it, and the style sheets that Paged.js wrote */
export async function laySheets(
  html: string,
  css: string,
  first: number,
  host: HTMLElement,
): Promise<() => void> {
  const { PagedModule } = window
  const source = document.createElement('template')
  source.innerHTML = html
  // Names of our own, as Paged.js takes its time to draw some.
  for (const [index, element] of [...source.content.querySelectorAll('*')].entries())
    element.setAttribute('data-ref', String(index))
  // Margin boxes have the colours of the family.
  host.classList.add(...(source.content.querySelector('[data-cadre]')?.classList ?? []))
  host.style.setProperty('--premier-folio', String(first))
  // Each page is one piece: nothing is looked for that would not fit.
  const previewer = new PagedModule.Previewer({ maxChars: 1e9, hyphenGlyph: '\u200b' })
  const Handler = composedPages(PagedModule.Handler, first % 2 === 0)
  new Handler(previewer.chunker, previewer.polisher, previewer)
  await previewer.preview(source.content, [{ [location.href]: css }], host)
  return () => {
    previewer.polisher.destroy()
    host.remove()
  }
}

/** Makes the handler for pages that are composed already. @param left the first of them is a left one */
export function composedPages(Handler: PagedHandler, left: boolean): PagedHandler {
  return class extends Handler {
    beforePageLayout({ element, area }: PagedPage): void {
      // Paged.js lays a page out in columns, which would cut what bleeds.
      area.style.columnWidth = 'auto'
      // It takes the first page of a preview for a right one.
      if (!left) return
      element.classList.toggle('pagedjs_left_page')
      element.classList.toggle('pagedjs_right_page')
    }

    /** Nothing is cut: what stands under a text area is meant to. */
    onOverflow(): null {
      return null
    }

    afterRendered(pages: readonly PagedPage[]): void {
      for (const page of pages) {
        page.removeListeners()
        // Its own id would be that of a fiche « page-2 ».
        page.element.removeAttribute('id')
        for (const box of page.element.querySelectorAll('.hasContent')) box.ariaHidden = 'true'
      }
    }
  }
}
