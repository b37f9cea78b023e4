import type { News } from '../../../src/news.ts'
import type { RenditionStore } from '../../pages/kept-renditions.ts'
import type { Equipment } from '../equipment.ts'
import type { Progress } from '../progress.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** Where and with what one build works. */
export type Workplace = Pick<Equipment, 'cache' | 'browser' | 'pdfThread'> &
  PdfSettings & {
    /** Where renditions are kept. */
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
    /** What the site tells of the editions; empty: this one has not been released. */
    news: News
    /** Eleventy has one cache of layouts and one bus of events for a process: its runs take turns. */
    inTurn<T>(work: () => Promise<T>): Promise<T>
  }
