import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { figuresOf } from './figures.ts'
import { maskMarkup } from './lint/mask.ts'
import { unescapeAll } from './markdown.ts'
import { childrenOf } from './note-offsets.ts'
import { trapsIn } from './traps.ts'

/** Tells of words that no edition would show: in code that opens by mistake, in surplus cells; of pictures
 *  whose credit has no place; of characters that no edition can hold. */
export function checkLost(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type === 'fence') checkFence(token, report)
    // A `|` that was meant as a sign makes a cell more than the head has: markdown-it drops it.
    if (token.type === 'tr_open' && token.meta?.['surplus'])
      report('cellule-en-trop', token, 0, { mots: String(token.meta['surplus']) })
    if (token.type === 'inline') checkEntities(token, report)
  }
  const figures = new Set(figuresOf(tokens).values())
  for (const { inline, child, offset } of childrenOf(tokens, 'image'))
    if (!figures.has(child)) report('image-pas-seule', inline, offset, { remede: aloneRemedy(inline) })
}

/** Markdown makes a class name of the first word after `~~~` or ```` ``` ````, and drops the others: one word alone names a language.
 *  What nothing closes takes the rest of the text. */
function checkFence(token: Token, report: Report): void {
  const signes = token.markup
  // Cut where the renderer cuts: `a&nbsp;b` is two words.
  if (/\s/.test(unescapeAll(token.info).trim()))
    report('code-mots-perdus', token, 0, { signes, mots: token.info.trim() })
  else if (!isClosed(token)) report('code-non-ferme', token, 0, { signes })
}

/** The lines of a fence are the one that opens it, its content and the one that closes it. */
function isClosed({ map, content }: Token): boolean {
  const [start, end] = map ?? [0, 0]
  const lines = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length
  return end - start === lines + 2
}

/** `&#8238;`: a character that nobody may type is not to be written by its name either. */
function checkEntities(inline: Token, report: Report): void {
  if (!inline.content.includes('&')) return
  for (const { 0: written, index } of maskMarkup(inline.content).matchAll(/(?<!\\)&#?\w{1,32};/g)) {
    const [trap] = trapsIn(unescapeAll(written))
    if (trap) report(trap.code, inline, index, { caractere: trap.caractere })
  }
}

function aloneRemedy({ content }: Token): string {
  const size = /^!\[[^\]]{0,500}\]\([^()]{1,300}\) ?(\{[^{}]{1,80}\})$/.exec(content.trim())
  return size
    ? `Enlever ${size[1]} : la mise en page règle la taille`
    : 'La placer seule, une ligne vide avant et une ligne vide après, hors de tout titre, liste, tableau ou lien'
}
