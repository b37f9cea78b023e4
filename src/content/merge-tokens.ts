import type { Tokens } from '../kit.ts'
import type { TokensDuKitJson, TokensJson } from './schemas/tokens.ts'

const shades = ['solid', 'deep', 'mid', 'light', 'tint', 'epub'] as const

/** A colour family that the kit begins and does not finish. */
export type Incomplete = { couleur: string; manque: string[] }

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
