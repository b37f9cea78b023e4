import type { Token } from 'markdown-it'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Corps, Section } from '../kit.ts'
import { readBody } from './read-body.ts'
import { blocsOf } from './structure.ts'
import { countWords, plainText, textOfTokens } from './text.ts'
import { rememberTokens, setTokens } from './tokens-of.ts'

/** The `##` sections of a body with their `###`. */
export function planOf(tokens: readonly Token[]): Section[] {
  const plan: Section[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const titre = plainText(tokens[index + 1]?.children ?? null)
    const ancre = String(token.meta?.['ancre'])
    const picto = token.meta?.['picto']
    if (token.tag === 'h2')
      plan.push({ titre, ancre, leviers: token.meta?.['leviers'] === true, niveaux: [] })
    if (token.tag === 'h3')
      plan.at(-1)?.niveaux.push({ titre, ancre, picto: typeof picto === 'string' ? picto : null })
  }
  return plan
}

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
