import { withBase } from '../../src/addresses.ts'
import type { Kit } from '../../src/kit.ts'
import { SEARCH_POINTER } from '../../src/web/search/documents.ts'
import { headerPolicy } from '../pages/policy.ts'

/** The headers that static hosts (Netlify, Cloudflare Pages) read from `_headers`: the strict policy on every page, and
 *  files named after their content kept for a year.
 *  @param options `styles`: style sheets written into the pages that are offered to download (the prepress report); `paths`: the
 *  files of the site */
export function headersFile(
  kit: Kit,
  { styles = [], paths = [] }: { styles?: readonly string[]; paths?: readonly string[] } = {},
): string {
  const policy = { 'Content-Security-Policy': headerPolicy(styles) }
  // Hosts add up the sections that fit an address, and of two policies both hold: that of the atelier stands in its own pages.
  const apart = kit.site.atelier ? topOf(paths).map(path => section(withBase(path, kit), policy)) : []
  const everywhere = {
    ...(kit.site.atelier ? {} : policy),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
  const assets = { 'Cache-Control': 'public, max-age=31536000, immutable' }
  const worker = { 'Cache-Control': 'no-cache' }
  return [
    section(withBase('/*', kit), everywhere),
    ...apart,
    section(withBase('/assets/*', kit), assets),
    section(withBase('/sw.js', kit), worker),
    section(withBase(`/${SEARCH_POINTER}`, kit), worker),
  ].join('\n')
}

/** What stands at the top of the site, as addresses: its pages, its folders, its other files. */
const topOf = (paths: readonly string[]): string[] => [
  '/',
  ...new Set(
    paths.map(path => (path.includes('/') ? `/${path.slice(0, path.indexOf('/'))}/*` : `/${path}`)).sort(),
  ),
]

const section = (path: string, headers: Record<string, string>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
