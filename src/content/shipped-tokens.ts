import tokens from '../../styles/tokens.json' with { type: 'json' }
import { type TokensJson, tokensSchema } from './schemas/tokens.ts'
import { violationsOf } from './violations.ts'

/** The colours of the press, `styles/tokens.json`. @throws Error when that file is not what its schema says: a fault of
 *  the press, not of a kit. */
export function readShippedTokens(): TokensJson {
  const value: unknown = tokens
  const [violation] = violationsOf(value, tokensSchema)
  if (violation) throw new Error(`styles/tokens.json: ${violation.path.join('.')} (${violation.keyword})`)
  return value as TokensJson
}
