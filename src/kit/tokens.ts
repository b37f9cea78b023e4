import tokens from '../../styles/tokens.json' with { type: 'json' }
import { type Draft, isRecord, type Setting } from './draft.ts'
import type { Couleur, Tokens } from './kit.ts'
import { type TokensDuKitJson, type TokensJson, tokensSchema } from './schemas/tokens.ts'
import { violationsOf } from './validate.ts'

const shades = ['solid', 'deep', 'mid', 'light', 'tint', 'epub'] as const

/** A colour family that the kit begins and does not finish. */
type Incomplete = { couleur: string; manque: string[] }

/** The shipped colours with the kit's own laid over them, name by name. `tokens` is null when a family of the kit is
 *  incomplete. */
export function mergeTokens(
  shipped: TokensJson,
  kitTokens: TokensDuKitJson,
): { tokens: Tokens | null; incomplete: Incomplete[] } {
  const incomplete: Incomplete[] = []
  const familles: Tokens['familles'] = { ...shipped.familles }
  for (const [couleur, values] of Object.entries(kitTokens.familles ?? {})) {
    const merged = { ...shipped.familles[couleur], ...values }
    const { solid, deep, mid, light, tint, epub } = merged
    if (solid && deep && mid && light && tint && epub)
      familles[couleur] = { solid, deep, mid, light, tint, epub }
    else incomplete.push({ couleur, manque: shades.filter(shade => merged[shade] === undefined) })
  }
  const tokens = {
    familles,
    neutre: { ...shipped.neutre, ...kitTokens.neutre },
    web: { ...shipped.web, ...kitTokens.web },
  }
  return { tokens: incomplete.length === 0 ? tokens : null, incomplete }
}

/** `['familles', 'levier', 'solid']`, `['neutre', 'texte']`, `['web', 'fond']`. */
export type TokenPath = readonly string[]

/** The colours of the press with the kit's laid over them; null where the kit has none that can be read. */
export function tokensOf({ tokens, shippedTokens }: Draft): Tokens | null {
  return tokens?.value == null ? null : mergeTokens(shippedTokens, tokens.value).tokens
}

/** Every colour of `tokens`. */
export const tokenPaths = (tokens: TokensDuKitJson | Tokens): TokenPath[] => [
  ...Object.entries(tokens.familles ?? {}).flatMap(([famille, shades]) =>
    Object.keys(shades).map(shade => ['familles', famille, shade]),
  ),
  ...Object.keys(tokens.neutre ?? {}).map(name => ['neutre', name]),
  ...Object.keys(tokens.web ?? {}).map(name => ['web', name]),
]

/** Lists the colours that the kit defines itself. */
export const ownColours = ({ value }: Setting<TokensDuKitJson>): TokenPath[] =>
  value === null ? [] : tokenPaths(value)

/** The colour at `path`; the site's and the e-book's have no inks. */
export function colourAt(tokens: Tokens, path: TokenPath): { hex: string; cmyk: readonly number[] | null } {
  let at: unknown = tokens
  for (const step of path) at = isRecord(at) ? at[step] : undefined
  if (typeof at === 'string') return { hex: at, cmyk: null }
  if (!isRecord(at) || typeof at['hex'] !== 'string' || !Array.isArray(at['cmyk']))
    throw new Error(`no colour at ${path.join('.')}`)
  return { hex: at['hex'], cmyk: at['cmyk'] }
}

export const namePath = (path: TokenPath): string => path.join(' › ')

/** Of the colours under a black, in %, what a text may keep: below it, they are a hue and no second black. */
const HUE = 40

/** From here on, in %, a black with another ink is one black too many. */
const FULL = 80

/** The most black of a hue, in %. Beyond it pure black is nearer to the colour than its inks with the allowed black
 *  (FOGRA39, OKLab, hues of every sixth of the circle). */
const DARKEST_HUE = 91

/** As the prepress report says it: nearly full black with other inks, or a grey made of the three colours.
 *  @param inks cyan, magenta, yellow, black, in % */
export function isRichBlack([c = 0, m = 0, y = 0, k = 0]: readonly number[]): boolean {
  const built = Math.min(c, m, y) >= 50 && Math.max(c, m, y) - Math.min(c, m, y) <= 30
  return (k >= FULL && c + m + y > 0) || (built && k >= 30)
}

/** Gives inks for small letters of the same colour. The grey that the three others make is printed in black; a dark hue
 *  keeps its inks, with as much black as it may have.
 *  @param inks cyan, magenta, yellow, black, in % */
export function textInks(inks: readonly number[]): Couleur['cmyk'] {
  const [c = 0, m = 0, y = 0, k = 0] = inks
  if (!isRichBlack(inks)) return [c, m, y, k]
  const grey = Math.min(c, m, y)
  const isHue = Math.max(c, m, y) - grey > HUE
  if (isHue && k <= DARKEST_HUE) return [c, m, y, FULL - 1]
  const over = Math.max(0, grey - HUE)
  const black = Math.round(k + over / 2)
  return black < FULL
    ? [c - over, m - over, y - over, black]
    : [0, 0, 0, Math.min(100, Math.round(k + grey / 2))]
}

/** Nearer than this, of 441 at most, two colours may be one: no conversion without a profile is further from print. */
const FAR = 180

/** Tells of inks, in %, that print nothing like `hex`: white, or another hue. */
export const isFar = (hex: string, inks: readonly number[]): boolean =>
  Math.hypot(...plainScreen(inks).map((value, at) => value - (channels(hex)[at] ?? 0))) > FAR

/** Inks that come near `hex`, in %: what a printer can begin with. */
export function plainInks(hex: string): number[] {
  const values = channels(hex)
  const light = Math.max(...values)
  const ink = (value: number) => (light === 0 ? 0 : Math.round(100 * (1 - value / light)))
  return [...values.map(ink), Math.round(100 * (1 - light / 255))]
}

/** Red, green and blue of inks in %, as if each took its share of the light. */
const plainScreen = ([c = 0, m = 0, y = 0, k = 0]: readonly number[]): number[] =>
  [c, m, y].map(ink => 255 * (1 - ink / 100) * (1 - k / 100))

/** Red, green and blue, from 0 to 255; not a number where `hex` is no colour. */
export const channels = (hex: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** Colours that print sets of its own, beside those of the charter: a token of the same colour has the same inks. */
export const pureInks: readonly (Couleur & { nom: string })[] = [
  { nom: 'noir', hex: '#000000', cmyk: [0, 0, 0, 100] },
  { nom: 'blanc', hex: '#ffffff', cmyk: [0, 0, 0, 0] },
]

/** The colours of the press, `styles/tokens.json`. @throws Error when that file is not what its schema says: a fault of
 *  the press, not of a kit. */
export function readShippedTokens(): TokensJson {
  const value: unknown = tokens
  const [violation] = violationsOf(value, tokensSchema)
  if (violation) throw new Error(`styles/tokens.json: ${violation.path.join('.')} (${violation.keyword})`)
  return value as TokensJson
}
