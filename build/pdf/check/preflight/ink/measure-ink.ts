import type { FileFacts } from '../read/facts.ts'
import { estimateInk } from './estimate.ts'
import { rasterInk } from './ghostscript.ts'
import type { InkMeasure } from './page-ink.ts'

/** Measures the ink inside the bleed of every page: on a raster where Ghostscript is installed, else from the inks of
 *  each object.
 *  @param command the program of Ghostscript; null: do without */
export async function measureInk(
  bytes: Uint8Array,
  { pages }: Pick<FileFacts, 'pages'>,
  command: string | null,
  fondPerdu: number,
  signal?: AbortSignal,
): Promise<InkMeasure> {
  const measured = command === null ? null : await rasterInk(bytes, command, fondPerdu, signal)
  return measured ? { method: 'ghostscript', ...measured } : { method: 'estimation', ...estimateInk(pages) }
}
