import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { putFile } from '../../../build/edition/staging.ts'
import { lazyBrowser } from '../../../build/ground/browser/lazy-browser.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import type { Bundle } from '../../../build/ground/store/bundle.ts'
import { digestOfPress, openCache } from '../../../build/ground/store/cache.ts'
import { renderSite } from '../../../build/pages/renditions.ts'
import { finishSite, prepareSite } from '../../../build/site/build-site.ts'
import { readFormerSites } from '../../../build/site/former-editions.ts'
import { offerDownloads } from '../../../build/site/site-documents.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { weightSlot } from '../../../src/text/files.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))

/** A site made for a test; its pages by path (`fiches/x/index.html`), its other text files too. */
export type SiteFolder = {
  kit: Kit
  dir: string
  pages: Map<string, string>
  /** All paths, with `/`. */
  files: string[]
  /** What the press says that the folder holds, the editions to download apart. */
  told: Bundle
  [Symbol.asyncDispose](): Promise<void>
}

/** Makes the site of the kit in `fiches`, offering a PDF, an EPUB and one fiche's PDF as if they had been built.
 *  @param change what a test needs otherwise than the kit says. @param cacheDir null: nothing is kept.
 *  @param release folder of the release before, whose site stays */
export async function makeSite(
  fiches: string,
  change: (kit: Kit) => void = () => {},
  cacheDir: string | null = '.cache',
  release: string | null = null,
): Promise<SiteFolder> {
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error(`${fiches} cannot be read`)
  change(kit)
  const root = await mkdtemp(join(tmpdir(), 'kit-site-'))
  const dir = join(root, 'site')
  const artefacts = [
    { role: 'pdf-ecran', path: `pdf/${kit.slug}-ecran.pdf`, bytes: 6_400_000, pages: 52 },
    { role: 'epub', path: `epub/${kit.slug}.epub`, bytes: 1_200_000 },
    { role: 'pdf-impression', path: `pdf/${kit.slug}-impression.pdf`, bytes: 22_000_000, pages: 56 },
    { role: 'rapport-prepresse', path: `pdf/${kit.slug}-rapport.html`, bytes: 18_000 },
  ]
  for (const { path } of artefacts) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), path)
  }
  const first = kit.fiches.find(fiche => fiche.statut !== 'a-paraitre')
  const formerSites = release === null ? undefined : readFormerSites(release, kit, true)
  const anciennes = formerSites?.editions ?? []
  const edition = { artefacts, pageOf: first ? { [first.slug]: 7 } : {}, anciennes }
  const announced = {
    ...edition,
    artefacts: artefacts.map(artefact => ({ ...artefact, bytes: weightSlot(artefact.path) })),
  }
  await using browser = lazyBrowser({ cacheDir: '.cache' })
  const cache = openCache(cacheDir, digestOfPress(home))
  const parts = await prepareSite(kit, cache)
  const rendered = await renderSite(kit, announced, parts.assets.head)
  const beside = Promise.resolve(artefacts)
  const site = await finishSite({
    ...{ kit, news: [], formerSites, cache, browser, parts, beside },
    pages: rendered,
    announced: artefacts,
  })
  offerDownloads(dir, root, artefacts)
  for (const [path, bytes] of Object.entries(site)) putFile(dir, path, bytes)
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  const pages = new Map<string, string>()
  for (const file of files)
    if (file.endsWith('.html') && !/^(?:telechargements|integrer|editions)\//.test(file))
      pages.set(file, await readFile(join(dir, file), 'utf8'))
  return {
    kit,
    dir,
    pages,
    files,
    told: site,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
