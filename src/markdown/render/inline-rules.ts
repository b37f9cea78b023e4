import type { RendererRule } from 'markdown-it'
import { addressOf } from '../../addresses.ts'
import { escapeXml } from '../../edit-html.ts'
import { plainText } from '../text.ts'
import { typographText } from '../typography/index.ts'
import type { Cadre } from './cadre.ts'
import { A_PARAITRE } from './cibles.ts'
import { image } from './parts.ts'

/** Rules of markdown-it's renderer for what a medium writes in its own way; `env` is the `Cadre`. */
export const inlineRules: Record<string, RendererRule> = {
  renvoi(tokens, index, _options, env) {
    const cadre = cadreOf(env)
    const slug = tokens[index]?.content ?? ''
    const cible = cadre.cibles.get(slug)
    if (!cible) return escapeXml(slug)
    const titre = cadre.mots(cible.titre)
    if (!cible.parue) return `<span class="renvoi-a-paraitre">${titre}, <i>${A_PARAITRE}</i></span>`
    const page =
      cadre.medium === 'print'
        ? ` <span class="p">p.\u00a0<span class="n" data-page="${escapeXml(slug)}">0</span></span>`
        : ''
    const href = escapeXml(addressOf({ kind: cible.kind, id: slug }, cadre.medium, cadre.kit))
    return `<a class="renvoi" href="${href}">${titre}${page}</a>`
  },
  // On a narrow window a table is moved sideways in its place, by touch or by keyboard.
  table_open: (tokens, index, options, env, self) =>
    `${cadreOf(env).medium === 'web' ? '<div class="tableau" role="group" aria-label="Tableau" tabindex="0">\n' : ''}${self.renderToken(tokens, index, options)}`,
  table_close: (_tokens, _index, _options, env) =>
    cadreOf(env).medium === 'web' ? '</table>\n</div>\n' : '</table>\n',
  link_open(tokens, index) {
    return `<a href="${escapeXml(String(tokens[index]?.attrGet('href') ?? ''))}" rel="external">`
  },
  image(tokens, index, _options, env) {
    const cadre = cadreOf(env)
    const token = tokens[index]
    const path = String(token?.meta?.['path'] ?? '')
    const picture = cadre.kit.images[path]
    const alt = plainText(token?.children ?? null) || picture?.alt || ''
    const shown = image(path, alt, cadre)
    return token?.meta?.['figure'] && picture?.credit
      ? `${shown}<figcaption class="credit">${escapeXml(typographText(`${picture.credit}, ${picture.licence}`))}</figcaption>`
      : shown
  },
  insecable_open: (_tokens, _index, _options, env) => unbroken('<span class="insecable">', env),
  insecable_close: (_tokens, _index, _options, env) => unbroken('</span>', env),
  softbreak: () => '\n',
  hardbreak: () => '<br/>\n',
  hr: () => '<hr/>\n',
  attributs: (tokens, index) => escapeXml(tokens[index]?.content ?? ''),
}

/** A reader of e-books chooses the type size, and needs every break that there is. */
function unbroken(tag: string, env: unknown): string {
  return cadreOf(env).medium === 'epub' ? '' : tag
}

const cadreOf = (env: unknown) => env as Cadre
