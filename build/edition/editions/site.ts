import { join } from 'node:path'
import { weightSlot } from '../../../src/text/index.ts'
import { type Artefact, type Bundle, type Digest, SITE } from '../../ground/index.ts'
import type { Workplace } from '../build-options.ts'
import { step } from '../build-options.ts'
import { putFile } from '../staging.ts'
import type { Announced } from './announced.ts'
import type { PdfWork } from './pdf.ts'

/** A file of the site, by its path inside it. */
type SiteFile = { file: string } & Digest

export type SiteOrder = {
  pdf: Pick<PdfWork, 'pages'>
  /** The files that the site will offer to download, once the pages are counted. */
  announced(): Promise<readonly Announced[]>
  /** Ends when those files lie in the output. */
  editions: Promise<readonly Artefact[]>
  /** Called once its pages are rendered and handed over. */
  onHandedOver(): void
}

/** The site. Its pages are written while the PDF is printed; the weights of the files are filled in afterwards.
 *  @returns the files of `dir/site`, those to download apart: they are other editions' */
export async function makeSite(
  workplace: Workplace,
  { pdf, announced, editions, onHandedOver }: SiteOrder,
): Promise<SiteFile[]> {
  const { kit, dir, cache, tell, signal, news, formerSites, browser, renditions } = workplace
  return step('site', tell, signal, async () => {
    const [{ renderSite }, { buildSite }] = await Promise.all([
      import('../../pages/index.ts'),
      import('../../site/index.ts'),
    ])
    const files: SiteFile[] = []
    const put = (bundle: Bundle, folder = '') => {
      for (const [path, bytes] of Object.entries(bundle)) {
        const file = `${folder}${path}`
        files.push({ file, ...putFile(dir, `${SITE}/${file}`, bytes) })
      }
    }
    await buildSite({
      kit,
      news,
      formerSites,
      dir: join(dir, SITE),
      downloads: dir,
      cache,
      browser,
      onHandedOver,
      announced,
      async render(head) {
        const artefacts = (await announced()).map(file => ({ ...file, bytes: weightSlot(file.path) }))
        const { pageOf } = await pdf.pages
        const edition = { artefacts, pageOf, nouveautes: news, anciennes: formerSites?.editions ?? [] }
        return workplace.inTurn(() => renderSite(kit, edition, head, workplace.renditions))
      },
      editions,
      onFiles: put,
    })
    if (kit.site.atelier) {
      const { appFiles, diskShelf, staticFiles, zipOfShelf } = await import('../../atelier/index.ts')
      const source = kit.reutilisation.kit ? await zipOfShelf(diskShelf(kit.dir, kit.slug)) : null
      put(staticFiles(await appFiles(cache, renditions.looks), source), 'atelier/')
    }
    return files
  })
}
