import type { Kit } from '../../src/kit/index.ts'
import { typographText } from '../../src/text/index.ts'
import { chaptersOf, type EpubDocument } from './chapters.ts'
import { layOutContainer, repack, resourcesOf } from './container.ts'
import { navOf, ncxOf } from './nav.ts'
import { identifierOf, packageOf } from './package.ts'
import { markPages, type PrintedPages, writeFolios } from './pages.ts'
import { tocFamiliesOf, tocOf } from './toc.ts'

type EpubInput = {
  kit: Kit
  /** In the order of `sequence(kit)`. */
  documents: readonly EpubDocument[]
  /** The pages of the PDF of the same build. */
  pages: PrintedPages
  /** JPEG, 1600 × 2560: `takeCover`. */
  cover: Uint8Array
  /** Date of the edition's making: the same input and date give the same bytes. */
  date: Date
  /** One style sheet without custom properties: `epubCss`. */
  css: string
}

/** The e-book: EPUB 3.3 with the printed page numbers, as bytes.
 *  @throws when the documents and the printed pages disagree, or a picture is missing */
export async function buildEpub({ kit, documents, pages, cover, date, css }: EpubInput): Promise<Uint8Array> {
  const book = markPages(chaptersOf(documents, kit), pages)
  const chapters = writeFolios(book.chapters, pages)
  const resources = await resourcesOf(documents, chapters, kit.dir, cover)
  const toc = tocOf(chapters, tocFamiliesOf(kit))
  const files = await layOutContainer({
    title: kit.titre,
    css,
    chapters,
    opf: packageOf(kit, date, chapters, resources.keys()),
    nav: navOf(toc, book.targets, chapters),
    ncx: ncxOf(
      { identifier: identifierOf(kit), title: typographText(kit.titre) },
      toc,
      book.targets,
      chapters,
    ),
    resources,
  })
  return repack(files, date)
}
