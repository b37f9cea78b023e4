import { join } from 'node:path'
import { weightSlot } from '../../../src/text/index.ts'
import { type Artefact, type Bundle, SITE } from '../../ground/index.ts'
import { renderSite } from '../../pages/index.ts'
import type { Pages } from '../../paper/index.ts'
import type { CountedPages } from '../../pdf/index.ts'
import { finishSite, offerDownloads, prepareSite } from '../../site/index.ts'
import { step, type Workplace } from '../build-options.ts'
import type { Announced } from './announced.ts'

type SiteOrder = {
  counting: Promise<CountedPages>
  /** The files that the site will offer to download. */
  offers(pages: Pages): readonly Announced[]
  /** The editions beside it, which it offers, once they lie in `dir`. */
  beside: Promise<readonly Artefact[]>
}

/** The site. Its pages are written while the PDF is printed; the weights of the files are filled in afterwards.
 *  @returns the files of `dir/site`, without those to download: they are other editions', and lie there already */
export function makeSite(workplace: Workplace, { counting, offers, beside }: SiteOrder): Promise<Bundle> {
  const { kit, cache, news, formerSites, browser, renditions, dir } = workplace
  return step(workplace, 'site', async () => {
    const parts = await prepareSite(kit, cache)
    const { pages } = (await counting).assembly
    const announced = offers(pages)
    const artefacts = announced.map(file => ({ ...file, bytes: weightSlot(file.path) }))
    const anciennes = formerSites?.editions ?? []
    const edition = { artefacts, pageOf: pages.pageOf, nouveautes: news, anciennes }
    const rendered = await renderSite(kit, edition, parts.assets.head, renditions)
    const site = await finishSite({
      ...{ kit, news, formerSites, cache, browser, parts, announced, beside },
      pages: rendered,
    })
    offerDownloads(join(dir, SITE), dir, await beside)
    if (!kit.site.atelier) return site
    const { appFiles, diskShelf, staticFiles, zipOfShelf } = await import('../../atelier/index.ts')
    const source = kit.reutilisation.kit ? await zipOfShelf(diskShelf(kit.dir, kit.slug)) : null
    const app = staticFiles(await appFiles(cache, renditions.looks), source)
    return {
      ...site,
      ...Object.fromEntries(Object.entries(app).map(([path, file]) => [`atelier/${path}`, file])),
    }
  })
}
