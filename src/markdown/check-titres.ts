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

/** @param opening what stands before the words of a heading */
function checkSigns(inline: Token, opening: string, report: Report): void {
  const strange = strangeSignOf(inline.content)
  if (!strange) return
  const { trouve, offset, cause, bare } = strange
  report('signes-etrangers', inline, offset, { trouve, cause, remede: `Écrire : ${opening}${bare}` })
}

type StrangeSign = { trouve: string; offset: number; cause: string; bare: string }

/** What does not belong to a title, and the title without it: a number of one's own stands beside the one that is drawn; a stop or a
 *  colon ends no title. */
export function strangeSignOf(title: string): StrangeSign | null {
  const words = title.trim()
  const number = /^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)/.exec(words)?.[0]
  const end = /(?<!&\w{1,20})(?<=\p{L}{3}) ?[:;,]$|(?<=\p{L}{4})(?<!\betc)\.$/u.exec(words)?.[0]
  const bare = words.slice(number?.length ?? 0, words.length - (end?.length ?? 0))
  if (number)
    return { trouve: number.trim(), offset: 0, cause: 'un titre ne se numérote pas à la main', bare }
  if (!end) return null
  const offset = title.trimEnd().length - end.length
  return { trouve: end.trim(), offset, cause: 'un titre ne finit pas par ce signe', bare }
}
