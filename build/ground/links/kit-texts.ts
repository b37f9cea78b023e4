import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText, listKit } from '../../../src/kit/index.ts'
import { type Covered, wholeWords } from '../../../src/links/index.ts'
import { diskFolder } from '../disk/read-kit.ts'
import { withPdf } from '../disk/with-pdf.ts'

/** The fiches and pages of a kit, and its settings, as text, by their path; without what is no UTF-8, which `kit check` tells. */
export async function readKitTexts(
  dir: string,
): Promise<{ sheets: Map<string, string>; settings: Map<string, string> }> {
  const listing = await listKit(diskFolder(dir))
  if (listing === null) throw new Error(`${dir} is no folder`)
  const { fiches, pages, settings } = listing
  const read = async (files: Iterable<string>) => {
    const texts = new Map<string, string>()
    for (const file of files) {
      const { text } = decodeText(await readFile(join(dir, file)), file)
      if (text !== null) texts.set(file, text)
    }
    return texts
  }
  return { sheets: await read([...fiches, ...pages]), settings: await read(settings) }
}

/** Writes texts back with the line ends and the byte order mark that their files have. */
export async function writeKitTexts(dir: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of texts) {
    const former = await readFile(join(dir, file), 'utf8')
    const mark = former.startsWith('\ufeff') ? '\ufeff' : ''
    await writeFile(join(dir, file), mark + (former.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text))
  }
}

/** Reads the web links of a PDF, with the words under each. @throws the error of pdf.js for bytes that are not a PDF, or for
 *  a PDF with a password */
export function readPdfLinks(bytes: Uint8Array, signal: AbortSignal): Promise<Covered[]> {
  return withPdf(bytes, async pdf => {
    const covered: Covered[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      const page = await pdf.getPage(number)
      const links = ((await page.getAnnotations()) as Annotation[]).filter(
        ({ subtype, url, unsafeUrl }) => subtype === 'Link' && /^https?:/i.test(url ?? unsafeUrl ?? ''),
      )
      if (links.length === 0) continue
      const items = (await page.getTextContent()).items.filter(item => 'str' in item)
      // pdf.js takes all words for level ones.
      const turned = items.filter(({ transform }) => Math.abs(transform[1]) > 0.1)
      const text = items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('')
      for (const { url, unsafeUrl, overlaidText, rect } of links) {
        const inside = (overlaidText ?? '').replace(/\s+/g, ' ').trim()
        const upright = wordsNear(turned, rect)
        const words = upright || (inside === '' ? wordsNear(items, rect) : wholeWords(inside, text))
        covered.push({ url: url ?? unsafeUrl ?? '', words, page: number, box: rect })
      }
    }
    return covered
  })
}

type LinkFrame = readonly [left: number, bottom: number, right: number, top: number]

/** `overlaidText`: the letters whose middle, on the line that they stand on, is within the frame. */
type Annotation = {
  subtype: string
  url?: string
  unsafeUrl?: string
  overlaidText?: string
  rect: LinkFrame
}

type TextPiece = { str: string; transform: number[]; width: number; hasEOL: boolean }

/** Finds the words whose middle a frame holds, a little above or below its line. The place of a word in its piece is
 *  estimated from the letters before it. */
function wordsNear(items: readonly TextPiece[], [left, bottom, right, top]: LinkFrame): string {
  const words = items.flatMap(({ str, transform, width }) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform
    const size = Math.hypot(a, b) || 1
    const [alongX, alongY] = [a / size, b / size]
    return [...str.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const along = (width * (index + word.length / 2)) / str.length
      const rise = size / 4
      const [middleX, middleY] = [x + alongX * along - alongY * rise, y + alongY * along + alongX * rise]
      return middleX > left && middleX < right && middleY > bottom && middleY < top ? [word] : []
    })
  })
  return words.join(' ')
}
