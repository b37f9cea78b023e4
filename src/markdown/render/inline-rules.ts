import type { RendererRule } from 'markdown-it'
import type { Kit } from '../../kit.ts'
import { escapeHtml, plainText } from '../text.ts'
import { typographText } from '../typography/index.ts'
import type { Cadre } from './cadre.ts'

/** Rules of markdown-it's renderer for what a medium writes in its own way; `env` is the `Cadre`. */
export const inlineRules: Record<string, RendererRule> = {
  renvoi(tokens, index, _options, env) {
    const cadre = env as unknown as Cadre
    const slug = tokens[index]?.content ?? ''
    const cible = target(cadre.kit, slug)
    if (!cible) return escapeHtml(slug)
    const titre = escapeHtml(typographText(cible.titre))
    if (!cible.adresse) return `<span class="renvoi-a-paraitre">${titre}</span>`
    if (cadre.medium === 'print') {
      return `<a class="renvoi" href="#${slug}">${titre} <span class="p">p. <span class="n" data-page="${slug}">0</span></span></a>`
    }
    const href =
      cadre.medium === 'epub' ? `${cible.genre}-${slug}.xhtml` : `${cadre.base}${cible.genre}s/${slug}/`
    return `<a class="renvoi" href="${href}">${titre}</a>`
  },
  link_open(tokens, index) {
    return `<a href="${escapeHtml(String(tokens[index]?.attrGet('href') ?? ''))}" rel="external">`
  },
  image(tokens, index, _options, env) {
    const cadre = env as unknown as Cadre
    const token = tokens[index]
    const path = decodeURI(String(token?.attrGet('src') ?? ''))
    const image = `<img src="${escapeHtml(cadre.image(path))}" alt="${escapeHtml(plainText(token?.children ?? null))}"/>`
    const credit = cadre.kit.images[path]?.credit
    return token?.meta?.['figure'] && credit
      ? `${image}<figcaption class="credit">${escapeHtml(typographText(credit))}</figcaption>`
      : image
  },
  softbreak: () => '\n',
  hardbreak: () => '<br/>\n',
  hr: () => '<hr/>\n',
  attributs: (tokens, index) => escapeHtml(tokens[index]?.content ?? ''),
}

/** The fiche or page that a cross-reference names; `adresse` is false for an announced fiche. */
function target(kit: Kit, slug: string): { titre: string; genre: 'fiche' | 'page'; adresse: boolean } | null {
  const fiche = kit.fiches.find(one => one.slug === slug)
  if (fiche) {
    const announced = fiche.statut === 'a-paraitre'
    return { titre: announced ? fiche.titre : fiche.titre_court, genre: 'fiche', adresse: !announced }
  }
  const page = kit.pages.find(one => one.slug === slug)
  return page ? { titre: page.titre_court, genre: 'page', adresse: true } : null
}
