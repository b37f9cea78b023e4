import type { AcceptedLine } from './baselines.ts'

/** So many sentences say what happened; the pictures beside them say the rest. */
const MOST_SENTENCES = 4
/** Less is a rounding. */
const MOVED_PX = 0.5

/** Tells a change in French: which words moved, came or went, and by how much. */
export function tellChange(before: readonly AcceptedLine[], after: readonly AcceptedLine[]): string {
  const moves = tellMoves(before, after)
  const rest = moves.length - MOST_SENTENCES
  if (moves.length === 0) return 'Aucun mot n’a bougé : une couleur, un dessin ou une image a changé.'
  const sentences = [...moves.slice(0, MOST_SENTENCES), ...(rest > 0 ? [`Et ${rest} de plus`] : [])]
  return `${sentences.join('. ')}.`
}

function tellMoves(before: readonly AcceptedLine[], after: readonly AcceptedLine[]): string[] {
  const places = new Map<string, AcceptedLine[]>()
  for (const line of before) places.set(nameOf(line), [...(places.get(nameOf(line)) ?? []), line])
  const moves = after.flatMap(line => {
    const former = places.get(nameOf(line))?.shift()
    const move = former ? moveOf(former, line) : 'apparaît'
    return move === null ? [] : [`${nameOf(line)} ${move}`]
  })
  return [...moves, ...[...places.values()].flat().map(line => `${nameOf(line)} disparaît`)]
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
