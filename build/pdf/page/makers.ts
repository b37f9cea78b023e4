import { keyOf } from '../../store/cache.ts'
import { readMakers } from '../../store/makers.ts'

/** The code that makes PDFs, as it was when this process loaded it, hashed: part of the keys of what is kept of them. */
export const pdfMakers = keyOf(
  'presse',
  ...readMakers('build/pdf', 'build/browser/offline-tab.ts', 'src/units.ts'),
)
