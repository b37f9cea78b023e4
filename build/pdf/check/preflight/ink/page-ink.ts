/** Sum of inks at the darkest point of a page, in %. */
export type PageInk = { page: number; coverage: number }

export type InkMeasure =
  | { method: 'ghostscript'; version: string; pages: PageInk[] }
  /** `unsure`: pages whose inks mix in ways that only a raster shows. */
  | { method: 'estimation'; pages: PageInk[]; unsure: { page: number; why: string }[] }
