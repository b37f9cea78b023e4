import { contrast, type Hex, mix } from '../../contrast.ts'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Draft } from '../draft.ts'
import { colourAt, namePath, ownColours, type TokenPath, tokensOf } from '../tokens.ts'

const WHITE = '#ffffff'
const BLACK = '#000000'
/** @see WCAG 2.2, 1.4.3 */
const LEGIBLE = 4.5

/** A text and what stands behind it: paths of tokens, or a colour of the e-book's reader. */
type Pair = { text: TokenPath; ground: TokenPath | Hex }

/** Every pair of text and ground that the layouts of the editions use can be read. */
export function* checkContrastes(draft: Draft): Generator<Diagnostic> {
  const { tokens } = draft
  const merged = tokensOf(draft)
  if (tokens === null || merged === null) return
  const colour = (of: TokenPath | Hex) => (typeof of === 'string' ? of : colourAt(merged, of).hex)
  const kitPaths = new Set(ownColours(tokens).map(String))
  const isOwn = (of: TokenPath | Hex): of is TokenPath => typeof of !== 'string' && kitPaths.has(String(of))
  const pairs = [...pairsOf(Object.keys(merged.familles))]

  // Of a pair that fails, the kit's text is at fault, else its ground.
  const wrong = new Map<string, { path: TokenPath; pair: Pair; ratio: number }>()
  for (const pair of pairs) {
    const ratio = contrast(colour(pair.text), colour(pair.ground))
    const path = isOwn(pair.text) ? pair.text : isOwn(pair.ground) ? pair.ground : null
    if (path === null || ratio >= LEGIBLE) continue
    const worst = wrong.get(String(path))
    if (worst === undefined || ratio < worst.ratio) wrong.set(String(path), { path, pair, ratio })
  }
  for (const {
    path,
    pair: { text, ground },
    ratio,
  } of wrong.values()) {
    const involved = pairs.filter(pair => [pair.text, pair.ground].some(one => String(one) === String(path)))
    const holds = (candidate: Hex) =>
      involved.every(pair => {
        const [one, other] = [pair.text, pair.ground].map(of =>
          String(of) === String(path) ? candidate : colour(of),
        )
        return contrast(one as Hex, other as Hex) >= LEGIBLE
      })
    const hex = colour(path)
    yield diagnose('contraste-faible', tokens.yaml.placeOf([...path, ...hexOf(path)]), {
      texte: `${namePath(text)} (${colour(text)})`,
      fond: typeof ground === 'string' ? ground : `${namePath(ground)} (${colour(ground)})`,
      rapport: ratio.toFixed(1).replace('.', ','),
      propose: nearestThat(holds, hex),
    })
  }
}

/** Tokens of the site alone, and the accents of e-books, are a value; the others have it beside their inks. */
const hexOf = (path: TokenPath): string[] => (path[0] === 'web' || path.at(-1) === 'epub' ? [] : ['hex'])

function nearestThat(holds: (candidate: Hex) => boolean, hex: Hex): string {
  const candidates = [BLACK, WHITE]
    .flatMap(goal => Array.from({ length: 256 }, (_, step) => mix(goal, hex, step / 255)).find(holds) ?? [])
    .sort((a, b) => contrast(a, hex) - contrast(b, hex))
  return candidates[0]
    ? `Écrire ${candidates[0]}, ou une valeur qui s’en approche`
    : 'Choisir une autre couleur, plus sombre ou plus claire'
}

function* pairsOf(familles: readonly string[]): Generator<Pair> {
  const texts = [
    ['neutre', 'texte'],
    ['neutre', 'gris'],
  ]
  const grounds = [
    ['neutre', 'papier'],
    ['web', 'fond'],
  ]
  for (const text of texts) for (const ground of grounds) yield { text, ground }
  for (const famille of familles) {
    const of = (name: string) => ['familles', famille, name]
    for (const ground of [...grounds, of('tint')]) yield { text: of('solid'), ground }
    yield { text: of('deep'), ground: ['neutre', 'papier'] }
    for (const text of texts) yield { text, ground: of('tint') }
    for (const ground of [WHITE, BLACK] as const) yield { text: of('epub'), ground }
  }
}
