import { isForeign, type Kit, type News } from '../../src/kit/index.ts'
import type { Problem } from '../../src/problems/index.ts'
import {
  type Artefact,
  type Cache,
  type Edition,
  hashTree,
  type LazyBrowser,
  type Manifest,
} from '../ground/index.ts'
import type { RenditionStore } from '../pages/index.ts'
import type { FormerSites } from '../site/index.ts'

export type BuildOptions = {
  /** Folder of the press: code, layouts, styles. */
  home: string
  /** Folder of the kit, absolute. */
  fiches: string
  /** Folder to make, absolute; replaced only when all is well. */
  out: string
  /** Editions to make; the rest of a former output stays. */
  only: ReadonlySet<Edition>
  /** Date of the edition; null: the first day of its month. */
  date: Date | null
  cacheDir: string
  /** false: nothing kept by former builds is taken, nothing is kept. */
  keep: boolean
  /** Lays the printer's PDF out for folding too. */
  imposition?: 'cahier' | undefined
  /** Makes a PDF in large print, even where kit.yaml asks for none. */
  largePrint?: boolean
  /** News of this edition and the ones before; none: the edition has not been released. */
  news?: News
  /** Editions that went before, which the site keeps. */
  formerSites?: FormerSites | undefined
  /** It is not to be published: it says « version de travail », and search engines leave it out. */
  draft?: boolean
  /** Tabs that page at once. */
  jobs: number
  executablePath: string | undefined
  signal: AbortSignal
  tell: Progress
}

/** The date of an edition: the one that is asked for, or the first day of its month. */
export const dateOf = ({ edition }: Kit, asked: Date | null): Date =>
  asked ?? new Date(`${edition.mois}-01T00:00:00Z`)

export type BuildResult =
  | { state: 'refused'; problems: Problem[] }
  | { state: 'made'; problems: Problem[]; manifest: Manifest }

/** Steps of a build, in the order in which they are made. */
export type Step = 'controle' | 'impression' | 'pdf' | 'couverture' | 'epub' | 'site' | 'manifeste'

/** Names each step for its readers. */
export const stepNames: Record<Step, string> = {
  controle: 'Contrôle des fiches',
  impression: 'Composition des pages imprimées',
  pdf: 'Mise en pages et PDF',
  couverture: 'Couverture du livre numérique',
  epub: 'Livre numérique',
  site: 'Site',
  manifeste: 'Manifeste',
}

/** Progress of a build; a command may show it. */
export type ProgressEvent =
  | { step: Step; state: 'debut' }
  | { step: Step; state: 'fin'; ms: number; detail: string | null }

export type Progress = (event: ProgressEvent) => void

/** Runs one step, telling its beginning and its end; `detail` says in French what came out. */
export async function step<T>(
  { tell, signal }: Pick<BuildOptions, 'tell' | 'signal'>,
  name: Step,
  work: () => Promise<T>,
  detail: (result: T) => string | null = () => null,
): Promise<T> {
  signal.throwIfAborted()
  tell({ step: name, state: 'debut' })
  const start = performance.now()
  const result = await work()
  signal.throwIfAborted()
  tell({ step: name, state: 'fin', ms: performance.now() - start, detail: detail(result) })
  return result
}

/** What each edition of one build is made from, and with. */
export type Workplace = Pick<
  BuildOptions,
  'only' | 'imposition' | 'formerSites' | 'jobs' | 'signal' | 'tell'
> & {
  kit: Kit
  date: Date
  /** Empty: this edition has not been released. */
  news: News
  /** The folder to fill. */
  dir: string
  /** Files of a former output, already there. */
  carried: readonly Artefact[]
  /** Hashes of all that an edition depends on: the kit, the press, the date. */
  inputs: readonly string[]
  cache: Cache
  renditions: RenditionStore
  browser: LazyBrowser
}

/** Hashes of the kit's folder, of the press and of its looks, and the identity of the browser. */
export type Inputs = { kit: string; press: string; looks: string; browser: string }

/** SHA-256 of every file of the kit, its path and the targets of links. Leftovers of systems, git and editors do not count:
 *  they come and go. */
export const hashKit = (dir: string) => hashTree(dir, ['.'], path => !path.split('/').some(isForeign))

/** SHA-256 of what gives the editions their looks. */
export const hashLooks = (home: string) => hashTree(home, ['layouts', 'styles'])
