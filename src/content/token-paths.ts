import type { Tokens } from '../kit.ts'
import { type Draft, isRecord, type Setting } from './draft.ts'
import { mergeTokens } from './merge-tokens.ts'
import type { TokensDuKitJson } from './schemas/tokens.ts'

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
