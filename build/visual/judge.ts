import type { Baseline, Baselines } from './baselines.ts'
import { compare } from './compare.ts'
import { decode, encode, type Pixels } from './encode.ts'
import type { Shot } from './shot.ts'

/** What became of a picture.
 *  - `deplacee`: the page stands elsewhere in the book; only its frame and numbers of pages differ
 *  - `renumerotee`: it stands where it stood; only numbers of pages differ in its text
 *  - `changee`: anything else */
export type Difference = {
  kind: 'changee' | 'renumerotee' | 'deplacee' | 'ajoutee' | 'disparue'
  now: Omit<Shot, 'png'> | null
  former: Baseline | null
  /** Pixels that differ, and where. */
  pixels: number
  box: [number, number, number, number] | null
  pictures: { before: Uint8Array | null; after: Uint8Array | null; difference: Uint8Array | null }
}

/** The frame of a page that moved: folio and head at the foot, tab on the outer edge, which changes sides. Parts of the page. */
const FRAME = { side: 0.14, head: 0.04, foot: 0.9 }

/** Compares the pictures of now with the accepted ones, in the order of now. */
export async function judge(shots: readonly Shot[], baselines: Baselines): Promise<Difference[]> {
  const found: Difference[] = []
  const known = new Map(baselines.list.map(baseline => [baseline.id, baseline]))
  for (const { png, ...now } of shots) {
    const former = known.get(now.id) ?? null
    if (!former) {
      found.push({
        kind: 'ajoutee',
        now,
        former,
        pixels: 0,
        box: null,
        pictures: { before: null, after: png, difference: null },
      })
      continue
    }
    const before = await baselines.read(now.id)
    if (Buffer.from(before).equals(png)) continue
    const [old, fresh] = [await decode(before), await decode(png)]
    const { same, pixels, box, drawing } = compare(old, fresh)
    if (same) continue
    found.push({
      kind: kindOf(now, former, old, fresh),
      now,
      former,
      pixels,
      box,
      pictures: { before, after: png, difference: await encode(drawing) },
    })
  }
  const ids = new Set(shots.map(({ id }) => id))
  for (const former of baselines.list)
    if (!ids.has(former.id))
      found.push({
        kind: 'disparue',
        now: null,
        former,
        pixels: 0,
        box: null,
        pictures: { before: await baselines.read(former.id), after: null, difference: null },
      })
  return found
}

function kindOf(now: Baseline, former: Baseline, old: Pixels, fresh: Pixels): Difference['kind'] {
  const sameWords = now.mots !== null && now.mots === former.mots
  if (!sameWords) return 'changee'
  const moved = now.page !== former.page
  const turned = moved && ((now.page ?? 0) - (former.page ?? 0)) % 2 !== 0
  const inFrame = (x: number, y: number) =>
    x < fresh.width * FRAME.side ||
    x > fresh.width * (1 - FRAME.side) ||
    y < fresh.height * FRAME.head ||
    y > fresh.height * FRAME.foot
  // A page that turns from right to left may stand a little to the side.
  const shifts = turned ? [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6] : [0]
  const least = Math.min(...shifts.map(dx => compare(shift(old, dx), fresh, inFrame).pixels))
  // Numbers are a few pixels each; a block that moved is thousands.
  if (least > NUMBERS_PIXELS) return 'changee'
  return moved ? 'deplacee' : 'renumerotee'
}

/** As many pixels as the numbers of a page full of cross-references take. */
const NUMBERS_PIXELS = 400

function shift({ data, width, height }: Pixels, dx: number): Pixels {
  if (dx === 0) return { data, width, height }
  const moved = new Uint8Array(data.length).fill(255)
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width * 4, (y + 1) * width * 4)
    if (dx > 0) moved.set(row.subarray(0, (width - dx) * 4), (y * width + dx) * 4)
    else moved.set(row.subarray(-dx * 4), y * width * 4)
  }
  return { data: moved, width, height }
}
