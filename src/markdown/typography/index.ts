import type { Token } from 'markdown-it'
import { derive, type Marked, markIn } from '../tokens.ts'
import { isProtected, protectedZones } from './protect.ts'
import { exposants, guillemets, milliers, milliersColles, motsComposes, unites } from './rules.ts'
import {
  applyRules,
  espace,
  fine,
  hyphens,
  insecable,
  type Rule,
  remplacer,
  runOf,
  type Wrap,
} from './run.ts'

/** Order matters: quotation marks are there before their spaces, units apart from their numbers before the thousands. */
export const rules: readonly Rule[] = [
  // `l'eau` → `l’eau`; feet and minutes (`5'`) stay.
  remplacer('apostrophe', /(?<=\p{L})'|(?<!\d)'(?=[\p{L}\d])/gu, '’'),
  // No search finds them, and none of our fonts has them.
  remplacer('traits-union', hyphens, '-'),
  // `...` → `…`; longer rows of dots stay.
  remplacer('points-de-suspension', /(?<!\.)\.{3}(?!\.)/g, '…'),
  guillemets,
  // A no-break space inside « »; those of the author, and those that straight quotation marks have become.
  remplacer(
    'espaces-guillemets',
    new RegExp(`(?<=«)${espace}{0,3}(?=[^\\s»])|(?<=[^\\s«])${espace}{0,3}(?=»)`, 'g'),
    insecable,
  ),
  // A narrow no-break space before `;`, `!` and `?`, but not between them, nor in `(?)`. Where none was typed, not in
  // `page?q=1;p=2` either: what follows a mark of French does not stick to it.
  remplacer(
    'ponctuation-haute',
    new RegExp(`(?<=[^\\s;!?([«“"])(?:${espace}{1,3}(?=[;!?])|(?=[;!?](?![;!?]*[\\p{L}\\d=])))`, 'gu'),
    fine,
  ),
  // A no-break space before `:`. Where none was typed, only between a word and a space: `10:30` and `3:2` stay.
  remplacer(
    'deux-points',
    new RegExp(`(?<=[^\\s:([«])${espace}{1,3}(?=:(?!:))|(?<=[\\p{L}\\d)»”%€’…\ufffc])(?=:(?:\\s|$))`, 'gu'),
    insecable,
  ),
  // A no-break space after `n°` and `p.` before a number.
  remplacer(
    'numeros',
    new RegExp(`(?<=(?<![\\p{L}\\d])(?:[nN]°s?|pp?\\.))${espace}{0,3}(?=\\d)`, 'gu'),
    insecable,
  ),
  unites,
  milliersColles,
  milliers,
]

/** French typography on a plain string: characters only, no markup. Twice is once. */
export function typographText(text: string): string {
  return applyRules({ text, ends: [text.length], fixed: new Set() }, rules).text
}

/** The first that claims a stretch keeps it. */
export const wraps: readonly Wrap[] = [exposants, motsComposes]

/** French typography on the inline tokens of a body, in place: characters, superscripts, unbroken words. */
export function typographTokens(tokens: readonly Token[]): void {
  for (const token of tokens) if (token.children) token.children = typographChildren(token.children)
}

/** French typography on inline children. */
export function typographChildren(children: readonly Token[]): Token[] {
  const run = runOf(children)
  const applied = applyRules(run, rules)
  const { text, ends } = applied
  const set: Token[] = []
  for (const [index, token] of children.entries()) {
    if (run.fixed.has(index)) {
      set.push(token)
      continue
    }
    const typed = token.type === 'text' ? token.content : '\n'
    const content = applied === run ? typed : text.slice(ends[index - 1] ?? 0, ends[index])
    if (content === '') continue
    const same = content === typed ? token : derive(token, 'text', '', 0, content)
    if (same.type === 'text') for (const part of markIn(same, wrapsIn(content))) set.push(part)
    else set.push(same)
  }
  return set
}

function wrapsIn(text: string): Marked[] {
  const claimed = wraps.flatMap(({ spans, type, tag, attrs }) =>
    spans(text).map(span => ({ ...span, type, tag, attrs })),
  )
  if (claimed.length === 0) return []
  const zones = protectedZones(text)
  return claimed.filter(({ start, end }) => !isProtected(zones, start, end)).sort((a, b) => a.start - b.start)
}
