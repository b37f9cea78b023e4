import type { Token } from 'markdown-it'
import type { Section } from '../kit.ts'
import { plainText } from './text.ts'

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
