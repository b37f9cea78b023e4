import { step } from '../progress.ts'
import type { PdfEdition } from './pdf.ts'
import type { Announced } from './pdf-files.ts'
import type { Workplace } from './workplace.ts'

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
  const { kit, date, tell, signal, news, renditions: store } = workplace
  return step('epub', tell, signal, async () => {
    const [{ buildEpub }, { epubCss }, { render }] = await Promise.all([
      import('../../epub/index.ts'),
      import('../../epub/style.ts'),
      import('../../pages/renditions.ts'),
    ])
    const documents = await workplace.inTurn(() => render(kit, 'epub', { store, news }))
    const [pages, cover] = [await pdf.pages, await pdf.cover]
    await turn
    return buildEpub({ kit, documents, pages, cover, date, css: await epubCss(kit) })
  })
}
