import type { Kit } from '../../src/kit/index.ts'
import { SEARCH_POINTER } from '../../src/search/index.ts'
import { withBase } from '../../src/text/index.ts'

/** Headers of every answer. The content policy is in the page itself. */
const everywhere = {
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** A file named after its content is kept for a year; a browser asks whether any other has changed. */
const [A_YEAR, ASK] = ['public, max-age=31536000, immutable', 'no-cache']

/** A frame of any site may show a fiche: browsers heed this before X-Frame-Options. Its fonts come in a sandbox too. */
const [FRAMED, SHARED] = ['frame-ancestors *', '*']

/** Files that a host reads and hands out to nobody. */
const HIDDEN = '/(_headers|_redirects|\\.htaccess|\\.nojekyll)$'

/** Writes the settings that hosts read beside the files, by path. nginx reads none: docs/mettre-en-ligne.md has its lines. */
export const hostFiles = (kit: Kit): Record<string, string> => ({
  _headers: headersFile(kit),
  '.htaccess': apacheFile(kit),
})

/** `_headers`, for Netlify and Cloudflare Pages: of two lines that fit a path both hold. */
function headersFile(kit: Kit): string {
  const section = (path: string, headers: Record<string, string>) =>
    [withBase(path, kit), ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
      '\n',
    )
  return [
    section('/*', everywhere),
    section('/assets/*', { 'Cache-Control': A_YEAR, 'Access-Control-Allow-Origin': SHARED }),
    section('/integrer/*', { 'Content-Security-Policy': FRAMED }),
    ...['/sw.js', `/${SEARCH_POINTER}`].map(path => section(path, { 'Cache-Control': ASK })),
  ].join('\n')
}

/** `.htaccess`, for Apache, which most shared hosts run. @see https://httpd.apache.org/docs/2.4/howto/htaccess.html */
function apacheFile(kit: Kit): string {
  const notFound = withBase('/404.html', kit)
  const base = kit.site.base.replaceAll('.', '\\.')
  const header = (name: string, value: string) => `  Header always set ${name} "${value}"`
  return `# Réglages du site pour Apache, écrits par la presse. Si toutes les pages répondent « 500 », l'hébergeur
# refuse une de ces lignes : effacer d'abord « Options -Indexes ».
Options -Indexes
DirectoryIndex index.html
ErrorDocument 403 ${notFound}
ErrorDocument 404 ${notFound}
RedirectMatch 404 "${HIDDEN}"
# Une empreinte (ETag) de page compressée ne serait pas reconnue : la date suffit.
FileETag None
AddDefaultCharset utf-8
AddType application/manifest+json .webmanifest
AddType application/geo+json .geojson
AddType application/epub+zip .epub
AddType font/woff2 .woff2
<IfModule mod_filter.c>
  AddOutputFilterByType DEFLATE text/html text/css text/plain text/javascript application/javascript application/json image/svg+xml
</IfModule>
<IfModule mod_headers.c>
${Object.entries(everywhere)
  .map(([name, value]) => header(name, value))
  .join('\n')}
  Header set Cache-Control "${ASK}"
  Header set Cache-Control "${A_YEAR}" "expr=%{REQUEST_URI} =~ m#^${base}(editions/[0-9]+/)?assets/#"
  Header set Access-Control-Allow-Origin "${SHARED}" "expr=%{REQUEST_URI} =~ m#^${base}assets/#"
  Header always set Content-Security-Policy "${FRAMED}" "expr=%{REQUEST_URI} =~ m#^${base}integrer/#"
</IfModule>
`
}
