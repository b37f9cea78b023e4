import { withBase } from '../../src/addresses.ts'
import type { Kit } from '../../src/kit.ts'
import { headerPolicy } from '../pages/policy.ts'

/** The headers that static hosts (Netlify, Cloudflare Pages) read from `_headers`: the strict policy on every page, and
 *  files named after their content kept for a year.
 *  @param styles style sheets written into the pages that are offered to download (the prepress report) */
export function headersFile(kit: Kit, styles: readonly string[] = []): string {
  const everywhere = {
    'Content-Security-Policy': headerPolicy(styles),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
  const assets = { 'Cache-Control': 'public, max-age=31536000, immutable' }
  const worker = { 'Cache-Control': 'no-cache' }
  return [
    section(withBase('/*', kit), everywhere),
    section(withBase('/assets/*', kit), assets),
    section(withBase('/sw.js', kit), worker),
    section(withBase('/recherche.bin', kit), worker),
  ].join('\n')
}

const section = (path: string, headers: Record<string, string>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
