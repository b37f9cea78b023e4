import type { Token } from 'markdown-it'
import { escapeXml } from '../problems/index.ts'
import type { Bloc, Block, RenderContext } from './block.ts'
import { icon } from './icons.ts'
import { isPanorama, isPortrait, type Pixels, printWidths, sharpWidth } from './page-plan.ts'

/** An icon where the medium has icons: e-books have none. */
export function picto(name: string, context: RenderContext): string {
  return context.medium === 'epub' ? '' : icon(name)
}

export function inlineOf(token: Token, context: RenderContext): string {
  return context.inline(token.children ?? [])
}

/** A block in its frame: class, anchor when another place may point to it, and its place in the count of blocks. */
export function enclose(
  tag: 'aside' | 'figure' | 'div',
  bloc: Bloc,
  context: RenderContext,
  parts: readonly string[],
  attributs: Record<string, string> = {},
): string {
  const written = Object.entries(attributs).map(([name, value]) => ` ${name}="${value}"`)
  // Unnamed, an aside may count as a landmark of the page, and a fiche has twenty: on the web it is a note.
  const role = tag === 'aside' && context.medium === 'web' ? ' role="note"' : ''
  const { print, breaks } = bloc.kind
  const kind = context.medium === 'print' ? ` data-print="${print}${breaks ? ' breaks' : ''}"` : ''
  const meaning = tag === 'aside' && context.medium === 'epub' ? meaningOf(bloc.kind) : ''
  const opening = `<${tag}${meaning} class="bloc ${bloc.nom}"${kind}${context.id(bloc.ancre)}${role}${written.join('')}${context.rep(bloc.open)}>`
  return `${opening}\n${parts.join('')}</${tag}>\n`
}

/** Writes the role of a block for a reading system. An `aside` without a role is a landmark, and nameless landmarks help nobody. */
const meaningOf = ({ epub }: Block): string =>
  epub ? ` epub:type="${epub.type}" role="${epub.role}"` : ' role="note"'

/** A picture of the kit. Print sets it no larger than its pixels allow, across the page where it is a panorama, and no browser of a page finds
 *  them coarse. */
export function image(path: string, alt: string, context: RenderContext): string {
  const pixels = context.kit.images[path]?.pixels
  const sharp = pixels && context.medium === 'print' ? sharpWidth(pixels) : printWidths.page
  const style = sharp < printWidths.page ? ` style="max-width:min(100%,${sharp.toFixed(2)}mm)"` : ''
  const shape = pixels && context.medium === 'print' && shapeOf(pixels)
  const classe = shape ? ` class="${shape}"` : ''
  return `<img src="${escapeXml(context.image(path))}" alt="${escapeXml(alt)}"${classe}${style}/>`
}

const shapeOf = (pixels: Pixels) => (isPanorama(pixels) ? 'panorama' : isPortrait(pixels) ? 'portrait' : null)

/** The block's written name, with its icon; in place of the name its title, where the block wants it so. */
export function blockHead(
  tag: 'p' | 'figcaption',
  { kind: { heading }, titre }: Bloc,
  context: RenderContext,
  frame = (icon: string) => icon,
): string {
  if (!heading) return ''
  const words = heading.untitled && titre ? inlineOf(titre, context) : heading.words
  return `<${tag} class="bloc-tete">${frame(picto(heading.icon, context))}<span class="etiquette">${words}</span></${tag}>\n`
}

/** The title: a heading. In print it is a paragraph that knows its level: the tags of the PDF make it a heading, its bookmarks are the
 *  fiche's own headings alone. */
export function blockTitle(bloc: Bloc, context: RenderContext): string {
  if (!bloc.titre) return ''
  const [tag, level] =
    context.medium === 'print' ? ['p', ` data-niveau="${context.niveau}"`] : [`h${context.niveau}`, '']
  return `<${tag} class="bloc-titre"${level}>${inlineOf(bloc.titre, context)}</${tag}>\n`
}

/** The title as a paragraph, of a block that is no part of the outline. */
export const titleAsWritten = (bloc: Bloc, context: RenderContext): string =>
  bloc.titre ? `<p class="bloc-titre">${inlineOf(bloc.titre, context)}</p>\n` : ''

export function source(bloc: Bloc, context: RenderContext): string {
  if (!bloc.close) return ''
  return `<p class="source"${context.rep(bloc.close)}>${inlineOf(bloc.close, context)}</p>\n`
}
