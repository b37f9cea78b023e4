import type { Forme, Kit } from '../../src/kit.ts'
import { type Bundle, pack, unpack } from '../store/bundle.ts'
import { type Cache, kept } from '../store/cache.ts'

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
