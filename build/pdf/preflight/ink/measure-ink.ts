import type { FileFacts } from '../read/facts.ts'
import { estimateInk } from './estimate.ts'
import { rasterInk } from './ghostscript.ts'

/** Sum of inks at the darkest point of a page, in %. */
export type PageInk = { page: number; coverage: number }

export type InkMeasure =
  | { method: 'ghostscript'; version: string; pages: PageInk[] }
  /** `unsure`: pages whose inks mix in ways that only a raster shows. */
  | { method: 'estimation'; pages: PageInk[]; unsure: { page: number; why: string }[] }

/** Measures the ink inside the bleed of every page: on a raster where Ghostscript is installed, else from the inks of
 *  each object.
 *  @param command the program of Ghostscript; null: do without */
export async function measureInk(
  bytes: Uint8Array,
  { pages }: Pick<FileFacts, 'pages'>,
  command: string | null,
  signal?: AbortSignal,
): Promise<InkMeasure> {
  const measured = command === null ? null : await rasterInk(bytes, command, signal)
  return measured ? { method: 'ghostscript', ...measured } : { method: 'estimation', ...estimateInk(pages) }
}
