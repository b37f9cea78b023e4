import type { Tokens } from '../kit.ts'
import { type Draft, isRecord, type Setting } from './draft.ts'
import type { TokensDuKitJson, TokensJson } from './schemas/tokens.ts'

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
    const { solid, deep, mid, light, tint, epub } = { ...shipped.familles[couleur], ...values }
    if (solid && deep && mid && light && tint && epub) {
      familles[couleur] = { solid, deep, mid, light, tint, epub }
    } else {
      const given = { ...shipped.familles[couleur], ...values }
      incomplete.push({ couleur, manque: shades.filter(shade => given[shade] === undefined) })
    }
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

/** Those that the kit writes itself. */
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
