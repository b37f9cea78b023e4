import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../src/kit.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { weightSlot } from '../../src/weights.ts'
import { type Bundle, pack, readFolder, unpack, writeFolder } from '../bundle.ts'
import { type Cache, keyOf } from '../cache.ts'
import { takeCover } from '../epub/cover.ts'
import { buildEpub } from '../epub/index.ts'
import { epubCss } from '../epub/style.ts'
import type { LazyBrowser } from '../lazy-browser.ts'
import { type FichePdf, makeFichePdfs } from '../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages } from '../pdf/index.ts'
import { readPictures } from '../pdf/pictures.ts'
import { readStyles } from '../pdf/styles.ts'
import { type Document, render, writeAssets, writePages } from '../renditions.ts'
import { buildSite } from '../site/index.ts'
import { type Artefact, describeFile, describeFolder } from './manifest.ts'
import { type Progress, type Step, step } from './progress.ts'

/** Where and with what one build works. */
export type Workplace = {
  kit: Kit
  date: Date
  cache: Cache
  browser: LazyBrowser
  jobs: number
  signal: AbortSignal
  tell: Progress
  /** The folder being filled. */
  dir: string
  /** Hashes of all that an edition depends on: the kit, the press, the date. */
  inputs: readonly string[]
}

/** The PDF edition: its pages are known to the other editions even when its file is not asked for. */
export type PdfResult = {
  pages: Pages
  /** The printed cover as a picture, for the e-book. */
  cover: Uint8Array
  diagnostics: Diagnostic[]
  write(): Promise<Artefact[]>
}

export async function makePdf(workplace: Workplace): Promise<PdfResult> {
  const { kit, date, browser, cache, jobs, signal, dir } = workplace
  const files = await kept(workplace, 'pdf', [], async () => {
    const documents = await step('impression', workplace.tell, signal, () => render(kit, 'print'))
    const edition = await buildPdf({
      kit,
      documents,
      typo: createRenderer(kit, 'print').text,
      browser: await browser.open(),
      cache,
      date: date.toISOString(),
      tabs: jobs,
      signal,
    })
    const { screen, pages } = edition
    const fiches = await makeFichePdfs({ kit, screen, pages, date: date.toISOString(), signal })
    return {
      'ecran.pdf': screen,
      'fiches.json': encode(fiches.map(({ bytes, ...fiche }) => fiche)),
      ...Object.fromEntries(fiches.map(({ fileName, bytes }) => [`fiches/${fileName}`, bytes])),
      'pages.json': encode({ pages, warnings: edition.warnings }),
      'couverture.jpg': await coverOf(workplace, documents),
    }
  })
  const { pages } = decode<{ pages: Pages }>(files['pages.json'])
  const fiches = decode<Omit<FichePdf, 'bytes'>[]>(files['fiches.json'])
  return {
    pages,
    cover: required(files, 'couverture.jpg'),
    diagnostics: [],
    async write() {
      const path = `pdf/${kit.slug}-ecran.pdf`
      const bytes = required(files, 'ecran.pdf')
      const alone = fiches.map(({ fiche, fileName, pages }) => {
        const bytes = required(files, `fiches/${fileName}`)
        return { path: `pdf/fiches/${fileName}`, bytes, rest: { fiche, pages } }
      })
      await writeFolder(dir, {
        [path]: bytes,
        ...Object.fromEntries(alone.map(({ path, bytes }) => [path, bytes])),
      })
      return [
        describeFile('pdf-ecran', path, bytes, { pages: pages.count }),
        ...alone.map(({ path, bytes, rest }) => describeFile('pdf-fiche', path, bytes, rest)),
      ]
    },
  }
}

export async function makeEpub(workplace: Workplace, { pages, cover }: PdfResult): Promise<Artefact> {
  const { kit, date, dir } = workplace
  const files = await kept(workplace, 'epub', [JSON.stringify(pages), cover], async () => {
    const documents = await render(kit, 'epub')
    return { 'livre.epub': await buildEpub({ kit, documents, pages, cover, date, css: await epubCss(kit) }) }
  })
  const path = `epub/${kit.slug}.epub`
  const bytes = required(files, 'livre.epub')
  await writeFolder(dir, { [path]: bytes })
  return describeFile('epub', path, bytes)
}

/** The cover's picture, taken anew only when the cover or its style has changed. */
async function coverOf(
  { kit, cache, browser, signal, tell }: Workplace,
  documents: readonly Document[],
): Promise<Uint8Array> {
  const document = documents.find(({ item }) => item.kind === 'couverture')
  if (document === undefined) throw new Error('the print edition has no cover')
  const { html } = document
  const { assembly, fonts, files: fontFiles, fingerprint } = await readStyles(kit)
  const pictures = await readPictures([document], kit.dir)
  const files = new Map([...fontFiles, ...pictures.files])
  const css = `${fonts}\n${assembly}`
  const key = keyOf('couverture', html, css, fingerprint, ...pictures.digests.values())
  const found = await cache.read(key)
  if (found) return found
  const cover = await step('couverture', tell, signal, async () =>
    takeCover({ browser: await browser.open(), html, css, files, signal }),
  )
  await cache.write(key, cover)
  return cover
}

/** The site comes last: it offers the other editions with their weight and their pages. */
export async function makeSite(
  workplace: Workplace,
  pages: Pages,
  artefacts: readonly Artefact[],
): Promise<Artefact> {
  const { kit, dir, cache } = workplace
  const edition = { artefacts, pageOf: pages.pageOf }
  const files = await kept(workplace, 'site', [JSON.stringify(edition)], async () => {
    const output = join(dir, 'site')
    const announced = {
      ...edition,
      artefacts: artefacts.map(artefact => ({ ...artefact, bytes: weightSlot(artefact.path) })),
    }
    await buildSite({
      kit,
      dir: output,
      downloads: dir,
      cache,
      bundle: (...folders) => writeAssets(kit, ...folders),
      render: head => writePages(kit, announced, head, output),
      browser: () => workplace.browser.open(),
      editions: async () => artefacts,
    })
    return readFolder(output)
  })
  await writeFolder(join(dir, 'site'), files)
  return describeFolder('site', dir, 'site')
}

/** An edition kept from a former build with the same inputs, or made anew and kept. */
async function kept(
  workplace: Workplace,
  name: Extract<Step, 'pdf' | 'epub' | 'site'>,
  inputs: (string | Uint8Array)[],
  make: () => Promise<Bundle>,
): Promise<Bundle> {
  const { cache, signal, tell } = workplace
  const key = keyOf(`edition-${name}`, ...workplace.inputs, ...inputs)
  let reused = true
  return step(
    name,
    tell,
    signal,
    async () => {
      const found = await cache.read(key)
      if (found) return unpack(found)
      reused = false
      const bundle = await make()
      await cache.write(key, pack(bundle))
      return bundle
    },
    () => (reused ? 'inchangé, repris de la fabrication précédente' : null),
  )
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

function decode<T>(bytes: Uint8Array | undefined): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

function required(files: Bundle, path: string): Uint8Array {
  const bytes = files[path]
  if (!bytes) throw new Error(`the edition has no ${path}`)
  return bytes
}
