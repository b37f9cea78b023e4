import { buildEpub, epubCss, takeCover } from '../../epub/index.ts'
import { kept } from '../../ground/index.ts'
import { type Document, render } from '../../pages/index.ts'
import { readPictures, readStyles, readTools } from '../../paper/index.ts'
import type { CountedPages } from '../../pdf/index.ts'
import { step, type Workplace } from '../build-options.ts'
import { epubFile, type MadeFiles } from './announced.ts'

/** The e-book: rendered while the pages are counted, then put together with their numbers. @param printed its cover is theirs */
export function makeEpub(
  workplace: Workplace,
  printed: readonly Document[],
  counting: Promise<CountedPages>,
): Promise<MadeFiles> {
  const { kit, date, news, renditions: store } = workplace
  return step(workplace, 'epub', async () => {
    const documents = await render(kit, 'epub', { store, news })
    const cover = await coverOf(workplace, printed)
    const { assembly } = await counting
    const book = await buildEpub({
      kit,
      documents,
      pages: assembly.pages,
      cover,
      date,
      css: await epubCss(kit),
    })
    const file = epubFile(kit)
    return { announced: [file], files: { [file.path]: book } }
  })
}

/** The printed cover as a picture, taken anew only when the cover or its style has changed. */
async function coverOf(workplace: Workplace, documents: readonly Document[]): Promise<Uint8Array> {
  const { kit, cache, browser, signal } = workplace
  const document = documents.find(({ item }) => item.kind === 'couverture')
  if (document === undefined) throw new Error('the print edition has no cover')
  const { html } = document
  const { content, assembly, fonts, files: fontFiles, fingerprint } = await readStyles(kit)
  const pictures = await readPictures([document], kit.dir, cache)
  const files = new Map([...fontFiles, ...pictures.files])
  const css = [fonts, content, assembly].join('\n')
  const inputs = [html, css, browser.identity, fingerprint, ...pictures.digests.values()]
  return kept(cache, 'couverture', inputs, () =>
    step(workplace, 'couverture', async () =>
      takeCover({ browser: await browser.open(), html, css, files, tools: await readTools(), signal }),
    ),
  )
}
