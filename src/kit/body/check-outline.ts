import type { Token } from 'markdown-it'
import { blockNamed, reportRenvois } from '../../blocks/index.ts'
import { plainText, type Report, slugify, withinBlocs } from '../../text/index.ts'
import { ancreEcriteOf, isOfPage } from './anchors.ts'

/** Judges the outline of a body: its headings, their words and levels, the anchors that were written, and lines of signs. */
export function checkOutline(tokens: readonly Token[], report: Report): void {
  checkHeadings(tokens, report)
  checkTitles(tokens, report)
  checkAnchors(tokens, report)
  checkRules(tokens, report)
}

/** A picture, a pictogram or a no-break space names no heading. */
const word = /[\p{L}\p{N}\p{P}\p{S}]/u

/** `#` is the fiche's own title; a heading has words, which menus and bookmarks list, and a level that a reading machine can follow. */
function checkHeadings(tokens: readonly Token[], report: Report): void {
  let above = 1
  /** Quotations and items of lists around a token. */
  const around: Token[] = []
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    if (/^(?:blockquote|list_item)_open$/.test(token.type)) around.push(token)
    if (/^(?:blockquote|list_item)_close$/.test(token.type)) around.pop()
    const inline = tokens[index + 1]
    if (token.type !== 'heading_open' || !inline) continue
    const words = plainText((inline.children ?? []).filter(({ type }) => type !== 'image')).trim()
    const level = Number(token.tag[1])
    if (level === 1) report('titre-de-niveau-1', inline)
    else if (!word.test(words)) report('titre-vide', inline, 0, { niveau: token.markup })
    const [outer] = around
    // A block reads the first words of its items itself.
    const isPiece = tokens[index - 1]?.type === 'list_item_open' && bloc && blockNamed(bloc).items
    if (outer && !isPiece)
      report('titre-mal-ecrit', inline, 0, {
        quote: token.markup,
        cause: `un titre ne se place pas dans une ${outer.type === 'blockquote_open' ? 'citation' : 'liste'}`,
        remedy: `Écrire ces mots en gras : **${words}**`,
      })
    if (level > above + 1)
      report('titre-saute-un-niveau', inline, 0, {
        niveau: level,
        avant: above === 1 ? 'le titre de la fiche' : `un titre de niveau ${above}`,
        // A section stands in no block.
        remedy:
          bloc && above === 1
            ? `Écrire ces mots en gras : **${words}**, ou fermer le bloc par ::: avant eux et écrire ##`
            : `Écrire ${'#'.repeat(above + 1)} ici, ou ajouter au-dessus le titre qui manque`,
      })
    above = level
    const next = tokens[index + 3]
    const isEmpty = next === undefined || (next.type === 'heading_open' && Number(next.tag[1]) <= level)
    if (isEmpty && word.test(words)) report('section-vide', inline, 0, { titre: words })
  }
}

/** Outline, anchors and indexes are made of the words of titles before the kit is known: they hold no cross-reference. */
function checkTitles(tokens: readonly Token[], report: Report): void {
  for (const [index, token] of tokens.entries()) {
    const role = token.meta?.['role']
    const isTitle = tokens[index - 1]?.type === 'heading_open' || role === 'titre' || role === 'lieu'
    if (token.type === 'inline' && isTitle) reportRenvois(token, report, { ou: 'un titre' })
  }
}

/** An id of HTML and of e-books that an address holds as it is. */
const wellFormed = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** An address holds an anchor as it is written, and each leads to one place. */
function checkAnchors(tokens: readonly Token[], report: Report): void {
  const earlier = new Set<string>()
  const asAnchor = (words: string) => slugify(words).replace(/^[^a-z]+/, '') || 'repere'
  for (const [index, open] of tokens.entries()) {
    // `## Titre {#Ma section}` is none at all.
    const spaced =
      open.type === 'heading_open' ? /\{#([^{}\n]* [^{}\n]*)\}$/.exec(tokens[index + 1]?.content ?? '') : null
    if (spaced)
      report('ancre-mal-ecrite', tokens[index + 1] ?? open, spaced.index, {
        ancre: spaced[1]?.trim() ?? '',
        proposal: asAnchor(spaced[1] ?? ''),
      })
    const ancre = ancreEcriteOf(open.meta)
    if (ancre === null) continue
    const inline = tokens[index + (open.type === 'list_item_open' ? 2 : 1)] ?? open
    const at = Math.max(0, inline.content.indexOf(`#${ancre}`))
    if (!wellFormed.test(ancre)) report('ancre-mal-ecrite', inline, at, { ancre, proposal: asAnchor(ancre) })
    else if (earlier.has(ancre) || isOfPage(ancre)) report('ancre-double', inline, at, { ancre })
    earlier.add(ancre)
  }
}

const LINE_OF_SIGNS = /^([ \t]*)(=+|[-–—_]{2,})[ \t]*$/gm

/** A line of signs alone: a rule of CommonMark, or what underlines a heading there. Nothing in the charter draws either. */
function checkRules(tokens: readonly Token[], report: Report): void {
  const tell = (token: Token, offset: number, { signes, above }: { signes: string; above: string }) => {
    const titre = above.slice(above.lastIndexOf('\n') + 1).trim()
    const remedy = titre
      ? `Supprimer cette ligne ; si celle d'avant est un titre, l'écrire : ## ${titre}`
      : 'Supprimer cette ligne ; une section commence par un titre : ## Titre'
    report('trait-seul', token, offset, { signes, remedy })
  }
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 2]
    const isUnderline = tokens[index - 1]?.type === 'paragraph_close' && before?.map?.[1] === token.map?.[0]
    if (token.type === 'hr')
      tell(token, 0, { signes: token.markup, above: isUnderline ? (before?.content ?? '') : '' })
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') continue
    for (const { 1: indent = '', 2: signes = '', index: start } of token.content.matchAll(LINE_OF_SIGNS)) {
      const at = start + indent.length
      tell(token, at, { signes, above: token.content.slice(0, at).trim() })
    }
  }
}
