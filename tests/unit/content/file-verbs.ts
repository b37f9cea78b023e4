import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A kit in memory: path → bytes. */
export type Files = Map<string, Uint8Array>

/** What an edit of `editFiles` does to a whole file: `verb path`, or `verb path -> to`. */
export const fileVerbs: Readonly<Record<string, (files: Files, path: string, to: string) => unknown>> = {
  /** A file, or all files of a folder. */
  supprimer(files, path) {
    const gone = [...files.keys()].filter(
      file => path === '.' || file === path || file.startsWith(`${path}/`),
    )
    if (gone.length === 0) throw new Error(`${path} is not there`)
    for (const file of gone) files.delete(file)
  },
  renommer(files, path, to) {
    files.set(to, bytesOf(files, path))
    files.delete(path)
  },
  /** So many bytes in all: a PNG gets a chunk of another program behind its head. */
  alourdir(files, path, to) {
    const bytes = bytesOf(files, path)
    const chunk = Buffer.alloc(Number(to) - bytes.byteLength)
    chunk.writeUInt32BE(chunk.length - 12)
    chunk.write('prVt', 4)
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
    files.set(path, Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]))
  },
  /** A PNG that says that it moves. */
  animer(files, path) {
    const bytes = bytesOf(files, path)
    const chunk = Buffer.concat([Buffer.from('\0\0\0\x08acTL', 'latin1'), Buffer.alloc(8)])
    chunk.writeUInt32BE(2, 8)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(chunk.subarray(4)))
    files.set(path, Buffer.concat([bytes.subarray(0, 33), chunk, sum, bytes.subarray(33)]))
  },
  /** So many signs in all: paragraphs are added at the end. */
  allonger(files, path, to) {
    const text = Buffer.from(bytesOf(files, path)).toString()
    const paragraph = 'Un achat simple, et net.\n\n'
    const missing = Math.ceil((Number(to) - text.length) / paragraph.length)
    files.set(path, Buffer.from(`${text}\n${paragraph.repeat(missing)}`))
  },
  /** A picture of so many pixels. */
  async peindre(files, path, to) {
    const bytes = paintings.get(to) ?? (await painted(to).png().toBuffer())
    paintings.set(to, bytes)
    files.set(path, bytes)
  },
  /** So many pixels in WebP, whatever the name says. */
  async webp(files, path, to) {
    files.set(path, await painted(to).webp().toBuffer())
  },
  /** So many pixels in the inks of a printer. */
  async cmjn(files, path, to) {
    files.set(path, await painted(to).toColourspace('cmyk').jpeg().toBuffer())
  },
  /** An SVG that holds just this. */
  dessiner(files, path, to) {
    files.set(path, Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${to}</svg>\n`))
  },
  /** The head of a printer's profile, for the colours that are named. */
  profil(files, path, to) {
    const head = Buffer.alloc(132)
    head.write(`prtr${to || 'CMYK'}`, 12)
    head.write('acsp', 36)
    files.set(path, head)
  },
  encoder(files, path, to) {
    const text = Buffer.from(bytesOf(files, path)).toString()
    const bytes = {
      latin1: () => Buffer.from(text.replace('simple', 'équitable'), 'latin1'),
      utf16: () => Buffer.from(`\ufeff${text}`, 'utf16le'),
      marque: () => Buffer.from(`\ufeff${text}`),
      windows: () => Buffer.from(text.replaceAll('\n', '\r\n')),
    }[to]
    if (!bytes) throw new Error(`no such encoding: ${to}`)
    files.set(path, bytes())
  },
}

/** What only a disk has. */
export const diskVerbs: Readonly<Record<string, (path: string, to: string) => Promise<unknown>>> = {
  lien: (path, to) => symlink(to, path),
  /** A pipe, which never ends. */
  tuyau: async path => execFileSync('mkfifo', [path]),
}

export const asksForUnix = (edits = ''): boolean => /^(?:lien|tuyau) /m.test(edits)

/** Those that were painted before, by their size: the largest takes a second. */
const paintings = new Map<string, Uint8Array>()

function bytesOf(files: Files, path: string): Uint8Array {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`${path} is not there`)
  return bytes
}

function painted(size: string) {
  const [width = 1, height = 1] = size.split('x').map(Number)
  return sharp({ create: { width, height, channels: 3, background: '#7a9' } })
}
