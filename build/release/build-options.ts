import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../src/kit.ts'
import type { News } from '../../src/news.ts'
import type { Edition, Manifest } from '../disk/manifest.ts'
import type { Equipment } from './equipment.ts'
import type { Progress } from './progress.ts'

export type BuildOptions = {
  /** Folder of the press: code, layouts, styles. */
  home: string
  /** Folder of the kit, absolute. */
  fiches: string
  /** Folder to make, absolute; replaced only when all is well. */
  out: string
  /** What to make; the rest of a former output stays. */
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
  /** What the site tells of this edition and the ones before; none: the edition has not been released. */
  news?: News
  /** It is not to be published: it says « version de travail », and search engines leave it out. */
  draft?: boolean
  /** Tabs that page at once. */
  jobs: number
  executablePath: string | undefined
  /** What stands between this build and the next; without it the build has its own. */
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
  | { state: 'refused'; diagnostics: Diagnostic[] }
  | { state: 'made'; diagnostics: Diagnostic[]; manifest: Manifest }
