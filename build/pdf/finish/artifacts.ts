import { deflateSync } from 'node:zlib'
import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

/** Marks what no tag holds (grounds, rules, running heads, tabs, feet) as artifacts.
 *  @see ISO 14289-1 §7.1: content is tagged or an artifact */
export function markArtifacts(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const ref = page.node.get(PDFName.of('Contents'))
    const stream = ref && pdf.context.lookup(ref)
    if (!(stream instanceof PDFRawStream)) continue
    const operators = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const marked = deflateSync(Buffer.from(markGaps(operators), 'latin1'))
    const dict = pdf.context.obj({ Length: marked.length, Filter: 'FlateDecode' })
    pdf.context.assign(ref as never, PDFRawStream.of(dict, marked))
  }
}

/** Operators that paint: paths, text, shadings, images. */
const paints = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|Tj|TJ|sh|Do|EI)(?=\s|$)/

/** Puts `/Artifact BMC … EMC` around what stands between two marked sequences and paints. Skia writes one operator a line
 *  and strings in hexadecimal, so a line that ends with BDC, BMC or EMC is that operator. */
export function markGaps(operators: string): string {
  let depth = 0
  let gap: string[] = []
  const lines: string[] = []
  const close = () => {
    lines.push(...(paints.test(gap.join('\n')) ? ['/Artifact BMC', ...gap, 'EMC'] : gap))
    gap = []
  }
  for (const line of operators.split('\n')) {
    const opens = /\b(?:BDC|BMC)$/.test(line)
    const closes = line === 'EMC'
    if (depth === 0 && !opens) {
      gap.push(line)
      continue
    }
    if (depth === 0) close()
    lines.push(line)
    if (opens) depth++
    if (closes) depth--
  }
  close()
  return lines.join('\n')
}
