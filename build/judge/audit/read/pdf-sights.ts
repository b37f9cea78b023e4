import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { OPS, withPdf } from '../../../pdf/with-pdf.ts'

/** Left, bottom, right, top, in pt from the origin of the page's own space. */
export type Sides = readonly [number, number, number, number]

/** What a page shows, in the order in which it is drawn. */
export type Sight = {
  pieces: { text: string; x: number; y: number }[]
  pictures: Sides[]
  /** `#rrggbb` of each colour that is set for flats, lines and letters. */
  colours: ReadonlySet<string>
}

/** The words and pictures of each page and where they stand, tagged or not, as pdf.js finds them. */
export function readSights(bytes: Uint8Array, signal: AbortSignal): Promise<Sight[]> {
  return withPdf(bytes, async pdf => {
    const sights: Sight[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      const page = await pdf.getPage(number)
      sights.push({ pieces: await piecesOf(page), ...(await drawingOf(page)) })
      page.cleanup()
    }
    return sights
  })
}

async function piecesOf(page: PDFPageProxy): Promise<Sight['pieces']> {
  const { items } = await page.getTextContent()
  return items.flatMap(item =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
      : [],
  )
}

type Matrix = readonly [number, number, number, number, number, number]

/** Follows the matrix from picture to picture: a picture fills the unit square. @see ISO 32000-1 §8.9.5 */
async function drawingOf(page: PDFPageProxy): Promise<Pick<Sight, 'pictures' | 'colours'>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const pictures: Sides[] = []
  const colours = new Set(['#000000'])
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    const operands = argsArray[index] as unknown[] | null
    switch (operator) {
      case OPS.save:
        stack.push(matrix)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = stack.pop() ?? matrix
        break
      case OPS.transform:
        matrix = within(matrix, operands as unknown as Matrix)
        break
      case OPS.paintFormXObjectBegin:
        stack.push(matrix)
        if (operands?.[0]) matrix = within(matrix, operands[0] as Matrix)
        break
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        pictures.push(unitSquare(matrix))
        break
      case OPS.setFillRGBColor:
      case OPS.setStrokeRGBColor:
        colours.add(String(operands?.[0]))
    }
  }
  return { pictures, colours }
}

const within = (outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix => [
  outer[0] * a + outer[2] * b,
  outer[1] * a + outer[3] * b,
  outer[0] * c + outer[2] * d,
  outer[1] * c + outer[3] * d,
  outer[0] * e + outer[2] * f + outer[4],
  outer[1] * e + outer[3] * f + outer[5],
]

function unitSquare([a, b, c, d, e, f]: Matrix): Sides {
  const [x, y] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ] as const
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]
}
