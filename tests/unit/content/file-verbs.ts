import { execFileSync } from 'node:child_process'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/** What an edit of `editKit` does to a whole file: `verb path`, or `verb path -> to`. */
export const fileVerbs: Readonly<
  Record<string, (path: string, to: string, dir: string) => Promise<unknown>>
> = {
  supprimer: path => rm(path, { recursive: true }),
  lien: (path, to) => symlink(to, path),
  renommer: async (path, to, dir) => {
    await cp(path, `${dir}/${to}`)
    await rm(path)
  },
  /** So many bytes in all, filled up behind the head. */
  alourdir: async (path, to) => {
    const bytes = await readFile(path)
    const filling = Buffer.alloc(Number(to) - bytes.byteLength)
    await writeFile(path, Buffer.concat([bytes.subarray(0, 33), filling, bytes.subarray(33)]))
  },
  /** So many signs in all: paragraphs are added at the end. */
  allonger: async (path, to) => {
    const text = await readFile(path, 'utf8')
    const paragraph = 'Un achat simple, et net.\n\n'
    await writeFile(
      path,
      `${text}\n${paragraph.repeat(Math.ceil((Number(to) - text.length) / paragraph.length))}`,
    )
  },
  /** A picture of so many pixels. */
  peindre: async (path, to) => {
    const [width = 1, height = 1] = to.split('x').map(Number)
    await sharp({ create: { width, height, channels: 3, background: '#7a9' } }).toFile(path)
  },
  /** So many pixels in WebP, whatever the name says. */
  webp: async (path, to) => {
    const [width = 1, height = 1] = to.split('x').map(Number)
    const picture = sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    await writeFile(path, await picture.webp().toBuffer())
  },
  /** So many pixels in the inks of a printer. */
  cmjn: async (path, to) => {
    const [width = 1, height = 1] = to.split('x').map(Number)
    const picture = sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    await picture.toColourspace('cmyk').jpeg().toFile(path)
  },
  /** An SVG that holds just this. */
  dessiner: (path, to) =>
    writeFile(path, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${to}</svg>\n`),
  encoder: async (path, to) => {
    const text = await readFile(path, 'utf8')
    const bytes = {
      latin1: () => Buffer.from(text.replace('simple', 'équitable'), 'latin1'),
      utf16: () => Buffer.from(`\ufeff${text}`, 'utf16le'),
      marque: () => Buffer.from(`\ufeff${text}`),
      windows: () => Buffer.from(text.replaceAll('\n', '\r\n')),
    }[to]
    if (!bytes) throw new Error(`no such encoding: ${to}`)
    await writeFile(path, bytes())
  },
  /** A pipe, which never ends. */
  tuyau: async path => execFileSync('mkfifo', [path]),
}
