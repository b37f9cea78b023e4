import type { Kit } from '../../../src/kit.ts'
import { mm } from '../../../src/units.ts'
import type { Pages } from '../../pdf/index.ts'
import type { Bundle } from '../../store/bundle.ts'
import { type Announced, pdfFiles } from './pdf-files.ts'

/** Of the paper that such booklets are printed on, 90 to 115 g/m². */
const THICKNESS = mm(0.1)

/** The printer's PDF laid out on A3 sheets, for folding and stitching. Never kept: it is made in a moment. */
export async function makeBooklet(
  kit: Kit,
  pages: Pages,
  files: Bundle,
): Promise<{ file: Announced; bytes: Uint8Array }> {
  const { imposeBooklet } = await import('../../pdf/press/imposition.ts')
  const { press } = pdfFiles(kit, pages)
  const bytes = files[press.path]
  if (!bytes) throw new Error(`the edition has no ${press.path}`)
  return {
    file: {
      role: 'pdf-cahier',
      path: press.path.replace(/\.pdf$/, '-cahier.pdf'),
      pages: (press.pages ?? 0) / 2,
    },
    bytes: await imposeBooklet(bytes, { thickness: THICKNESS }),
  }
}
