import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import sharp from 'sharp'
import { epubPath } from '../../../../src/addresses.ts'
import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { EpubText } from '../read/epub.ts'
import { find, findAll, hasClass } from '../read/html.ts'
import { orUnreadable } from '../read/unreadable.ts'
import type { WordPicture, WordText } from '../read/word.ts'
import { decode } from '../source/addresses.ts'
import { lettersOf } from '../words.ts'
import { chartsIn } from './word-outline.ts'

/** Colours of a picture of the file, and of the one that it should be. */
type Look = { look: Uint8Array; right: Uint8Array }

/** A picture of the file, and the one that it should be. */
type Pair = { alt: string; shown: Uint8Array; meant: Uint8Array }

/** Each picture of a Word file is in it, and stands under its own words: none looks like another's. */
export async function* exchangedPictures(
  place: string,
  { paragraphs }: WordText,
  { fiche, kit, book }: { fiche: FichePubliee; kit: Kit; book: EpubText },
): AsyncGenerator<Finding> {
  const pictures = paragraphs.flatMap(({ pictures }) => pictures)
  for (const { alt, bytes } of pictures)
    if (!bytes) yield fault(place, `L’image « ${alt} » n’est pas dans le fichier.`)
  const pairs = [...charts(pictures, fiche, kit, book), ...(await files(pictures, fiche, kit))]
  if (pairs.length < 2) return
  const looked = pairs.map(async ({ alt, shown, meant }) => {
    const look = await orUnreadable(`${place}, « ${alt} »`, () => lookOf(shown))
    // A drawing may be what only a browser draws.
    const right = await lookOf(meant).catch(() => null)
    return right ? [{ alt, look, right }] : []
  })
  const looks = (await Promise.all(looked)).flat()
  for (const [at, one] of looks.entries())
    for (const other of looks.slice(at + 1)) {
      // Of two charts that are much alike, one may look like both.
      if (looksLike(one, other) && looksLike(other, one))
        yield fault(place, `Les images « ${one.alt} » et « ${other.alt} » sont échangées.`)
    }
}

/** Charts by their titles, with those of the e-book: narrower, and of the same shapes. Where the two do not count the same, nothing is told. */
function charts(pictures: readonly WordPicture[], fiche: FichePubliee, kit: Kit, book: EpubText): Pair[] {
  const titles = chartsIn(fiche.corps.source, kit)
  const chapter = book.chapter(epubPath({ kind: 'fiche', id: fiche.slug }))
  const drawings = findAll(chapter?.root, one => one.name === 'figure' && hasClass(one, 'graphique')).map(
    figure => find(figure, 'img')?.attribs['src'] ?? '',
  )
  if (drawings.length !== titles.length) return []
  return pairsOf(
    pictures,
    titles.map((alt, at) => ({
      alt,
      isNamed: letters => letters.includes(lettersOf(alt)),
      meant: book.files.get(posix.join(book.folder, drawings[at] ?? '')),
    })),
  )
}

/** Pictures of the folder, by their alternative texts. */
async function files(pictures: readonly WordPicture[], { corps }: FichePubliee, kit: Kit): Promise<Pair[]> {
  const written = [...corps.source.matchAll(/^!\[([^\]\n]+)\]\(\s*<?([^)>\s]+)>?\s*\)$/gm)]
  const named = written.map(async ([, alt = '', path = '']) => ({
    alt,
    isNamed: (letters: string) => letters === lettersOf(alt),
    meant: await readFile(join(kit.dir, decode(path))).catch(() => undefined),
  }))
  return pairsOf(pictures, await Promise.all(named))
}

type Named = { alt: string; isNamed: (letters: string) => boolean; meant: Uint8Array | undefined }

/** What one name alone calls. */
function pairsOf(pictures: readonly WordPicture[], all: readonly Named[]): Pair[] {
  return all.flatMap(({ alt, isNamed, meant }) => {
    const called = pictures.filter(one => isNamed(lettersOf(one.alt)))
    const shown = called.length === 1 ? called[0]?.bytes : undefined
    return shown && meant ? [{ alt, shown, meant }] : []
  })
}

/** Part of how far a picture is from the one that it should be, below which it is another. */
const CLEARLY = 0.66

/** Colours on a small square, whatever its margins and proportions. */
async function lookOf(bytes: Uint8Array): Promise<Uint8Array> {
  const white = '#ffffff'
  const { data } = await sharp(bytes)
    .rotate()
    .flatten({ background: white })
    .trim({ background: white, threshold: 10 })
    .resize(48, 48, { fit: 'fill' })
    .blur(1)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data
}

const looksLike = ({ look, right }: Look, other: Look) =>
  distance(look, other.right) < CLEARLY * distance(look, right)

const distance = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0)
