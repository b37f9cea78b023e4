import { type PrintedPages, takeCover } from '../../epub/index.ts'
import { kept } from '../../ground/index.ts'
import type { Document } from '../../pages/index.ts'
import { readPictures, readStyles, readTools } from '../../paper/index.ts'
import { step, type Workplace } from '../build-options.ts'

/** The e-book: rendered while the pages are counted, then put together with their numbers.
 *  @param turn ends when nothing else waits for this thread: it waits for nobody itself */
export async function makeEpub(
  workplace: Workplace,
  pdf: { pages: Promise<PrintedPages>; cover: Promise<Uint8Array> },
  turn: Promise<unknown>,
): Promise<Uint8Array> {
  const { kit, date, tell, signal, news, renditions: store } = workplace
  return step('epub', tell, signal, async () => {
    const [{ buildEpub }, { epubCss }, { render }] = await Promise.all([
      import('../../epub/index.ts'),
      import('../../epub/index.ts'),
      import('../../pages/index.ts'),
    ])
    const documents = await workplace.inTurn(() => render(kit, 'epub', { store, news }))
    const [pages, cover] = [await pdf.pages, await pdf.cover]
    await turn
    return buildEpub({ kit, documents, pages, cover, date, css: await epubCss(kit) })
  })
}

/** The printed cover as a picture, taken anew only when the cover or its style has changed. */
export async function coverOf(
  { kit, cache, browser, signal, tell }: Workplace,
  documents: readonly Document[],
): Promise<Uint8Array> {
  const document = documents.find(({ item }) => item.kind === 'couverture')
  if (document === undefined) throw new Error('the print edition has no cover')
  const { html } = document
  const { content, assembly, fonts, files: fontFiles, fingerprint } = await readStyles(kit)
  const pictures = await readPictures([document], kit.dir)
  const files = new Map([...fontFiles, ...pictures.files])
  const css = [fonts, content, assembly].join('\n')
  const inputs = [html, css, browser.identity, fingerprint, ...pictures.digests.values()]
  return kept(cache, 'couverture', inputs, () =>
    step('couverture', tell, signal, async () =>
      takeCover({ browser: await browser.open(), html, css, files, tools: await readTools(), signal }),
    ),
  )
}
