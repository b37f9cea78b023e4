import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { plainText } from './text.ts'
import { withinBlocs } from './within-blocs.ts'

/** Paragraphs that were a title or a framed text in a word processor, and of which pasting left the words alone. */
export function checkPasted(tokens: readonly Token[], report: Report): void {
  let level = '##'
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    // Under `{.leviers}` each part is a lever.
    if (token.tag === 'h2' && token.nesting === 1) level = token.meta?.['leviers'] ? '###' : '##'
    const open = tokens[index - 1]
    if (bloc || token.type !== 'inline' || open?.type !== 'paragraph_open' || open.level > 0) continue
    const words = plainText(token.children).trim()
    const block = blockOf(words)
    if (block !== null) report('bloc-en-texte', token, 0, block)
    else if (isBold(token) && isTitle(words) && tokens[index + 2]?.type.endsWith('_open'))
      report('titre-en-gras', token, 0, { propose: `${level} ${words}` })
  }
}

/** The block that a paragraph names in words, and how it begins. */
function blockOf(words: string): { bloc: string; remede: string } | null {
  if (/^chiffres?[ -]cl[ée]s?\s*:?$/i.test(words))
    return {
      bloc: 'chiffres',
      remede: 'Écrire ::: chiffres, dessous une ligne par chiffre : - **2,7 millions** de …',
    }
  if (/^pour (?:aller plus loin|en savoir plus)\s*:?$/i.test(words))
    return {
      bloc: 'ressources',
      remede: `Écrire ## ${words.replace(/\s*:$/, '')}, dessous ::: ressources, une ligne par ressource : - [Titre](https://…), organisme, année`,
    }
  const exemple = /^exemples?\s*[:–—-]\s*([^:–—\n]{1,80}\(\d[\dAB/]{1,20}\))\s*(?:[–—:-]|$)/i.exec(words)
  return exemple
    ? { bloc: 'exemple', remede: `Écrire ::: exemple Titre · ${exemple[1]}, dessous le texte` }
    : null
}

/** Whether all its words are bold, in one piece. */
const isBold = ({ content, children }: Token): boolean =>
  /^(?:\*\*|__)[^\n]+(?:\*\*|__)$/.test(content.trim()) &&
  children?.filter(({ type }) => type === 'strong_open').length === 1 &&
  children.every(({ level, type, content: text }) => level > 0 || type.startsWith('strong_') || text === '')

/** A bold sentence stresses, a name has what stands for it beside it; a title is short and ends without a stop. */
const isTitle = (words: string): boolean => words.length <= 80 && /[\p{L}\p{N}]$/u.test(words)
