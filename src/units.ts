declare const unit: unique symbol

/** A length in millimetres: the unit of the page plan. */
export type Mm = number & { readonly [unit]: 'mm' }
/** A length in points (1 pt = 1/72 in): the unit of PDF. */
export type Pt = number & { readonly [unit]: 'pt' }
/** A length in CSS pixels (1 px = 1/96 in). */
export type Px = number & { readonly [unit]: 'px' }
/** A printed page number, from 1; never an index. */
export type Folio = number & { readonly [unit]: 'folio' }

export const mm = (value: number) => value as Mm
export const pt = (value: number) => value as Pt
export const folio = (value: number) => value as Folio

/** 1 in = 25.4 mm = 72 pt */
export const toPt = (length: Mm) => ((length * 72) / 25.4) as Pt
