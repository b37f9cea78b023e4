import { posix } from 'node:path'
import sharp from 'sharp'
import { type Finding, fault, type Look } from '../../../src/problems/finding.ts'
import { find } from '../../judge/audit/read/html.ts'
import { readArtefact } from '../manifest.ts'
import { LETTER_FINENESS, unlikeWords } from './cover-words.ts'
import type { Edition } from './edition.ts'
import { firstFrame } from './press/open-sheets.ts'
import { type Drawn, drawCover, drawnOf, FINENESS, type Rgb } from './press/raster.ts'

/** The picture is 1 : 1.6, the printed cover an A4 page drawn as large: what lies above the middle stands as far from the head,
 *  what lies below as far from the foot. */
const PIXELS_PER_MM = (2 * 96) / 25.4
/** Side of the squares that are compared, in mm: letters are grey in them. */
const SQUARE = 4
/** What another program's edges change of a square, on a scale of 255: half a pixel of two of them. Near black that is far for the
 *  eye's measures of colour, which are not asked. */
const TOLERANCE = 32

/** A reader's shelf shows the e-book by the cover of the printed kit: its title, words and colours, as large. */
export async function* judgeBookCover({ material, dir, manifest }: Edition): Look {
  const { epub, pdf } = material
  const book = await epub()
  const item = find(
    book.opf,
    ({ attribs }) => attribs['properties']?.split(' ').includes('cover-image') ?? false,
  )
  const picture = book.files.get(posix.join(book.folder, item?.attribs['href'] ?? 'aucune'))
  const printed = await readArtefact(dir, manifest, 'pdf-ecran')
  const cut = firstFrame(printed)
  if (!picture || !cut) {
    yield fault('Livre numérique', 'Le livre n’a pas de couverture.')
    return 'Couverture'
  }
  const page = await drawCover(printed, cut)
  const { head, foot, shift } = await partsOf(picture, page, FINENESS)
  const finely = await drawCover(printed, cut, LETTER_FINENESS)
  const parts = await partsOf(picture, finely, LETTER_FINENESS)
  const words = (await pdf()).pages[0]?.places ?? []
  yield* lacking(page, [at(head), at(foot)], 'n’a pas ce que porte la couverture imprimée')
  for (const text of unlikeWords(words, cut, finely, [parts.head, parts.foot]))
    yield fault(
      'Livre numérique, couverture',
      `L’image ne dit pas « ${text.trim()} » là où la couverture imprimée le dit.`,
    )
  // Between head and foot lies more of the ground.
  const [other] = [
    ...lacking(head, [at(page), at(page, -shift), plain(page)], 'a autre chose que la couverture imprimée'),
    ...lacking(foot, [at(page), at(page, shift), plain(page)], 'a autre chose que la couverture imprimée'),
  ]
  if (other) yield other
  return 'La couverture du livre et celle du kit, carré par carré'
}

/** The upper and the lower part of the picture, each as large as the printed page and drawn as finely; `shift`: the pixels by which
 *  the lower one is further down. */
async function partsOf(
  picture: Uint8Array,
  { width, height }: Pick<Drawn, 'width' | 'height'>,
  fineness: number,
) {
  const { width: across, height: down } = await sharp(picture).metadata()
  const scale = PIXELS_PER_MM / fineness
  const [wide, high] = [
    Math.min(across, Math.round(width * scale)),
    Math.min(down, Math.round(height * scale)),
  ]
  const part = async (top: number): Promise<Drawn> => {
    const data = await sharp(picture)
      .extract({ left: Math.round((across - wide) / 2), top, width: wide, height: high })
      .resize(width, height, { fit: 'fill', kernel: 'mitchell' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer()
    return drawnOf(data, 3, { left: 0, top: 0, stride: width, width, height })
  }
  return { head: await part(0), foot: await part(down - high), shift: Math.round((down - high) / scale) }
}

type Colour = (x: number, y: number) => Rgb | null
const SIDE = SQUARE * FINENESS

/** What a picture shows at a place, `by` pixels further down; null: beyond its edges. */
const at =
  (drawn: Drawn, by = 0): Colour =>
  (x, y) =>
    x < 0 || y + by < 0 || x + SIDE > drawn.width || y + by + SIDE > drawn.height
      ? null
      : drawn.colour(x, y + by, SIDE)

/** The ground of a page, as its corner shows it. */
const plain = (page: Drawn): Colour => {
  const ground = page.colour(0, 0, SIDE)
  return () => ground
}

/** Whether some square of a picture is in none of the others, a pixel more or less. */
function* lacking(drawn: Drawn, others: readonly Colour[], what: string): Generator<Finding> {
  const differs = (x: number, y: number): boolean => {
    const shown = drawn.colour(x, y, SIDE)
    const isLike = (dx: number, dy: number) =>
      others.some(colourAt => {
        const other = colourAt(x + dx, y + dy)
        return other !== null && shown.every((value, at) => Math.abs(value - (other[at] ?? 0)) <= TOLERANCE)
      })
    return !isLike(0, 0) && !STEPS.some(([dx, dy]) => isLike(dx, dy))
  }
  const squares: string[] = []
  for (let y = 0; y + SIDE <= drawn.height; y += SIDE)
    for (let x = 0; x + SIDE <= drawn.width; x += SIDE)
      if (differs(x, y)) squares.push(`${x / FINENESS} mm du bord gauche et ${y / FINENESS} mm du haut`)
  const [first] = squares
  if (first !== undefined)
    yield fault(
      'Livre numérique, couverture',
      `L’image ${what} : ${squares.length} carrés de ${SQUARE} mm ont une autre couleur, le premier à ${first}.`,
    )
}

const STEPS = [-1, 0, 1].flatMap(dx => [-1, 0, 1].map(dy => [dx, dy] as const))
