import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishedPicture } from '../../../src/charts/index.ts'
import type { Kit } from '../../../src/kit/index.ts'
import { messageOf } from '../../../src/problems/index.ts'
import { columns, isDrawing, widestColumn } from '../../../src/text/index.ts'
import { blockStyles, type Cache, kept, sha256 } from '../../ground/index.ts'
import { PaginationError } from './faults.ts'
import { type JoinedStyles, joinStyles, type PrintSheets, type PrintSize } from './join-styles.ts'
import { type PrintDocument, type PrintPart, picturesOf } from './reserve.ts'

export type Styles = JoinedStyles & {
  /** `@font-face` rules of both steps. */
  fonts: string
  files: ReadonlyMap<string, Uint8Array>
  fingerprint: string
}

const folder = fileURLToPath(new URL('../../../styles/print/', import.meta.url))
const { resolve } = createRequire(import.meta.url)

// Static files, one a weight: variable fonts end as Type 3 in the PDF.
const faces = [
  { name: 'bricolage-grotesque', family: 'Bricolage Grotesque', weight: 500, style: 'normal' },
  { name: 'bricolage-grotesque', family: 'Bricolage Grotesque', weight: 700, style: 'normal' },
  { name: 'bricolage-grotesque', family: 'Bricolage Grotesque', weight: 800, style: 'normal' },
  { name: 'source-sans-3', family: 'Source Sans 3', weight: 400, style: 'normal' },
  { name: 'source-sans-3', family: 'Source Sans 3', weight: 400, style: 'italic' },
  { name: 'source-sans-3', family: 'Source Sans 3', weight: 600, style: 'normal' },
  { name: 'source-sans-3', family: 'Source Sans 3', weight: 700, style: 'normal' },
] as const

const subsets = ['latin', 'latin-ext'] as const

/** Signs of prose that those packages lack: `CO₂`, `1ᵉʳ`, `≥`, `→`, `‰`, `λ`; not `√`, which is half of an accented letter that was read
 *  wrongly, nor a Greek `Α`, which looks like an A.
 *  `npm run generate` cuts them out of the whole font, where it has them. */
export const SIGNS =
  'U+2B3, U+2BC, U+2E2, U+394, U+3A3, U+3A6, U+3A9, U+3B1-3C9, U+1D48-1D49, U+2012, U+2015, U+2030-2033, U+2070-209C, U+2116, U+2150-215E, U+2190-21FF, U+2200-2219, U+221B-22FF, U+25A0-25FF, U+2610-2612, U+2713-2718'

/** The file of those signs in a face of the text. */
export const signFile = (weight: number, style: 'normal' | 'italic') => `signes-${weight}-${style}.woff`

/** Reads the print style sheets and the fonts from the installed packages. */
export async function readStyles(kit: Kit, size: PrintSize = 'usual'): Promise<Styles> {
  const [sheets, fontFiles] = await Promise.all([readPrintSheets(size), readFonts()])
  const hash = createHash('sha256')
  for (const { bytes } of fontFiles) hash.update(bytes)
  return {
    ...joinStyles(kit, sheets, size),
    fonts: fontFiles.map(({ rule }) => rule).join('\n'),
    files: new Map(fontFiles.map(({ path, bytes }) => [path, bytes])),
    fingerprint: hash.digest('hex'),
  }
}

export async function readPrintSheets(size: PrintSize = 'usual'): Promise<PrintSheets> {
  const large = size === 'large'
  const own = (name: string) => (large ? readFile(join(folder, 'large', name), 'utf8') : '')
  const [frame, content, blocks, cut, page, ...more] = await Promise.all([
    readSheets('frame', large ? placed : []),
    readSheets('content', large ? placed : []),
    blockStyles('print'),
    readFile(join(folder, 'cut.css'), 'utf8'),
    readSheets('page', [large ? 'usual' : 'large']),
    own('content.css'),
    own('frame.css'),
  ])
  const [ownContent, ownFrame] = more
  const usual = [content, blocks, cut].join('\n')
  return large
    ? { content: `${legible(usual)}\n${ownContent}`, frame: `${frame}\n${ownFrame}`, page }
    : { content: usual, frame, page }
}

/** Style sheets of what is placed on a page of usual print: in large print nothing is. */
const placed = ['titles', 'head', 'page-head', 'couverture', 'quatrieme', 'excerpt']

/** Raises the sizes of small texts to that of the running text. */
const legible = (css: string) =>
  css.replace(/(?<![\w.])(\d+(?:\.\d+)?)pt\b/g, (_, size) => `${Math.max(10, Number(size))}pt`)

/** The style sheets of a folder of `styles/print`, in the order of their names. */
async function readSheets(name: string, without: readonly string[]): Promise<string> {
  const dir = join(folder, name)
  const names = (await readdir(dir))
    .filter(name => name.endsWith('.css') && !without.includes(name.slice(0, -4)))
    .sort()
  return (await Promise.all(names.map(name => readFile(join(dir, name), 'utf8')))).join('\n')
}

type FontFile = { path: string; rule: string; bytes: Uint8Array }

/** The font files, and the rule that names each by its path from the root. Of two rules for a sign the last counts. */
export async function readFonts(): Promise<FontFile[]> {
  const signs = faces.filter(({ name }) => name === 'source-sans-3').map(readSigns)
  const letters = faces.flatMap(face => subsets.map(subset => readLetters(face, subset)))
  return Promise.all([...signs, ...letters])
}

type Face = (typeof faces)[number]

async function readLetters(face: Face, subset: (typeof subsets)[number]): Promise<FontFile> {
  const { name, weight, style } = face
  const file = `${name}-${subset}-${weight}-${style}.woff2`
  const declared = await readFile(resolve(`@fontsource/${name}/unicode.json`), 'utf8')
  const ranges: Record<string, string> = JSON.parse(declared)
  const bytes = await readFile(resolve(`@fontsource/${name}/files/${file}`))
  return fontFile(face, { file, range: ranges[subset] ?? '', bytes })
}

async function readSigns(face: Face): Promise<FontFile> {
  const file = signFile(face.weight, face.style)
  return fontFile(face, { file, range: SIGNS, bytes: await readFile(join(folder, 'polices', file)) })
}

function fontFile(
  { family, weight, style }: Face,
  { file, range, bytes }: { file: string; range: string; bytes: Uint8Array },
): FontFile {
  const path = `polices/${file}`
  const rule = `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; font-display: block; src: url(/${path}); unicode-range: ${range}; }`
  return { path, rule, bytes }
}

/** The pictures that documents show, by the path they write, with the SHA-256 of each. */
export type Pictures = { files: ReadonlyMap<string, Uint8Array>; digests: ReadonlyMap<string, string> }

/** Reads every picture of the documents from the kit's folder.
 *  @throws PaginationError when a picture is not a file of the kit */
export async function readPictures(
  parts: readonly (PrintDocument & Partial<Pick<PrintPart, 'running'>>)[],
  kitDir: string,
  cache: Cache | null = null,
): Promise<Pictures> {
  const files = new Map<string, Uint8Array>()
  const digests = new Map<string, string>()
  for (const { item, html, running = '' } of parts)
    for (const path of picturesOf(running + html)) {
      if (files.has(path)) continue
      const file = join(kitDir, path)
      const inside = !relative(kitDir, file).startsWith('..') && !/^[a-z]+:/i.test(path)
      const refused = new PaginationError(item, [{ kind: 'refus', url: path }])
      if (!inside) throw refused
      const original = await readFile(file).catch(cause => {
        throw new PaginationError(item, refused.faults, { cause })
      })
      const make = () => printPicture(original)
      const damaged = (cause: unknown) => {
        const fault = { kind: 'image', path, why: messageOf(cause) } as const
        throw new PaginationError(item, [fault], { cause })
      }
      const bytes = isDrawing(path)
        ? publishedPicture(path, original)
        : await (cache ? kept(cache, 'image', [sha256(original)], make) : make()).catch(damaged)
      files.set(path.replace(/^\//, ''), bytes)
      digests.set(path, sha256(bytes))
    }
  return { files, digests }
}

/** Pixels an inch beyond which no press shows more. */
const MOST = 350

/** A picture as print needs it: upright, on paper where it lets the ground through, and no finer than the press at the largest width that its
 *  shape is set in. */
async function printPicture(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded with the first photograph: many kits have none, and the library is large.
  const { default: sharp } = await import('sharp')
  const picture = sharp(bytes, { limitInputPixels: false })
  const { autoOrient: size, hasAlpha, orientation = 1, format } = await picture.metadata()
  const width = Math.round((columns[widestColumn(size)] * MOST) / 25.4)
  if (size.width <= width && !hasAlpha && orientation === 1) return bytes
  picture
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .keepIccProfile()
  return await (format === 'jpeg' ? picture.jpeg({ quality: 85 }) : picture.png()).toBuffer()
}
