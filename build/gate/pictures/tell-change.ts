import type { AcceptedLine, Baseline, Line, Shot } from './baselines.ts'
import type { Comparison } from './compare.ts'

/** So many sentences say what happened; the pictures beside them say the rest. */
const MOST_SENTENCES = 4
/** Less is a rounding. */
const MOVED_PX = 0.5

/** Tells a change in French: which words moved, came, went or look otherwise, by how much and where on the page.
 *  @param box around the pixels that differ, in pixels of the picture */
export function tellChange(
  now: Pick<Shot, 'lignes' | 'scale'>,
  former: Baseline,
  box: Comparison['box'],
  picture: { width: number; height: number },
): string {
  const moves = former.lignes ? tellMoves(former.lignes, now.lignes) : []
  const changes = moves.length > 0 ? moves : [tellLook(now, box, former.lignes !== undefined)]
  const rest = changes.length - MOST_SENTENCES
  const sentence = [...changes.slice(0, MOST_SENTENCES), ...(rest > 0 ? [`et ${rest} de plus`] : [])].join(
    ' ; ',
  )
  const change = box ? `${regionOf(box, picture)}, ${sentence}` : sentence
  return `${change.charAt(0).toUpperCase()}${change.slice(1)}.`
}

/** Runs of lines that moved together are told once, by the first of them. */
function tellMoves(before: readonly AcceptedLine[], after: readonly Line[]): string[] {
  const places = new Map<string, AcceptedLine[]>()
  for (const line of before) places.set(keyOf(line), [...(places.get(keyOf(line)) ?? []), line])
  const moves: { what: string; lines: number; first: AcceptedLine }[] = []
  for (const line of after) {
    const formerLine = places.get(keyOf(line))?.shift()
    const what = formerLine ? moveOf(formerLine, line) : 'apparaît'
    if (what === null) continue
    const last = moves.at(-1)
    if (last?.what === what) last.lines++
    else moves.push({ what, lines: 1, first: line })
  }
  for (const line of [...places.values()].flat()) moves.push({ what: 'disparaît', lines: 1, first: line })
  return moves.map(
    ({ what, lines, first }) =>
      `${nameOf(first)} ${what}${lines > 1 ? `, et ${lines - 1} ligne${lines > 2 ? 's' : ''} avec` : ''}`,
  )
}

const keyOf = ({ mots, sorte }: AcceptedLine) => `${sorte} ${mots}`

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

const nameOf = ({ sorte, mots }: AcceptedLine) => `${sorte === 'titre' ? 'le titre' : 'la ligne'} « ${mots} »`

/** No word moved, as far as former places are kept: it is a colour, a drawing or a picture, beside these words. */
function tellLook(
  { lignes, scale }: Pick<Shot, 'lignes' | 'scale'>,
  box: Comparison['box'],
  isKnown: boolean,
): string {
  if (!box) return 'la vue a une autre taille'
  const [x, y] = [(box[0] + box[2]) / 2 / scale, (box[1] + box[3]) / 2 / scale]
  const distance = (line: Line) =>
    Math.hypot(
      Math.max(line.x - x, 0, x - line.x - line.largeur),
      Math.max(line.y - y, 0, y - line.y - line.hauteur),
    )
  const [nearest] = lignes.toSorted((a, b) => distance(a) - distance(b))
  const where = nearest ? `, près de « ${nearest.mots} »` : ''
  return isKnown
    ? `aucun mot n’a bougé : une couleur, un dessin ou une image a changé${where}`
    : `des mots, une couleur, un dessin ou une image ont changé${where}`
}

/** « en haut à gauche », of the third of the page in which the middle of the box lies. */
function regionOf(
  [left, top, right, bottom]: NonNullable<Comparison['box']>,
  { width, height }: { width: number; height: number },
): string {
  const third = (middle: number, names: [string, string, string]) =>
    names[middle < 1 / 3 ? 0 : middle < 2 / 3 ? 1 : 2]
  const tall = bottom - top > height * 0.7
  const wide = right - left > width * 0.7
  if (tall && wide) return 'sur toute la vue'
  const vertical = tall
    ? 'sur toute la hauteur'
    : third((top + bottom) / 2 / height, ['en haut', 'au milieu', 'en bas'])
  return wide
    ? vertical
    : `${vertical}, ${third((left + right) / 2 / width, ['à gauche', 'au centre', 'à droite'])}`
}
