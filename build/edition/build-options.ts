import type { Kit, News } from '../../src/kit/index.ts'
import type { Problem } from '../../src/problems/index.ts'
import type { Edition, Manifest } from '../ground/index.ts'
import type { RenditionStore } from '../pages/index.ts'
import type { FormerSites } from '../site/index.ts'
import type { PdfSettings, PdfThread } from './editions/pdf-thread.ts'
import type { Equipment } from './equipment.ts'

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
  /** Makes the editions though the output holds them: who watches finds everything warm then. */
  remake?: boolean | undefined
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
  /** Tools that serve this build and the next; without them the build has its own. */
  equipment?: Equipment | undefined
  signal: AbortSignal
  tell: Progress
  /** Called with the hash of the kit as it is read. */
  onRead?: ((kit: string) => void) | undefined
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
  name: Step,
  tell: Progress,
  signal: AbortSignal,
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

/** Folder, settings and tools of one build. */
export type Workplace = Pick<Equipment, 'cache' | 'browser'> &
  PdfSettings & {
    thread: PdfThread
    /** Address of the browser, which starts before it is needed. */
    endpoint: Promise<string>
    renditions: RenditionStore
    /** Folder of the cache; null: nothing is kept. */
    cacheDir: string | null
    /** The digest of the press. */
    name: string
    signal: AbortSignal
    tell: Progress
    /** The folder being filled. */
    dir: string
    /** `cahier`: the printer's PDF is laid out for folding too. */
    imposition?: 'cahier' | undefined
    /** Empty: this edition has not been released. */
    news: News
    formerSites: FormerSites | undefined
    /** Eleventy has one cache of layouts and one bus of events for a process: its runs take turns. */
    inTurn<T>(work: () => Promise<T>): Promise<T>
  }
