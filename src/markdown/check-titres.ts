import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { reportRenvois } from './blocks/report-renvois.ts'

/** Headings and the titles of blocks hold no cross-reference: outline, anchors and indexes are made of their words before
 *  the kit is known, and an anchor must not change when another fiche is renamed. */
export function checkTitres(tokens: readonly Token[], report: Report): void {
  for (const [index, token] of tokens.entries()) {
    const role = token.meta?.['role']
    if (tokens[index - 1]?.type === 'heading_open' || role === 'titre' || role === 'lieu')
      reportRenvois(token, report, { ou: 'un titre' })
    const above = tokens[index - 1]
    if (above?.type === 'heading_open') checkSigns(token, `${above.markup} `, report)
    // The title of a block may be a sentence.
    if (role === 'titre' && !token.content.trimEnd().endsWith('.')) checkSigns(token, '', report)
  }
}

/** A number of one's own stands beside the one that is drawn; a stop or a colon ends no title.
 *  @param opening what stands before the words of a heading */
function checkSigns(inline: Token, opening: string, report: Report): void {
  const words = inline.content.trim()
  const number = /^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)/.exec(words)?.[0]
  const end = /(?<!&\w{1,20})(?<=\p{L}{3}) ?[:;,]$|(?<=\p{L}{4})(?<!\betc)\.$/u.exec(words)?.[0]
  const bare = words.slice(number?.length ?? 0, words.length - (end?.length ?? 0))
  const say = (trouve: string, offset: number, cause: string) =>
    report('signes-etrangers', inline, offset, {
      trouve: trouve.trim(),
      cause,
      remede: `Écrire : ${opening}${bare}`,
    })
  if (number) say(number, 0, 'un titre ne se numérote pas à la main')
  else if (end) say(end, inline.content.trimEnd().length - end.length, 'un titre ne finit pas par ce signe')
}
