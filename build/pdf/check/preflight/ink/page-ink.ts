/** Sum of inks at the darkest point of a page, in %; how far the ink goes beyond the trim where it crosses it, in mm, where a raster
 *  was made. */
export type PageInk = { page: number; coverage: number; bleed?: number | null }

export type InkMeasure =
  | { method: 'ghostscript'; version: string; pages: PageInk[] }
  /** `unsure`: pages whose inks mix in ways that only a raster shows. */
  | { method: 'estimation'; pages: PageInk[]; unsure: { page: number; why: string }[] }
