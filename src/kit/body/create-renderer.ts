import type { RendererRule, Token } from 'markdown-it'
import MarkdownIt from 'markdown-it'
import { escapeXml } from '../../problems/index.ts'
import {
  addressOf,
  type Couleurs,
  findSigles,
  image,
  type Medium,
  onlineAddress,
  plainText,
  type RenderContext,
  sigleAnchor,
  typographChildren,
  typographText,
  withBase,
} from '../../text/index.ts'
import type { FichePubliee, Kit, KitListe, Page, Tokens } from '../kit.ts'
import { annotate, foreignWordsOf, idIn, markForeignIn } from './annotate.ts'
import { A_PARAITRE, ciblesOf } from './cibles.ts'
import { renderDocument } from './document.ts'
import { createMarkdown } from './markdown.ts'
import { structure } from './structure.ts'
import { tokensOf } from './tokens-of.ts'

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

/** Creates the renderer of a kit's bodies for one medium, by the contract of docs/html.md. Its HTML depends on the body
 *  itself and on the lists of the other documents. @param numbered elements say their place in the text (`data-b`) */
export function createRenderer(kit: KitListe, medium: Medium, numbered = medium !== 'web'): Renderer {
  const { renderer, options } = createMarkdown()
  Object.assign(renderer.rules, inlineRules)
  const cibles = ciblesOf(kit)
  const sigles = { developpes: kit.sigles, find: findSigles(Object.keys(kit.sigles)) }

  const foreign = foreignWordsOf(kit.mots_etrangers)
  const shown = (words: Token[]) =>
    renderer.renderInline(markForeignIn(words, foreign, medium), options, { medium })

  const render = (
    { corps, slug }: FichePubliee | Page,
    { couleurs, enLigne }: Pick<RenderContext, 'couleurs' | 'enLigne'>,
  ): Rendered => {
    const resources: Rendered['resources'] = []
    const context: RenderContext = {
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
      inline: children => renderer.renderInline([...children], options, context as never),
      blocs: tokens => renderer.render([...tokens], options, context as never),
      rep: (token: Token) => (numbered && token.meta?.['b'] ? ` data-b="${Number(token.meta['b'])}"` : ''),
      id: ancre => ` id="${idIn(medium, slug, ancre)}"`,
      image: path => (medium === 'web' ? withBase(`/${path}`, kit) : path),
    }
    const sections = structure(annotate(tokensOf(corps), { medium, numbered, slug, sigles, foreign }))
    return { html: renderDocument(sections, context), resources }
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
  const famille = kit.familles.find(candidate => candidate.id === id) ?? kit.familles[0]
  const shades = famille && kit.tokens.familles[famille.couleur]
  if (!shades) throw new Error(`No colours for the family ${id ?? '(first)'}: the kit was not checked`)
  return shades
}

/** Opens the place of a table. */
const tablePlace: Record<Medium, string> = {
  web: '<div class="tableau" role="group" aria-label="Tableau" tabindex="0">\n',
  epub: '<div class="tableau">\n',
  print: '',
}

/** Rules of markdown-it's renderer for what a medium writes in its own way; `env` is the `RenderContext`. */
const inlineRules: Record<string, RendererRule> = {
  renvoi(tokens, index, _options, env) {
    const context = contextOf(env)
    const slug = tokens[index]?.content ?? ''
    const cible = context.cibles.get(slug)
    if (!cible) return escapeXml(slug)
    const titre = context.mots(cible.titre)
    if (!cible.parue) return `<span class="renvoi-a-paraitre">${titre}, <i>${A_PARAITRE}</i></span>`
    const page =
      context.medium === 'print'
        ? ` <span class="p">p.\u00a0<span class="n" data-page="${escapeXml(slug)}">0</span></span>`
        : ''
    const href = escapeXml(addressOf({ kind: cible.kind, id: slug }, context.medium, context.kit))
    const words = page && tokens[index]?.meta?.['pageAlone'] ? page.trim() : `${titre}${page}`
    return `<a class="renvoi" href="${href}">${words}</a>`
  },
  // On a narrow window a table is moved sideways in its place, by touch or by keyboard; in an e-book it stands where that place is wide.
  table_open: (tokens, index, options, env, self) =>
    `${tablePlace[contextOf(env).medium]}${self.renderToken(tokens, index, options)}`,
  table_close: (_tokens, _index, _options, env) =>
    tablePlace[contextOf(env).medium] ? '</table>\n</div>\n' : '</table>\n',
  // In an e-book an acronym leads to its line.
  abbr_open: (tokens, index, options, env, self) => {
    const { medium, kit } = contextOf(env)
    const abbr = self.renderToken(tokens, index, options)
    if (medium !== 'epub') return abbr
    const list = addressOf({ kind: 'sigles', id: 'sigles' }, medium, kit)
    const end = tokens.findIndex(({ type }, at) => at > index && type === 'abbr_close')
    return `<a class="vers-sigle" href="${list}#${sigleAnchor(plainText(tokens.slice(index + 1, end)))}">${abbr}`
  },
  abbr_close: (_tokens, _index, _options, env) =>
    contextOf(env).medium === 'epub' ? '</abbr></a>' : '</abbr>',
  link_open(tokens, index) {
    const href = String(tokens[index]?.attrGet('href') ?? '')
    return `<a href="${escapeXml(href)}"${href.startsWith('tel:') ? '' : ' rel="external"'}>`
  },
  image(tokens, index, _options, env) {
    const context = contextOf(env)
    const token = tokens[index]
    const path = String(token?.meta?.['path'] ?? '')
    const picture = context.kit.images[path]
    const alt = plainText(token?.children ?? null) || picture?.alt || ''
    const shown = image(path, alt, context)
    const caption = typographText(String(token?.attrGet('title') ?? '').trim())
    const credit = picture?.credit ? typographText(`${picture.credit}, ${picture.licence}`) : ''
    if (!token?.meta?.['figure'] || !(caption || credit)) return shown
    const words = [caption && `<span class="legende-image">${escapeXml(caption)}</span>`, escapeXml(credit)]
    return `${shown}<figcaption class="credit">${words.filter(Boolean).join(' ')}</figcaption>`
  },
  insecable_open: (_tokens, _index, _options, env) => unbroken('<span class="insecable">', env),
  insecable_close: (_tokens, _index, _options, env) => unbroken('</span>', env),
  softbreak: () => '\n',
  hardbreak: () => '<br/>\n',
  hr: () => '<hr/>\n',
}

/** A reader of e-books chooses the type size, and needs every break that there is. */
function unbroken(tag: string, env: unknown): string {
  return contextOf(env).medium === 'epub' ? '' : tag
}

const contextOf = (env: unknown) => env as RenderContext

export function couleursOf(kit: Pick<Kit, 'tokens'>, shades: Tokens['familles'][string]): Couleurs {
  const { texte, gris, filet, papier } = kit.tokens.neutre
  return {
    solid: shades.solid.hex,
    deep: shades.deep.hex,
    mid: shades.mid.hex,
    light: shades.light.hex,
    tint: shades.tint.hex,
    texte: texte.hex,
    gris: gris.hex,
    filet: filet.hex,
    papier: papier.hex,
  }
}
