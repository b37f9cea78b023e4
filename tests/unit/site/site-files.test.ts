import { describe, expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { feed } from '../../../build/site/feed.ts'
import { headersFile } from '../../../build/site/headers.ts'
import { redirects } from '../../../build/site/redirects.ts'
import { robots, sitemap } from '../../../build/site/sitemap.ts'
import type { Kit } from '../../../src/kit.ts'

async function fixture(): Promise<Kit> {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the fixture cannot be read')
  return kit
}

test('_headers allows the site and nothing else, and keeps hashed files for a year', async () => {
  const headers = headersFile(await fixture())
  expect(headers).toMatch(/^\/carnet\/\*\n {2}Content-Security-Policy: default-src 'none';/)
  expect(headers.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|\*;/)
  expect(headers).toContain("frame-ancestors 'none'")
  expect(headers).toMatch(/\/carnet\/assets\/\*\n {2}Cache-Control: .*immutable/)
})

test('the sitemap has every page once, under the base path, and no announced fiche', async () => {
  const kit = await fixture()
  const addresses = [...sitemap(kit, 'https://exemple.org').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, loc]) => loc,
  )
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses).toContain('https://exemple.org/carnet/fiches/faire-le-tour/')
  expect(addresses).not.toContain('https://exemple.org/carnet/fiches/pas-encore/')
})

test('robots.txt names the sitemap only when the site has an address', async () => {
  const kit = await fixture()
  expect(robots(kit)).toContain('Sitemap: https://example.org/carnet/sitemap.xml')
  kit.site.url = null
  expect(robots(kit)).not.toContain('Sitemap')
})

test('the feed has the last updated fiche first, and escapes titles', async () => {
  const kit = await fixture()
  for (const fiche of kit.fiches) fiche.titre = `Haies & <talus> ${fiche.numero}`
  const atom = feed(kit, 'https://exemple.org')
  const titles = [...atom.matchAll(/<entry><title>([^<]+)</g)].map(([, title]) => title)
  expect(titles).toEqual(['Haies &amp; &lt;talus&gt; 7', 'Haies &amp; &lt;talus&gt; 3'])
})

describe('redirects', () => {
  test('are absent when no fiche has moved', async () => {
    expect(redirects(await fixture())).toEqual({})
  })

  test('lead from each former slug to the fiche', async () => {
    const kit = await fixture()
    for (const fiche of kit.fiches)
      if (fiche.slug === 'faire-le-tour') Object.assign(fiche, { anciens_slugs: ['le-tour'] })
    const files = redirects(kit)
    expect(files['_redirects']).toBe('/carnet/fiches/le-tour/* /carnet/fiches/faire-le-tour/ 301\n')
    expect(files['fiches/le-tour/index.html']).toContain('url=/carnet/fiches/faire-le-tour/')
  })
})

test('a report offered to download keeps its own style sheet under the policy, and no other', async () => {
  // The hash of `a{}`, by another tool: printf 'a{}' | openssl dgst -sha256 -binary | base64
  const hash = 'X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='
  const headers = headersFile(await fixture(), ['a{}'])
  expect(headers).toContain(`style-src 'self' 'sha256-${hash}';`)
  expect(headersFile(await fixture())).toContain("style-src 'self';")
})
