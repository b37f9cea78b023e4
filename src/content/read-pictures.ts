import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'

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

/** Looks into the pictures at `files`, relative to `dir`. Dead links are left out. */
export async function readPictures(dir: string, files: readonly string[]): Promise<Map<string, Picture>> {
  const pictures = await pMap(files, file => readPicture(join(dir, file)), { concurrency })
  return new Map(files.flatMap((file, index) => (pictures[index] ? [[file, pictures[index]] as const] : [])))
}

async function readPicture(path: string): Promise<Picture | null> {
  try {
    const { head, tail, bytes } = await readEnds(path)
    const format = isWhole(formatOf(head), tail)
    if (format !== 'svg') return { format, active: null, nested: null, bytes }
    const svg = await readFile(path, 'utf8')
    return { format, active: activePart(svg), nested: tooDeepLine(svg), bytes }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return null
    throw error
  }
}

/** The first kilobyte, in which a comment or a prologue may stand before `<svg`, and the last ones. */
async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer; bytes: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (length: number, position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await read(1024, 0), tail: await read(TAIL, Math.max(0, size - TAIL)), bytes: size }
  } finally {
    await file.close()
  }
}

/** Where the end of a picture is looked for: some programs write a little more behind it. */
const TAIL = 4096

/** A copy that was interrupted has a head and no end: browsers show its upper half and say nothing. */
function isWhole(format: Picture['format'], tail: Buffer): Picture['format'] {
  // https://www.w3.org/TR/png-3/#11IEND, ITU-T T.81 B.1.1.3 (EOI)
  const ends = { png: Buffer.from('IEND'), jpeg: Buffer.from('ffd9', 'hex'), svg: Buffer.from('</svg') }
  return format !== null && tail.includes(ends[format]) ? format : null
}

function formatOf(head: Buffer): Picture['format'] {
  // https://www.w3.org/TR/png-3/#5PNG-file-signature, ITU-T T.81 B.1.1.3
  if (head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png'
  if (head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpeg'
  return /<svg[\s>]/.test(head.toString('utf8')) ? 'svg' : null
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
