import type { Token } from 'markdown-it'
import { blockNamed, leadingStrong } from '../../blocks/index.ts'
import { plainText, slugify, withinBlocs } from '../../text/index.ts'

/** A place that readers link to; its address must survive a new title. */
type Repere = {
  genre: 'exemple' | 'levier' | 'chiffre'
  /** The token that opens it, and its first words. */
  open: Token
  inline: Token
  /** Anchor made of its words. */
  wanted: string
}

/** The examples, the levers and the figures of a body, in the order of the text. A titled block of figures is one too. What a skeleton
 *  left « À compléter » is none: its anchor would outlive these words. */
export function reperesOf(tokens: readonly Token[]): Repere[] {
  const reperes: Repere[] = []
  let leviers = false
  for (const { index, token: open, bloc } of withinBlocs(tokens)) {
    const inline = tokens[index + (open.type === 'list_item_open' ? 2 : 1)]
    if (open.type === 'heading_open' && open.tag === 'h2') leviers = open.meta?.['leviers'] === true
    if (inline?.type !== 'inline') continue
    const genre = genreOf()
    if (genre && !/à compléter/i.test(inline.content))
      reperes.push({ genre, open, inline, wanted: wantedAncre(tokens, index, bloc) ?? '' })

    function genreOf(): Repere['genre'] | null {
      if (open.type === 'heading_open') return open.tag === 'h3' && leviers ? 'levier' : null
      if (isFigure(tokens, index, bloc)) return 'chiffre'
      if (open.type !== 'bloc_open' || inline?.meta?.['role'] !== 'titre') return null
      const { search } = blockNamed(bloc)
      return search === 'exemple' || search === 'chiffre' ? search : null
    }
  }
  return reperes
}

/** The anchor that the author wrote on the token of this meta. */
export const ancreEcriteOf = (meta: Token['meta']): string | null =>
  typeof meta?.['ancreEcrite'] === 'string' ? meta['ancreEcrite'] : null

/** Tells of an id that the page around a body uses in some edition: layouts, and the page breaks of the e-book. */
export const isOfPage = (ancre: string): boolean =>
  /^(?:titre|contenu|recherche(?:-mots)?|sur-cette-page(?:-replie)?|ce-qui-a-change|citation-titre|page-\d+)$/.test(
    ancre,
  )

/** Makes an anchor of the words of a heading, a block or a figure; null for other tokens.
 *  @param bloc name of the block around it, or an empty string */
export function wantedAncre(tokens: readonly Token[], index: number, bloc: string): string | null {
  const token = tokens[index]
  const inline = tokens[index + 1]
  switch (token?.type) {
    case 'heading_open':
      return idOf(plainText(inline?.children ?? null)) || 'partie'
    case 'bloc_open': {
      const title = inline?.meta?.['role'] === 'titre' ? plainText(inline.children) : ''
      return ancreOfBlock(String(token.meta?.['nom']), idOf(title))
    }
    case 'list_item_open':
      return isFigure(tokens, index, bloc) ? ancreOfFigure(tokens[index + 2]) : null
    default:
      return null
  }
}

/** An item of the list of a block of figures, not of a list within it. */
const isFigure = (tokens: readonly Token[], index: number, bloc: string) =>
  bloc !== '' &&
  blockNamed(bloc).search === 'chiffre' &&
  tokens[index]?.type === 'list_item_open' &&
  tokens[index]?.level === 2

/** A figure changes from one year to the next, what it counts does not. */
function ancreOfFigure(inline: Token | undefined): string {
  const children = inline?.children ?? []
  const legende = plainText(leadingStrong(children)?.after ?? children)
  return `chiffre-${slugify(legende || plainText(children), 30) || 'cle'}`
}

/** « Loi du 31 juillet » in a block « loi » says its name already. */
function ancreOfBlock(nom: string, title: string): string {
  if (title === '') return nom
  return title === nom || title.startsWith(`${nom}-`) ? title : idOf(`${nom} ${title}`)
}

/** An id made of a title: longer ones are of no use in an address. */
const idOf = (title: string) => slugify(title, 60)
