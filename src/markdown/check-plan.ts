import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { chapoOf } from './chapo.ts'
import { plainText } from './text.ts'
import { typographChildren } from './typography/tokens.ts'
import { withinBlocs } from './within-blocs.ts'

/** Longest chapô, in characters as they are set. */
const longueurChapo = 500

/** Longest heading, in words: what is longer is a paragraph, and the outline shows it whole. */
const motsDuTitre = 30

/** What a heading is named by: a picture, a pictogram or a space that does not break are no words. */
const mot = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Judges the outline of a body: no `#`, which is the fiche's own title, headings that have words, which the menus, the
 *  bookmarks and the e-book list, levels that a reading machine can follow, and a chapô that is read at a glance. */
export function checkPlan(tokens: readonly Token[], report: Report): void {
  const chapo = chapoOf(tokens)
  let first: Token | null = null
  let length = 0
  let above = 1
  /** Quotations and items of lists around a token. */
  const around: Token[] = []
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    if (/^(?:blockquote|list_item)_open$/.test(token.type)) around.push(token)
    if (/^(?:blockquote|list_item)_close$/.test(token.type)) around.pop()
    const inline = tokens[index + 1]
    if (!inline) continue
    if (token.type === 'heading_open') {
      const words = plainText((inline.children ?? []).filter(({ type }) => type !== 'image'))
      if (token.tag === 'h1') report('titre-de-niveau-1', inline)
      else if (!mot.test(words)) report('titre-vide', inline, 0, { niveau: token.markup })
      const nombre = words.trim().split(/\s+/).length
      if (nombre > motsDuTitre) report('titre-long', inline, 0, { nombre, niveau: token.markup })
      const [outer] = around
      // One behind the mark of an item is told of with its list.
      if (outer && tokens[index - 1]?.type !== 'list_item_open')
        report('titre-mal-ecrit', inline, 0, {
          signes: token.markup,
          cause: `un titre ne se place pas dans une ${outer.type === 'blockquote_open' ? 'citation' : 'liste'}`,
          remede: `Écrire ces mots en gras : **${words.trim()}**`,
        })
      const level = Number(token.tag[1])
      if (level > above + 1)
        report('titre-saute-un-niveau', inline, 0, {
          niveau: '#'.repeat(level),
          avant: above === 1 ? 'le titre de la fiche' : `un titre ${'#'.repeat(above)}`,
          // A section stands in no block.
          remede:
            bloc && above === 1
              ? `Écrire ces mots en gras : **${words.trim()}**, ou fermer le bloc par ::: avant eux et écrire ##`
              : `Écrire ${'#'.repeat(above + 1)} ici, ou ajouter au-dessus le titre qui manque`,
        })
      above = level
      const next = tokens[index + 3]
      const isLeft = next === undefined || (next.type === 'heading_open' && Number(next.tag[1]) <= level)
      if (isLeft && mot.test(words)) report('section-vide', inline, 0, { titre: words.trim() })
    }
    if (chapo.has(token)) {
      first ??= inline
      length += plainText(typographChildren(inline.children ?? [])).length
    }
  }
  if (first && length > longueurChapo) report('chapo-long', first, 0, { nombre: length })
}
