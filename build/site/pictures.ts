import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedPicture } from '../../src/charts/index.ts'
import { type Forme, type Kit, publishedFiches } from '../../src/kit/index.ts'
import { changed, elementsOf, insert } from '../../src/problems/index.ts'
import { withBase } from '../../src/text/index.ts'
import { type Bundle, type Cache, kept, pack, unpack } from '../ground/index.ts'

/** Width and height in pixels. */
export type PictureSize = { width: number; height: number }

/** The pictures of the kit by their path in the site, and the size of each by its address. @throws Error when a file is no picture */
export async function readPictures(
  kit: Pick<Kit, 'dir' | 'fiches' | 'images' | 'site'>,
): Promise<{ files: Bundle; sizes: Map<string, PictureSize> }> {
  const files: Record<string, Uint8Array> = {}
  const sizes = new Map<string, PictureSize>()
  const heads = publishedFiches(kit).flatMap(({ tete }) => tete ?? [])
  const paths = new Set([...Object.keys(kit.images), ...heads])
  if (paths.size === 0) return { files, sizes }
  // Long to load, and many kits have no picture.
  const { default: sharp } = await import('sharp')
  for (const path of paths) {
    const bytes = publishedPicture(path, await readFile(join(kit.dir, path)))
    // A camera that was held on its side says so beside the pixels: editions show what was seen.
    const { width, height } = (await sharp(bytes).metadata()).autoOrient
    files[path] = bytes
    sizes.set(withBase(`/${path}`, kit), { width, height })
  }
  return { files, sizes }
}

/** Tells the size of each picture in the page, so that no line moves when it comes, and lets those far below wait. */
export function sizePictures(html: string, sizes: ReadonlyMap<string, PictureSize>): string {
  if (sizes.size === 0) return html
  const changes = elementsOf(html).flatMap(({ name, attributes }) => {
    const source = attributes.get('src')
    if (name !== 'img' || !source || attributes.has('width')) return []
    const size = sizes.get(source.value)
    const sizeAttributes =
      size && `width="${size.width}" height="${size.height}" loading="lazy" decoding="async"`
    return sizeAttributes ? [insert(source.end, ` ${sizeAttributes}`)] : []
  })
  return changed(html, changes)
}

/** A drawing of the kit's families on a white ground, 100 units wide.
 *  @param room share of the width that the drawing takes: phones cut a maskable icon to a disc */
function iconSvg(kit: Kit, room: number): string {
  const marks = kit.familles.map(({ forme, couleur }) => ({
    forme,
    colour: kit.tokens.familles[couleur]?.solid.hex ?? kit.tokens.neutre.texte.hex,
  }))
  // Wide rows below, and what ends in a point on top: the marks stand like a house.
  const ordered = marks.toSorted((a, b) => Number(b.forme === 'triangle') - Number(a.forme === 'triangle'))
  const columns = Math.ceil(Math.sqrt(ordered.length))
  const rows = Math.ceil(ordered.length / columns)
  const short = ordered.length % columns
  const lines = short ? [ordered.splice(0, short)] : []
  while (ordered.length > 0) lines.push(ordered.splice(0, columns))
  const gap = 8 * room
  const side = (100 * room - gap * (columns - 1)) / columns
  const top = (100 - rows * side - (rows - 1) * gap) / 2
  const shapes = lines.flatMap((line, row) => {
    const left = (100 - line.length * side - (line.length - 1) * gap) / 2
    return line.map(({ forme, colour }, at) =>
      shape(forme, colour, { x: left + at * (side + gap), y: top + row * (side + gap), side }),
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="${kit.tokens.neutre.papier.hex}" d="M0 0h100v100H0z"/>${shapes.join('')}</svg>`
}

function shape(forme: Forme, colour: string, box: { x: number; y: number; side: number }): string {
  const rounded = (value: number) => Math.round(value * 100) / 100
  const [x, y, side] = [rounded(box.x), rounded(box.y), rounded(box.side)]
  switch (forme) {
    case 'carre':
      return `<path fill="${colour}" d="M${x} ${y}h${side}v${side}h-${side}z"/>`
    case 'triangle':
      return `<path fill="${colour}" d="M${x + side / 2} ${y}l${side / 2} ${side}h-${side}z"/>`
    case 'disque':
      return `<circle fill="${colour}" cx="${x + side / 2}" cy="${y + side / 2}" r="${side / 2}"/>`
    default:
      return forme satisfies never
  }
}

/** The icons of the site: path → content. They are kept while their drawing does not change. */
export async function icons(kit: Kit, cache: Cache): Promise<Bundle> {
  const plain = iconSvg(kit, 0.8)
  const masked = iconSvg(kit, 0.56)
  const make = async () => {
    // Long to load, and most builds do without it.
    const { default: sharp } = await import('sharp')
    const png = (svg: string, size: number) => sharp(Buffer.from(svg)).resize(size, size).png().toBuffer()
    return pack({
      'icones/icone.svg': new TextEncoder().encode(plain),
      'icones/icone-180.png': await png(plain, 180),
      'icones/icone-192.png': await png(plain, 192),
      'icones/icone-512.png': await png(plain, 512),
      'icones/icone-masque-512.png': await png(masked, 512),
    })
  }
  return unpack(await kept(cache, 'icones', [plain, masked], make))
}
