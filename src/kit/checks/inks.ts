import { diagnose, type Problem } from '../../problems/index.ts'
import type { Draft } from '../draft.ts'
import type { Tokens } from '../kit.ts'
import { kitSchema } from '../schemas/kit.ts'
import {
  channels,
  colourAt,
  isFar,
  isRichBlack,
  namePath,
  ownColours,
  plainInks,
  pureInks,
  type TokenPath,
  textInks,
  tokenPaths,
  tokensOf,
} from '../tokens.ts'

const { encrage_max } = kitSchema.properties.impression.properties

/** Reports colours that print badly: off the screen's hue or white, too much ink to dry, small text in several inks, the
 *  same screen colour with two inks. */
export function* checkEncres(draft: Draft): Generator<Problem> {
  const { tokens, kit } = draft
  const merged = tokensOf(draft)
  if (tokens === null || merged === null) return
  const limit = kit?.value?.impression?.encrage_max ?? encrage_max.default
  const kitPaths = ownColours(tokens).filter(path => colourAt(merged, path).cmyk !== null)
  for (const path of kitPaths) {
    const { hex, cmyk } = colourAt(merged, path)
    if (cmyk === null) continue
    const place = tokens.yaml.placeOf([...path, 'cmyk'])
    const nom = namePath(path)
    const total = cmyk.reduce((sum, ink) => sum + ink, 0)
    const twin = pureTwin(hex, cmyk) ?? twinOf(merged, path, kitPaths)
    if (total > 0 && cmyk.every(ink => ink <= 1) && isDark(hex))
      yield diagnose('encres-en-fractions', place, {
        nom,
        encres: show(cmyk),
        proposal: show(cmyk.map(ink => Math.round(100 * ink))),
      })
    else if (total > limit)
      yield diagnose('encrage-fort', place, {
        nom,
        total,
        limite: limit,
        proposal: show(within(cmyk, limit)),
      })
    else if (isText(path) && isRichBlack(cmyk))
      yield diagnose('noir-enrichi', place, { nom, encres: show(cmyk), proposal: show(textInks(cmyk)) })
    else if (twin)
      yield diagnose('encres-doubles', tokens.yaml.placeOf([...path, 'hex']), {
        nom,
        hex,
        autre: twin.nom,
        encres: show(twin.cmyk),
      })
    else if (isFar(hex, cmyk))
      yield diagnose('encres-loin', place, {
        nom,
        hex,
        encres: show(cmyk),
        proposal: show(textInks(within(plainInks(hex), limit))),
      })
  }
}

/** Darker than any tint that one per cent of each ink prints. */
const isDark = (hex: string): boolean => channels(hex).some(value => value < 0xe0)

const show = (inks: readonly number[]): string => `[${inks.join(', ')}]`

/** As much less of the three colours as the limit asks for: the hue stays. */
function within([cyan = 0, magenta = 0, yellow = 0, black = 0]: readonly number[], limit: number): number[] {
  const share = Math.min(1, Math.max(0, limit - black) / (cyan + magenta + yellow || 1))
  return [...[cyan, magenta, yellow].map(ink => Math.floor(ink * share)), black]
}

/** Colours that small letters are set in. */
const isText = (path: TokenPath): boolean => ['texte', 'gris', 'solid'].includes(path.at(-1) ?? '')

/** A colour that looks the same on the screen but has other inks. */
type Twin = { nom: string; cmyk: readonly number[] }

/** One of the colours that print sets of its own. */
function pureTwin(hex: string, cmyk: readonly number[]): Twin | null {
  const pure = pureInks.find(
    candidate => candidate.hex === hex.toLowerCase() && String(candidate.cmyk) !== String(cmyk),
  )
  return pure ? { nom: `${pure.nom} pur`, cmyk: pure.cmyk } : null
}

/** A token that is one. Of two colours of the kit, the second is reported. */
function twinOf(merged: Tokens, path: TokenPath, kitPaths: readonly TokenPath[]): Twin | null {
  const { hex, cmyk } = colourAt(merged, path)
  const rank = (of: TokenPath) => kitPaths.findIndex(candidate => String(candidate) === String(of))
  for (const other of tokenPaths(merged)) {
    const colour = colourAt(merged, other)
    const differs = colour.cmyk !== null && String(colour.cmyk) !== String(cmyk)
    if (colour.cmyk && differs && colour.hex.toLowerCase() === hex.toLowerCase() && rank(other) < rank(path))
      return { nom: namePath(other), cmyk: colour.cmyk }
  }
  return null
}
