import { bytesOf } from '../kept-edition.ts'
import { step } from '../progress.ts'
import type { PdfEdition } from './pdf.ts'
import type { Announced } from './pdf-files.ts'
import { keep, REUSED, recall, type Workplace } from './workplace.ts'

export const epubFile = ({ kit }: Pick<Workplace, 'kit'>): Announced => ({
  role: 'epub',
  path: `epub/${kit.slug}.epub`,
})

/** The e-book: rendered while the pages are counted, then put together with their numbers.
 *  @param turn ends when nothing else waits for this thread: it waits for nobody itself */
export async function makeEpub(
  workplace: Workplace,
  pdf: Pick<PdfEdition, 'pages' | 'cover'>,
  turn: Promise<unknown>,
): Promise<Uint8Array> {
  const { kit, date, tell, signal } = workplace
  let reused = true
  return step(
    'epub',
    tell,
    signal,
    async () => {
      const { path } = epubFile(workplace)
      const found = await recall(workplace, 'epub')
      if (found) return bytesOf(found, path)
      reused = false
      const [{ buildEpub }, { epubCss }, { render }] = await Promise.all([
        import('../../epub/index.ts'),
        import('../../epub/style.ts'),
        import('../../pages/renditions.ts'),
      ])
      const documents = await workplace.inTurn(() => render(kit, 'epub', workplace.press))
      const [pages, cover] = [await pdf.pages, await pdf.cover]
      await turn
      const book = await buildEpub({ kit, documents, pages, cover, date, css: await epubCss(kit) })
      keep(workplace, 'epub', { [path]: { bytes: book } })
      return book
    },
    () => (reused ? REUSED : null),
  )
}
