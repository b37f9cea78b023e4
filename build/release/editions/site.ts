import { join } from 'node:path'
import { weightSlot } from '../../../src/weights.ts'
import { offerDownloads } from '../../site/downloads.ts'
import type { Files } from '../kept-edition.ts'
import { type Artefact, type Digest, SITE } from '../manifest.ts'
import type { Content } from '../output.ts'
import { step } from '../progress.ts'
import type { PdfEdition } from './pdf.ts'
import type { Announced } from './pdf-files.ts'
import { keep, REUSED, recall, type Workplace } from './workplace.ts'

/** A file of the site, by its path inside it. */
export type SiteFile = { file: string } & Digest

export type SiteInput = {
  pdf: Pick<PdfEdition, 'pages'>
  /** What the site will offer to download, told by the counted pages. */
  announced(): Promise<readonly Announced[]>
  /** Ends when those files lie in the output. */
  made: Promise<readonly Artefact[]>
  /** Told once its pages are rendered and in other hands. */
  onHandedOver(): void
  /** What the site depends on beside the workplace's inputs. */
  key: string
}

/** The site. Its pages are written while the PDF is printed; the weights of the files are filled in afterwards.
 *  @returns the files of `dir/site`, those to download apart: they are other editions' */
export async function makeSite(
  workplace: Workplace,
  { pdf, announced, made, onHandedOver, key }: SiteInput,
): Promise<SiteFile[]> {
  const { kit, dir, cache, tell, signal, news } = workplace
  const inputs = [key, JSON.stringify(news)]
  const output = join(dir, SITE)
  const put = (files: Files): SiteFile[] =>
    Object.entries(files).map(([file, content]) => {
      const digest = workplace.output.put(`${SITE}/${file}`, content)
      if (!digest) throw new Error(`the site has no ${file}`)
      return { file, ...digest }
    })
  let reused = true
  return step(
    'site',
    tell,
    signal,
    async () => {
      const found = await recall(workplace, 'site', ...inputs)
      if (found) {
        onHandedOver()
        offerDownloads(output, dir, await made)
        return put(found)
      }
      reused = false
      const [{ writeAssets, renderSite }, { buildSite }] = await Promise.all([
        import('../../pages/renditions.ts'),
        import('../../site/index.ts'),
      ])
      const all: Record<string, Content> = {}
      const told: SiteFile[] = []
      await buildSite({
        kit,
        dir: output,
        downloads: dir,
        cache,
        onHandedOver,
        bundle: (...folders) => workplace.inTurn(() => writeAssets(kit, ...folders)),
        async render(head) {
          const artefacts = (await announced()).map(file => ({ ...file, bytes: weightSlot(file.path) }))
          const { pageOf } = await pdf.pages
          const edition = { artefacts, pageOf, nouveautes: news }
          return workplace.inTurn(() => renderSite(kit, edition, head, workplace.press))
        },
        browser: workplace.browser,
        editions: () => made,
        onFiles(bundle) {
          const files = Object.fromEntries(Object.entries(bundle).map(([path, bytes]) => [path, { bytes }]))
          Object.assign(all, files)
          told.push(...put(files))
        },
      })
      keep(workplace, 'site', all, ...inputs)
      return told
    },
    () => (reused ? REUSED : null),
  )
}
