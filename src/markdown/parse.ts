import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Corps } from '../kit.ts'
import { planOf } from './plan.ts'
import { readBody } from './read-body.ts'
import { blocsOf } from './structure.ts'
import { countWords, textOfTokens } from './text.ts'
import { rememberTokens, setTokens } from './tokens-of.ts'

/** Parses the Markdown of a fiche or page once, for all media: read and judged (`readBody`), then set in French typography,
 *  counted and listed.
 *  @param place the file, and the line where `source` begins in it, from 1.
 *  @returns the parsed body, and every problem of it, in the order of the text. Never throws on text. */
export function parseBody(
  source: string,
  place: { file: string; firstLine: number },
): { corps: Corps; diagnostics: Diagnostic[] } {
  const { corps: lu, tokens: written, diagnostics } = readBody(source, place)
  const tokens = setTokens(written)
  const texte = textOfTokens(tokens)
  const apports = blocsOf(tokens).map(bloc => bloc.kind.apport?.(bloc) ?? {})
  const corps: Corps = {
    ...lu,
    texte,
    plan: planOf(tokens),
    exemples: apports.flatMap(({ exemples = [] }) => exemples),
    chiffres: apports.flatMap(({ chiffres = [] }) => chiffres),
    ressources: apports.flatMap(({ ressources = [] }) => ressources),
    mots: countWords(texte),
  }
  rememberTokens(corps, tokens)
  return { corps, diagnostics }
}
