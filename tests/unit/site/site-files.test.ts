import { readFileSync } from 'node:fs'
import { parseFeed } from 'htmlparser2'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { hostFiles } from '../../../build/site/host-files.ts'
import { feed, machineFiles, redirects, sitemap } from '../../../build/site/machine-files.ts'
import type { Kit } from '../../../src/kit/kit.ts'

async function fixture(): Promise<Kit> {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the fixture cannot be read')
  return kit
}

test('_headers keeps other sites from framing this one, and hashed files for a year', async () => {
  const { _headers: headers } = hostFiles(await fixture())
  expect(headers).toMatch(/^\/carnet\/\*\n {2}X-Frame-Options: SAMEORIGIN/)
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
  // The back cover is a page of paper alone.
  expect(addresses.filter(address => address?.includes('/dos/'))).toEqual([])
})

test('robots.txt names the sitemap only when the site has an address, and search engines may show it', async () => {
  const kit = await fixture()
  const files = () => {
    const { 'robots.txt': robots, 'sitemap.xml': map } = machineFiles(kit, [], {})
    return { robots: new TextDecoder().decode(robots), hasSitemap: map !== undefined }
  }
  const unlisted = { robots: 'User-agent: *\nAllow: /\n', hasSitemap: false }
  expect(files()).toEqual({
    robots: `${unlisted.robots}Sitemap: https://example.org/carnet/sitemap.xml\n`,
    hasSitemap: true,
  })
  kit.edition.statut = 'version de travail'
  expect(files()).toEqual(unlisted)
  kit.edition.statut = null
  kit.site.url = null
  expect(files()).toEqual(unlisted)
})

test('the feed has the last updated fiche first, and escapes titles', async () => {
  const kit = await fixture()
  for (const fiche of kit.fiches) fiche.titre = `Haies & <talus> ${fiche.numero}`
  const atom = feed(kit, [])
  const titles = [...atom.matchAll(/<entry><title>([^<]+)</g)].map(([, title]) => title)
  expect(titles).toEqual(['Haies &amp; &lt;talus&gt; 7', 'Haies &amp; &lt;talus&gt; 3'])
})

test('a reader of feeds finds each fiche in it, with its address, its date and what it says', async () => {
  const kit = await fixture()
  const read = parseFeed(feed({ ...kit, site: { ...kit.site, url: 'https://example.org' } }, []))
  const published = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
  expect(read).toMatchObject({ type: 'atom', title: kit.titre })
  expect(read?.items).toHaveLength(published.length)
  for (const { slug, titre } of published)
    expect(read?.items).toContainEqual(
      expect.objectContaining({
        title: titre,
        link: `https://example.org/carnet/fiches/${slug}/`,
        description: expect.any(String),
        pubDate: expect.any(Date),
      }),
    )
})

test('the feed has all that Atom asks for, with an address or without, and the same ids', async () => {
  const kit = await fixture()
  const details = ['Levier ajouté : « Tailler & planter ».']
  const texts = [{ name: 'Fiche 3', kind: 'fiche' as const, slug: 'faire-le-tour', details }]
  const groups = [{ title: 'Fiches modifiées', texts }]
  const online = feed(kit, [{ edition: 'Édition n° 2', premiere: false, groups, note: null }])
  const bare = feed({ ...kit, site: { ...kit.site, url: null } }, [])
  expect(online).toContain('Levier ajouté : « Tailler &amp; planter ».</summary>')
  const idsOf = (atom: string) => [...atom.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id = '']) => id)
  expect(idsOf(bare)).toEqual(idsOf(online))
  expect(new Set(idsOf(bare)).size).toBe(3)
  for (const id of idsOf(bare))
    expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(bare).toContain('<link rel="self" href="/carnet/fiches.atom"/>')
  expect(online).toContain('<link rel="self" href="https://example.org/carnet/fiches.atom"/>')
  for (const atom of [online, bare]) expect(faultOf(atom)).toBeNull()
})

test.each([
  ['no id', (atom: string) => atom.replace(/<id>[^<]*<\/id>/, '')],
  ['a day alone', (atom: string) => atom.replace(/<updated>[^<]*/, '<updated>2031-02-03')],
  ['two titles', (atom: string) => atom.replace('<entry>', '<entry><title>Deux</title>')],
  ['a link to nowhere', (atom: string) => atom.replace(/ href="[^"]*"/, '')],
])('the grammar of Atom sees %s', async (_, spoil) => {
  expect(faultOf(spoil(feed(await fixture(), [])))).not.toBeNull()
})

/** What the grammar of RFC 4287, appendix B, says against a feed. */
function faultOf(atom: string): string | null {
  using grammar = XmlDocument.fromString(readFileSync('tests/fixtures/atom.rng', 'utf8'))
  using validator = RelaxNGValidator.fromDoc(grammar)
  using document = XmlDocument.fromString(atom)
  try {
    validator.validate(document)
    return null
  } catch (error) {
    return String(error)
  }
}

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
