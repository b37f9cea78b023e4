import { absolute, withBase } from '../../src/addresses.ts'
import { escapeXml } from '../../src/edit-html.ts'
import { publishedFiches } from '../../src/indexes/listing.ts'
import type { Kit } from '../../src/kit.ts'
import { type News, newsOfText } from '../../src/news.ts'
import { uuid5 } from '../store/uuid5.ts'

/** An Atom feed of the fiches, the last updated first, each with what its last edition changed. The ids are made of names, not
 *  of addresses: they stay when the site gets one, or moves. @see RFC 4287 */
export function feed(kit: Kit, news: News): string {
  const { url } = kit.site
  const fiches = publishedFiches(kit).sort((a, b) => b.maj.localeCompare(a.maj) || a.numero - b.numero)
  const addressOf = (path: string) => escapeXml(url ? absolute(url, path, kit) : withBase(path, kit))
  const idOf = (name: string) => `urn:uuid:${uuid5(`urn:kit:${kit.slug}:${name}`)}`
  const entries = fiches.map(({ slug, titre, maj, resume }) => {
    const [last] = newsOfText(news, slug)
    const summary = last ? [resume, ...last.details] : [resume]
    return `<entry><title>${escapeXml(titre)}</title><id>${idOf(`fiche:${slug}`)}</id><link rel="alternate" href="${addressOf(`/fiches/${slug}/`)}"/><updated>${instant(maj)}</updated><summary>${escapeXml(summary.join('\n'))}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>${escapeXml(kit.titre)}</title>
<id>${idOf('fiches')}</id>
<link rel="alternate" href="${addressOf('/')}"/>
<link rel="self" href="${addressOf('/fiches.atom')}"/>
<updated>${instant(fiches[0]?.maj ?? kit.edition.mois)}</updated>
<author><name>${escapeXml(kit.editeur.nom)}</name></author>
${entries.join('\n')}
</feed>
`
}

/** A fiche knows the month of its update; a feed wants an instant. */
const instant = (month: string) => `${month}-01T00:00:00Z`
