import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { figuresOf } from './figures.ts'
import { childrenOf } from './note-offsets.ts'

/** Pictures among words, in a list, a table, a title or a link: no edition would show their credit. */
export function checkPictures(tokens: readonly Token[], report: Report): void {
  const figures = new Set(figuresOf(tokens).values())
  for (const { inline, child, offset } of childrenOf(tokens, 'image'))
    if (!figures.has(child)) report('image-pas-seule', inline, offset, { remede: remedyOf(inline) })
}

function remedyOf({ content }: Token): string {
  const size = /^!\[[^\]]{0,500}\]\([^()]{1,300}\) ?(\{[^{}]{1,80}\})$/.exec(content.trim())
  return size
    ? `Enlever ${size[1]} : la mise en page règle la taille`
    : 'La placer seule, une ligne vide avant et une ligne vide après, hors de tout titre, liste, tableau ou lien'
}
