import pMap from 'p-map'
import type { KitFolder } from './kit-folder.ts'

export type Picture = {
  /** What its bytes are, whatever its name says; null: none of the formats that all editions can show, or not all of it. */
  format: 'svg' | 'png' | 'jpeg' | null
  /** Where an SVG does something or calls for something from elsewhere, from 1; null: it is a drawing and no more. */
  active: { line: number; column: number; found: string } | null
  /** The line from which an SVG nests deeper than browsers read. */
  nested: number | null
  /** Weight of its file. */
  bytes: number
}

const concurrency = 16

/** Looks into the pictures at `files` of a kit. Dead links are left out. */
export async function readPictures(
  folder: KitFolder,
  files: readonly string[],
): Promise<Map<string, Picture>> {
  const pictures = await pMap(files, file => readPicture(folder, file), { concurrency })
  return new Map(files.flatMap((file, index) => (pictures[index] ? [[file, pictures[index]] as const] : [])))
}

async function readPicture(folder: KitFolder, file: string): Promise<Picture | null> {
  const ends = await folder.ends(file, ENDS)
  if (ends === null) return null
  const { head, tail, bytes } = ends
  const format = isWhole(formatOf(head), tail)
  const whole = format === 'svg' ? folder.read(file) : null
  if (whole === null || typeof whole === 'string') return { format, active: null, nested: null, bytes }
  const svg = utf8.decode(whole)
  return { format, active: activePart(svg), nested: tooDeepLine(svg), bytes }
}

/** How much is looked at: of the beginning a kilobyte, in which a comment or a prologue may stand before `<svg`; of the end
 *  more, as some programs write a little behind a picture. */
const ENDS = { head: 1024, tail: 4096 }

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** A character a byte. */
const asBytes = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** A copy that was interrupted has a head and no end: browsers show its upper half and say nothing. */
function isWhole(format: Picture['format'], tail: Uint8Array): Picture['format'] {
  // https://www.w3.org/TR/png-3/#11IEND, ITU-T T.81 B.1.1.3 (EOI)
  const ends = { png: 'IEND', jpeg: '\xff\xd9', svg: '</svg' }
  return format !== null && asBytes(tail).includes(ends[format]) ? format : null
}

function formatOf(head: Uint8Array): Picture['format'] {
  // https://www.w3.org/TR/png-3/#5PNG-file-signature, ITU-T T.81 B.1.1.3
  const start = asBytes(head.subarray(0, 8))
  if (start === '\x89PNG\r\n\x1a\n') return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  return /<svg[\s>]/.test(utf8.decode(head)) ? 'svg' : null
}

const active =
  /<(?:[\w.-]+:)?(?:script|foreignObject|handler|iframe)\b|<!ENTITY|\son\w+\s*=|javascript:|\s(?:[\w.-]+:)?href\s*=\s*["'](?!#|data:image\/(?!svg))|@import|url\(\s*["']?(?!#|data:(?!image\/svg))/i

function activePart(written: string): Picture['active'] {
  const svg = unescaped(written)
  const match = active.exec(svg)
  if (match === null) return null
  const before = svg.slice(0, match.index + (match[0].length - match[0].trimStart().length)).split(/\r\n?|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found: match[0].trim() }
}

/** The text as a browser understands it: `&#115;cript`, `u\72l(`. */
const unescaped = (svg: string) =>
  svg.replace(
    /&#x([0-9a-f]{1,6});|&#(\d{1,7});|\\([0-9a-f]{1,6})[ \t]?/gi,
    (whole, hex?: string, decimal?: string, css?: string) => {
      const point = decimal === undefined ? Number.parseInt(hex ?? css ?? '', 16) : Number(decimal)
      return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )

/** libxml, which Chromium reads drawings with, gives up at 256. No program for drawing nests so deep. */
const MOST_NESTED = 200

/** The line, from 1, where a drawing nests deeper than a browser reads. */
function tooDeepLine(svg: string): number | null {
  let depth = 0
  for (const { 0: tag, index } of svg.matchAll(/<(?:!--[\s\S]*?-->|\/?[\w.:-]+[^<>]*>)/g)) {
    if (tag.startsWith('<!') || tag.endsWith('/>')) continue
    depth += tag.startsWith('</') ? -1 : 1
    if (depth > MOST_NESTED) return svg.slice(0, index).split('\n').length
  }
  return null
}
