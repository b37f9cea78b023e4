import MarkdownIt, { type Token } from 'markdown-it'
import { onlineAddress, withBase } from '../addresses.ts'
import { escapeXml } from '../edit-html.ts'
import type { FichePubliee, KitListe, Medium, Page, Tokens } from '../kit.ts'
import { couleursOf } from './charts/dessin.ts'
import { renderDocument } from './document.ts'
import { createMarkdown } from './markdown.ts'
import { annotate, idIn } from './render/annotate.ts'
import type { Cadre } from './render/cadre.ts'
import { ciblesOf } from './render/cibles.ts'
import { foreignWordsOf, markForeignIn } from './render/foreign-words.ts'
import { inlineRules } from './render/inline-rules.ts'
import { findSigles } from './sigles.ts'
import { structure } from './structure.ts'
import { tokensOf } from './tokens-of.ts'
import { typographText } from './typography/index.ts'
import { typographChildren } from './typography/tokens.ts'

/** HTML of a body, and the files that go with it (the charts of an e-book), with paths relative to the document. */
export type Rendered = { html: string; resources: { path: string; content: string }[] }

export type Renderer = {
  fiche(fiche: FichePubliee): Rendered
  page(page: Page): Rendered
  /** Typography on a plain string, HTML-escaped, without markup: titles, attributes. */
  text(text: string): string
  /** The same for a title or a keyword that is shown: with raised letters, unbroken words and the language of foreign ones,
   *  as HTML. */
  titre(text: string): string
}

/** What renders the bodies of a kit for one medium, after the contract of docs/html.md. What it makes of a body depends
 *  on that body and on what is listed of the others. */
export function createRenderer(kit: KitListe, medium: Medium): Renderer {
  const { renderer, options } = createMarkdown()
  Object.assign(renderer.rules, inlineRules)
  const cibles = ciblesOf(kit)
  const sigles = { developpes: kit.sigles, find: findSigles(Object.keys(kit.sigles)) }

  const foreign = foreignWordsOf(kit.mots_etrangers)
  const shown = (words: Token[]) =>
    renderer.renderInline(markForeignIn(words, foreign, medium), options, { medium })

  const render = (
    { corps, slug }: FichePubliee | Page,
    { couleurs, enLigne }: Pick<Cadre, 'couleurs' | 'enLigne'>,
  ): Rendered => {
    const resources: Rendered['resources'] = []
    const cadre: Cadre = {
      kit,
      medium,
      cibles,
      slug,
      couleurs,
      enLigne,
      niveau: 2,
      seul: true,
      resources,
      mots: text => shown([textToken(typographText(text))]),
      inline: children => renderer.renderInline([...children], options, cadre as never),
      blocs: tokens => renderer.render([...tokens], options, cadre as never),
      rep: (token: Token) =>
        medium === 'web' || !token.meta?.['b'] ? '' : ` data-b="${Number(token.meta['b'])}"`,
      id: ancre => ` id="${idIn(medium, slug, ancre)}"`,
      image: path => (medium === 'web' ? withBase(`/${path}`, kit) : path),
    }
    const parties = structure(annotate(tokensOf(corps), { medium, slug, sigles, foreign }))
    return { html: renderDocument(parties, cadre), resources }
  }

  return {
    fiche: fiche =>
      render(fiche, {
        couleurs: couleursOf(kit, shadesOf(kit, fiche.famille)),
        enLigne: medium === 'print' ? onlineAddress({ kind: 'fiche', id: fiche.slug }, kit) : null,
      }),
    page: page => render(page, { couleurs: couleursOf(kit, shadesOf(kit, null)), enLigne: null }),
    text: text => escapeXml(typographText(text)),
    titre: text => shown(typographChildren([textToken(text)])),
  }
}

const textToken = (content: string) => Object.assign(new MarkdownIt.Token('text', '', 0), { content })

/** The shades of a family; a page has those of the kit's first family. */
function shadesOf(kit: KitListe, id: string | null): Tokens['familles'][string] {
  const famille = kit.familles.find(one => one.id === id) ?? kit.familles[0]
  const shades = famille && kit.tokens.familles[famille.couleur]
  if (!shades) throw new Error(`No colours for the family ${id ?? '(first)'}: the kit was not checked`)
  return shades
}
