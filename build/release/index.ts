import { readKit } from '../../src/content/read-kit.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../../src/diagnostics/sort-diagnostics.ts'
import type { News } from '../../src/news.ts'
import { openCache } from '../cache.ts'
import { lazyBrowser } from '../lazy-browser.ts'
import { carryOver } from './carry-over.ts'
import { makeEditions } from './editions/index.ts'
import { takeTurns, type Workplace } from './editions/workplace.ts'
import { hashKit, hashPress } from './inputs.ts'
import { judgePages } from './judge-pages.ts'
import { type Edition, type Manifest, writeManifest } from './manifest.ts'
import { type Progress, step } from './progress.ts'
import { openStaging } from './staging.ts'

export type BuildOptions = {
  /** Folder of the press: code, layouts, styles. */
  home: string
  /** Folder of the kit, absolute. */
  fiches: string
  /** Folder to make, absolute; replaced only when all is well. */
  out: string
  /** What to make; the rest of a former output stays. */
  only: ReadonlySet<Edition>
  /** Date of the edition; null: the first day of the kit's month. */
  date: Date | null
  cacheDir: string
  /** false: nothing kept by former builds is taken, nothing is kept. */
  keep: boolean
  /** Ink of the printer's PDF: by Ghostscript where it is installed, or always by our own estimate. */
  ink: 'exact' | 'estimate'
  /** Lays the printer's PDF out for folding too. */
  imposition?: 'cahier' | undefined
  /** What the site tells of this edition and the ones before; none: the edition has not been released. */
  news?: News
  /** Tabs that page at once. */
  jobs: number
  executablePath: string | undefined
  signal: AbortSignal
  tell: Progress
}

export type BuildResult =
  | { state: 'refused'; diagnostics: Diagnostic[] }
  | { state: 'made'; diagnostics: Diagnostic[]; manifest: Manifest }

/** Makes the editions of a kit that agree with each other, and puts them in the place of the former ones in one move.
 *  An error in the kit makes nothing and leaves the former output as it is.
 *  @throws a fault with its cause: the former output is untouched then too */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { fiches, out, only, signal, tell } = options
  const { kit, diagnostics } = await step(
    'controle',
    tell,
    signal,
    () => readKit(fiches),
    ({ diagnostics: { length } }) => (length > 0 ? `${length} remarque${length > 1 ? 's' : ''}` : null),
  )
  if (!kit || diagnostics.some(({ severity }) => severity === 'erreur'))
    return { state: 'refused', diagnostics }

  await using staging = await openStaging(out)
  await using browser = lazyBrowser({
    cacheDir: options.cacheDir,
    executablePath: options.executablePath,
    signal,
  })
  const cacheDir = options.keep ? options.cacheDir : null
  const cache = openCache(cacheDir)
  const date = options.date ?? new Date(`${kit.edition.mois}-01T00:00:00Z`)
  const workplace: Workplace = {
    kit,
    date,
    cache,
    cacheDir,
    browser,
    jobs: options.jobs,
    signal,
    tell,
    dir: staging.dir,
    ink: options.ink,
    imposition: options.imposition,
    news: options.news ?? [],
    inTurn: takeTurns(),
    inputs: [
      await hashKit(fiches),
      await hashPress(options.home),
      date.toISOString(),
      options.executablePath ?? '',
    ],
  }

  const carried = await carryOver(out, staging.dir, only)
  const { artefacts, pages, warnings } = await makeEditions(workplace, only, carried)
  const manifest = await step('manifeste', tell, signal, () =>
    writeManifest(staging.dir, kit, date, artefacts),
  )
  await staging.commit()
  await cache.prune()
  return {
    state: 'made',
    diagnostics: sortDiagnostics([...diagnostics, ...judgePages(kit, pages, warnings)]),
    manifest,
  }
}
