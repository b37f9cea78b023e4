import type { Chapter } from './chapters.ts'
import type { PrintedPages } from './pages.ts'

const written = (page: number) => `<span class="p">p.\u00a0${page}</span>`

/** Writes the printed page after each cross-reference, inside the link that says the fiche's title, and into the slots
 *  `<span class="folio" data-page="ID"></span>` of the sommaire. Without a printed edition the slots go. */
export function writeFolios(chapters: readonly Chapter[], pages: PrintedPages | null): Chapter[] {
  const pageOfHref = new Map(
    chapters.flatMap(({ item, href }) => {
      const page = pages?.documents.find(({ id }) => id === item.id)?.first
      return page === undefined ? [] : [[href, page] as const]
    }),
  )
  return chapters.map(chapter => ({
    ...chapter,
    xhtml: chapter.xhtml
      .replace(
        /(<a class="renvoi" href="([^"#]+)(?:#[^"]*)?"[^>]*>)([\s\S]*?)<\/a>/g,
        (link, opening, href, words) => {
          const page = pageOfHref.get(href)
          return page === undefined ? link : `${opening}${words} ${written(page)}</a>`
        },
      )
      .replace(/<span class="folio" data-page="([^"]+)"><\/span>/g, (_, id: string) => {
        const page = pages?.documents.find(document => document.id === id)?.first
        return page === undefined ? '' : `<span class="folio">${written(page)}</span>`
      }),
  }))
}
