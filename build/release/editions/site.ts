import { join } from 'node:path'
import { weightSlot } from '../../../src/weights.ts'
import { type Bundle, writeFolder } from '../../bundle.ts'
import { offerDownloads } from '../../site/downloads.ts'
import { type Artefact, SITE } from '../manifest.ts'
import { step } from '../progress.ts'
import type { PdfEdition } from './pdf.ts'
import type { Announced } from './pdf-files.ts'
import { keep, REUSED, recall, type Workplace } from './workplace.ts'

export type SiteInput = {
  pdf: Pick<PdfEdition, 'pages'>
  /** What the site will offer to download, told by the counted pages. */
  announced(): Promise<readonly Announced[]>
  /** Ends when those files lie in the output. */
  made: Promise<readonly Artefact[]>
  /** What the site depends on beside the workplace's inputs. */
  key: string
}

/** The site. Its pages are written while the PDF is printed; the weights of the files are filled in afterwards.
 *  @returns what `dir/site` holds, the files to download apart: those are other editions' */
export async function makeSite(
  workplace: Workplace,
  { pdf, announced, made, key }: SiteInput,
): Promise<Bundle> {
  const { kit, dir, cache, tell, signal, news } = workplace
  const inputs = [key, JSON.stringify(news)]
  const output = join(dir, SITE)
  let reused = true
  return step(
    'site',
    tell,
    signal,
    async () => {
      const found = await recall(workplace, 'site', ...inputs)
      if (found) {
        writeFolder(output, found)
        offerDownloads(output, dir, await made)
        return found
      }
      reused = false
      const [{ writeAssets, renderSite }, { buildSite }] = await Promise.all([
        import('../../renditions.ts'),
        import('../../site/index.ts'),
      ])
      const site = await buildSite({
        kit,
        dir: output,
        downloads: dir,
        cache,
        bundle: (...folders) => workplace.inTurn(() => writeAssets(kit, ...folders)),
        async render(head) {
          const artefacts = (await announced()).map(file => ({ ...file, bytes: weightSlot(file.path) }))
          const { pageOf } = await pdf.pages
          const edition = { artefacts, pageOf, nouveautes: news }
          return workplace.inTurn(() => renderSite(kit, edition, head, workplace.press))
        },
        browser: () => workplace.browser.open(),
        editions: () => made,
      })
      await keep(workplace, 'site', site, ...inputs)
      return site
    },
    () => (reused ? REUSED : null),
  )
}
