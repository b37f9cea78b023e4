import type { AcceptedLine, Baseline, Baselines, Shot } from './baselines.ts'
import { ALLOWED_PIXELS, compare, decode, encode, type PixelMap } from './compare.ts'

/** A picture that differs from the accepted one.
 *  - `deplacee`: the page stands elsewhere in the book; only its frame and numbers of pages differ
 *  - `renumerotee`: it stands where it stood; only numbers of pages differ in its text
 *  - `reecrite`: its words are other ones
 *  - `changee`: anything else: nobody wrote what changed */
export type Difference = {
  kind: 'changee' | 'reecrite' | 'renumerotee' | 'deplacee' | 'ajoutee' | 'disparue'
  now: Omit<Shot, 'png'> | null
  /** Says in French what moved, where, beside which words. */
  constat: string
  former: Baseline | null
  /** Pixels that differ. */
  pixels: number
  pictures: { before: Uint8Array | null; after: Uint8Array | null; difference: Uint8Array | null }
}

/** The frame of a page that moved: folio and head at the foot, tab on the outer edge, which changes sides. Parts of the page. */
const FRAME = { side: 0.14, head: 0.04, foot: 0.9 }

/** Stands for a comparison where there is none. */
const uncompared = { constat: '', pixels: 0 }

/** Compares the pictures of now with the accepted ones, in the order of now. */
export async function judge(shots: readonly Shot[], baselines: Baselines): Promise<Difference[]> {
  const differences: Difference[] = []
  const byId = new Map(baselines.list.map(baseline => [baseline.id, baseline]))
  for (const { png, ...now } of shots) {
    const former = byId.get(now.id) ?? null
    if (!former) {
      const pictures = { before: null, after: png, difference: null }
      differences.push({ ...uncompared, kind: 'ajoutee', now, former, pictures })
      continue
    }
    const before = await baselines.read(now.id)
    const style = tellStyle(former, now)
    if (style === '' && Buffer.from(before).equals(png)) continue
    const [old, fresh] = [await decode(before), await decode(png)]
    const { same, pixels, drawing } = compare(old, fresh)
    if (style === '' && same) continue
    const kind = style === '' ? kindOf(now, former, old, fresh) : 'changee'
    differences.push({
      kind,
      constat:
        style || (kind === 'changee' || kind === 'reecrite' ? tellChange(former.lignes, now.lignes) : ''),
      now,
      former,
      pixels,
      pictures: { before, after: png, difference: await encode(drawing) },
    })
  }
  const ids = new Set(shots.map(({ id }) => id))
  for (const former of baselines.list)
    if (!ids.has(former.id)) {
      const pictures = { before: await baselines.read(former.id), after: null, difference: null }
      differences.push({ ...uncompared, kind: 'disparue', now: null, former, pictures })
    }
  return differences
}

function kindOf(
  now: Pick<Shot, 'texte' | 'mots' | 'page' | 'lignes' | 'scale'>,
  former: Baseline,
  old: PixelMap,
  fresh: PixelMap,
): Difference['kind'] {
  const other = now.mots === former.mots ? 'changee' : 'reecrite'
  if (now.texte === null || now.texte !== former.texte) return other
  const isMoved = now.page !== former.page
  const isTurned = isMoved && ((now.page ?? 0) - (former.page ?? 0)) % 2 !== 0
  const inFrame = (x: number, y: number) =>
    x < fresh.width * FRAME.side ||
    x > fresh.width * (1 - FRAME.side) ||
    y < fresh.height * FRAME.head ||
    y > fresh.height * FRAME.foot
  const frame = isMoved ? inFrame : () => false
  const pixels = isTurned ? leastShifted(old, fresh, inFrame) : compare(old, fresh, frame).pixels
  // Its text stands where it stood: numbers are a few pixels each, another ground or another drawing is thousands.
  if (pixels > (isTurned ? TURNED_PIXELS : NUMBERS_PIXELS)) return other
  // A number stands in a line of words: a legend, a tab or a pictogram that changed is no number.
  const inLine = inLines(now)
  const isIgnored = (x: number, y: number) => frame(x, y) || inLine(x, y)
  if (!isTurned && compare(old, fresh, isIgnored).pixels > ALLOWED_PIXELS) return other
  return isMoved ? 'deplacee' : 'renumerotee'
}

/** Tells the pixels that lie in a line of words: under its baseline too, and where a number at its end may be longer. */
function inLines({ lignes, scale }: Pick<Shot, 'lignes' | 'scale'>): (x: number, y: number) => boolean {
  const boxes = lignes.map(({ x, y, largeur, hauteur }) => ({
    left: x * scale - 2,
    right: (x + largeur + hauteur) * scale,
    top: y * scale - 2,
    bottom: (y + 1.3 * hauteur) * scale + 2,
  }))
  return (x, y) =>
    boxes.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)
}

/** Most pixels that the numbers of a page full of cross-references take. */
const NUMBERS_PIXELS = 400
/** Most pixels at the edges of boxes on a page that changed sides, shrunk until its letters are grey. */
const TURNED_PIXELS = 60
const FAR = 4

/** Compares a page that changed sides, right or left: it moves sideways by a fraction of a pixel. Both pictures are shrunk,
 *  and set in the position that fits best. */
function leastShifted(old: PixelMap, fresh: PixelMap, ignore: (x: number, y: number) => boolean): number {
  const [before, after] = [fromAfar(old), fromAfar(fresh)]
  const ignored = (x: number, y: number) => ignore(x * FAR, y * FAR)
  const shifts = [0, 1, -1, 2, -2, 3, -3]
  return Math.min(...shifts.map(dx => compare(shift(before, dx), after, ignored, FAR_THRESHOLD).pixels))
}

/** Above the change of an edge by part of a pixel, below the change of a colour. */
const FAR_THRESHOLD = 0.2

/** Each square of FAR pixels becomes one, of their mean colour. */
function fromAfar({ data, width, height }: PixelMap): PixelMap {
  const [w, h] = [Math.floor(width / FAR), Math.floor(height / FAR)]
  const small = new Uint8Array(w * h * 4)
  for (let at = 0; at < small.length; at++) {
    const [channel, x, y] = [at % 4, Math.floor(at / 4) % w, Math.floor(at / 4 / w)]
    let sum = 0
    for (let dy = 0; dy < FAR; dy++)
      for (let dx = 0; dx < FAR; dx++) sum += data[((y * FAR + dy) * width + x * FAR + dx) * 4 + channel] ?? 0
    small[at] = Math.round(sum / FAR ** 2)
  }
  return { data: small, width: w, height: h }
}

function shift({ data, width, height }: PixelMap, dx: number): PixelMap {
  if (dx === 0) return { data, width, height }
  const pixels = new Uint8Array(data.length).fill(255)
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width * 4, (y + 1) * width * 4)
    if (dx > 0) pixels.set(row.subarray(0, (width - dx) * 4), (y * width + dx) * 4)
    else pixels.set(row.subarray(-dx * 4), y * width * 4)
  }
  return { data: pixels, width, height }
}

/** So many sentences say what happened; the pictures beside them say the rest. */
const MOST_SENTENCES = 4
/** Less is a rounding. */
const MOVED_PX = 0.5

/** Tells a change in French: which words moved, came or went, and by how much. */
function tellChange(before: readonly AcceptedLine[], after: readonly AcceptedLine[]): string {
  const { moves, others } = tellMoves(before, after)
  const all = [...moves, ...others]
  if (all.length === 0) return 'Aucun mot n’a bougé : une couleur, un dessin ou une image a changé.'
  return sentencesOf(all)
}

function sentencesOf(changes: readonly string[]): string {
  const rest = changes.length - MOST_SENTENCES
  return `${[...changes.slice(0, MOST_SENTENCES), ...(rest > 0 ? [`Et ${rest} de plus`] : [])].join('. ')}.`
}

/** Tells what a picture is too coarse for: a shade, a finer rule, half a point, a line a hair lower. Empty: nothing, or words have changed too. */
function tellStyle(former: Baseline, now: Pick<Shot, 'style' | 'mots' | 'lignes' | 'page'>): string {
  if (former.style === undefined || now.mots !== former.mots) return ''
  const [before, after] = [new Set(former.style), new Set(now.style)]
  const changes = [
    ...now.style.flatMap(fact => (before.has(fact) ? [] : [`${fact} apparaît`])),
    ...former.style.flatMap(fact => (after.has(fact) ? [] : [`${fact} disparaît`])),
    // A page that moved has other numbers, and may have changed sides.
    ...(now.page === former.page ? tellMoves(former.lignes, now.lignes).moves : []),
  ]
  return changes.length === 0 ? '' : sentencesOf(changes)
}

/** Tells which words stand elsewhere, and which came or went. */
function tellMoves(before: readonly AcceptedLine[], after: readonly AcceptedLine[]) {
  const places = new Map<string, AcceptedLine[]>()
  for (const line of before) places.set(nameOf(line), [...(places.get(nameOf(line)) ?? []), line])
  const [moves, came]: [string[], string[]] = [[], []]
  for (const line of after) {
    const former = places.get(nameOf(line))?.shift()
    const move = former && moveOf(former, line)
    if (!former) came.push(`${nameOf(line)} apparaît`)
    else if (move) moves.push(`${nameOf(line)} ${move}`)
  }
  const gone = [...places.values()].flat().map(line => `${nameOf(line)} disparaît`)
  return { moves, others: [...came, ...gone] }
}

const nameOf = ({ sorte, mots }: AcceptedLine) => `${sorte === 'titre' ? 'Le titre' : 'La ligne'} « ${mots} »`

/** « est 2 px plus bas »; null: it stands where it stood, as large as it was. */
function moveOf(before: AcceptedLine, after: AcceptedLine): string | null {
  const parts = [
    amount(after.y - before.y, 'plus bas', 'plus haut'),
    amount(after.x - before.x, 'plus à droite', 'plus à gauche'),
    amount(after.hauteur - before.hauteur, 'plus haut de corps', 'plus petit de corps'),
  ].filter(part => part !== null)
  return parts.length > 0 ? `est ${parts.join(' et ')}` : null
}

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

const amount = (delta: number, more: string, less: string): string | null =>
  Math.abs(delta) < MOVED_PX ? null : `${number.format(Math.abs(delta))} px ${delta > 0 ? more : less}`
