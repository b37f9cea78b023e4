import type { PDFiumPage } from '@hyzyla/pdfium'
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  NotFoundException,
  RGBLuminanceSource,
} from '@zxing/library'

/** As a telephone that is held to a code sees it: printed at 300 dpi. */
const DPI = 300
/** A bar may be lost in a ground of middle grey, and discs elsewhere be taken for corners of a code. A band is twice as high as the
 *  largest code. */
const BAND_MM = 80

/** Reads the codes of a page as a telephone does: the first QR code, then the first EAN-13. */
export async function readCodes(page: PDFiumPage): Promise<string[]> {
  const { data, width, height } = await page.render({ scale: DPI / 72, render: 'bitmap' })
  const grey = new Uint8ClampedArray(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = data[4 * at + 1] ?? 0
  const decode = (hints: Map<DecodeHintType, unknown>, { from, to }: Band): string[] => {
    const rows = grey.subarray(from * width, to * width)
    try {
      const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(rows, width, to - from)))
      return [new MultiFormatReader().decode(bitmap, hints).getText()]
    } catch (error) {
      // There is no code of this kind.
      if (error instanceof NotFoundException) return []
      throw error
    }
  }
  return [BarcodeFormat.QR_CODE, BarcodeFormat.EAN_13].flatMap(format => {
    const hints = new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, [format]],
      [DecodeHintType.TRY_HARDER, true],
    ])
    for (const band of bandsOf(height)) {
      const codes = decode(hints, band)
      if (codes.length > 0) return codes
    }
    return []
  })
}

/** Rows of pixels, the last not included. */
type Band = { from: number; to: number }

/** The whole page, then its bands from the top down, each half over the next. */
function bandsOf(height: number): Band[] {
  const step = Math.round((BAND_MM / 2 / 25.4) * DPI)
  const bands = Array.from({ length: Math.ceil(height / step) }, (_, at) => ({
    from: at * step,
    to: Math.min(height, (at + 2) * step),
  }))
  return [{ from: 0, to: height }, ...bands]
}
