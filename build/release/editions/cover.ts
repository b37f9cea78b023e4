import { takeCover } from '../../epub/cover.ts'
import type { Document } from '../../pages/renditions.ts'
import { readPictures, readStyles } from '../../pdf/page/assets.ts'
import { fitTitles } from '../../pdf/page/tab/fit-text.ts'
import { kept } from '../../store/cache.ts'
import { step } from '../progress.ts'
import type { Workplace } from './workplace.ts'

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
      takeCover({ browser: await browser.open(), html, css, files, fitTitles, signal }),
    ),
  )
}
