import type { FicheListee, KitListe } from '../../../src/kit/index.ts'
import { escapeXml, formatDate } from '../../../src/problems/index.ts'
import { absolute, shortAddress, typographText } from '../../../src/text/index.ts'
import { writePolicy } from '../policy.ts'
import { picturePath } from './structured-data.ts'

type Embedded = Pick<FicheListee, 'slug' | 'titre' | 'famille'>

/** Folder of a fiche that other sites may show in a frame, inside the site. */
export const embedPath = (slug: string): string => `/integrer/${slug}/`

/** Height of the frame in px: the head of a fiche and its first lever. */
const HEIGHT = 900

/** Writes the lines that one pastes into a page to show a fiche there. @param url of the site */
export function embedLines(kit: KitListe, { slug, titre }: Embedded, url: string): string {
  const name = escapeXml(`${typographText(titre)}, ${typographText(kit.titre)}`)
  return `<iframe src="${absolute(url, embedPath(slug), kit)}" title="${name}" width="100%" height="${HEIGHT}" frameborder="0" loading="lazy"></iframe>`
}

/** What a program that shows links, WordPress for one, reads of a fiche. @see https://oembed.com */
export const oEmbed = (kit: KitListe, fiche: Embedded, url: string): string =>
  JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: typographText(fiche.titre),
    provider_name: typographText(kit.titre),
    provider_url: absolute(url, '/', kit),
    thumbnail_url: absolute(url, picturePath(fiche.slug), kit),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    html: embedLines(kit, fiche, url),
    width: 720,
    height: HEIGHT,
  })

/** The article alone, for a frame: no script, and nothing that a sandbox refuses (`crossorigin`). Links open beside the page that
 *  shows it. @param article HTML. @param sheets addresses of its style sheets */
export function embedPage(
  kit: KitListe,
  { slug, titre, famille }: Embedded,
  { article, sheets, url }: { article: string; sheets: readonly string[]; url: string },
): string {
  const address = absolute(url, `/fiches/${slug}/`, kit)
  const { licence } = kit
  const link = (href: string, words: string) => `<a href="${escapeXml(href)}">${escapeXml(words)}</a>`
  const licenceName = [licence.nom, licence.version].filter(Boolean).join(' ')
  const { statut, mois } = kit.edition
  const credit = [
    kit.titre,
    kit.editeur.sigle ?? kit.editeur.nom,
    ...(statut ? [statut] : []),
    formatDate(mois),
  ]
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${writePolicy(framed)}">
${sheets.map(sheet => `<link rel="stylesheet" href="${sheet}">`).join('\n')}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(typographText(titre))} · ${escapeXml(typographText(kit.titre))}</title>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="canonical" href="${address}">
<base target="_blank">
</head>
<body>
<main>${article}</main>
<footer class="pied famille-${famille}"><div class="cadre"><p>${escapeXml(typographText(credit.join(', ')))}. Licence ${licence.url ? link(licence.url, licenceName) : escapeXml(licenceName)}. La fiche, à jour, avec ses fichiers à télécharger${'\u00a0'}: ${link(address, shortAddress(address))}</p></div></footer>
</body>
</html>
`
}

/** Loads the site's own styles, fonts and pictures, and runs nothing. */
const framed = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
}
