import { escapeXml } from '../../src/escape-xml.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { absolute } from '../../src/web/absolute.ts'

/** An Atom feed of the fiches, the last updated first. @see RFC 4287 */
export function feed(kit: Kit, url: string): string {
  const fiches = kit.fiches
    .filter((fiche): fiche is FichePubliee => fiche.statut !== 'a-paraitre')
    .sort((a, b) => b.maj.localeCompare(a.maj) || a.numero - b.numero)
  const home = absolute(url, '/', kit)
  const entries = fiches.map(fiche => {
    const address = absolute(url, `/fiches/${fiche.slug}/`, kit)
    return `<entry><title>${escapeXml(fiche.titre)}</title><id>${escapeXml(address)}</id><link href="${escapeXml(address)}"/><updated>${instant(fiche.maj)}</updated><summary>${escapeXml(fiche.resume)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>${escapeXml(kit.titre)}</title>
<id>${escapeXml(home)}</id>
<link href="${escapeXml(home)}"/>
<link rel="self" href="${escapeXml(absolute(url, '/fiches.atom', kit))}"/>
<updated>${instant(fiches[0]?.maj ?? kit.edition.mois)}</updated>
<author><name>${escapeXml(kit.editeur.nom)}</name></author>
${entries.join('\n')}
</feed>
`
}

/** A fiche knows the month of its update; a feed wants an instant. */
const instant = (month: string) => `${month}-01T00:00:00Z`
