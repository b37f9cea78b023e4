import type { Token } from 'markdown-it'
import type { Corps } from '../kit.ts'
import { numberTokens } from './number-tokens.ts'
import { parseTokens } from './parse-tokens.ts'
import { typographTokens } from './typography/tokens.ts'

/** The tokens of the bodies that this process has parsed: a body is plain data, and goes where tokens do not. */
const tokensOfBodies = new WeakMap<Corps, readonly Token[]>()

/** The tokens of a body, set in French typography and numbered, from which every medium is rendered. A body that was not
 *  parsed in this process is, from its source, when they are first asked for.
 *  They are shared: whoever changes them changes a copy. */
export function tokensOf(corps: Corps): readonly Token[] {
  const tokens = tokensOfBodies.get(corps) ?? setTokens(parseTokens(corps.source))
  tokensOfBodies.set(corps, tokens)
  return tokens
}

/** Remembers the tokens that a body was made from. */
export const rememberTokens = (corps: Corps, tokens: readonly Token[]): void =>
  void tokensOfBodies.set(corps, tokens)

/** Sets tokens as they were written in French typography, and numbers them. */
export function setTokens(tokens: Token[]): Token[] {
  typographTokens(tokens)
  numberTokens(tokens)
  return tokens
}
