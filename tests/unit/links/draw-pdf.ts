import { degrees, PDFDocument, PDFString, StandardFonts } from '@cantoo/pdf-lib'

type Rect = [left: number, bottom: number, right: number, top: number]

/** The place of a link on a page. */
export type Frame = { rect: Rect; quads?: readonly Rect[]; url: string }

/** What a test draws with, at 10 pt. `line` and `wide` give where words end, and how wide they are. */
export type Pen = {
  line(y: number, words: string, x?: number): number
  wide(words: string): number
  upward(x: number, words: string): void
}

/** A PDF of one page, 500 × 400 pt, with links that are added in their order. */
export async function drawPdf(draw: (pen: Pen) => Frame[], rotate = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([500, 400])
  page.setRotation(degrees(rotate))
  const wide = (words: string) => font.widthOfTextAtSize(words, 10)
  const frames = draw({
    wide,
    line(y, words, x = 20) {
      page.drawText(words, { x, y, size: 10, font })
      return x + wide(words)
    },
    upward: (x, words) => page.drawText(words, { x, y: 20, size: 10, font, rotate: degrees(90) }),
  })
  for (const { rect, quads, url } of frames) {
    const points = quads?.flatMap(([x1, y1, x2, y2]) => [x1, y2, x2, y2, x1, y1, x2, y1])
    const annotation = pdf.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect,
      ...(points ? { QuadPoints: points } : {}),
      A: { S: 'URI', URI: PDFString.of(url) },
    })
    page.node.addAnnot(pdf.context.register(annotation))
  }
  return pdf.save()
}
