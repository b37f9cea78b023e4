import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kit } from '../../src/kit/kit.ts'
import { folderOfFile } from '../temporary.ts'
import { makeSite, type SiteFolder } from '../unit/site/site-folder.ts'
import { readSite } from './site-reader.ts'

const AUTRE = 'tests/fixtures/kits/autre'

const dir = folderOfFile('editions')
/** The third edition, which has lost a fiche and keeps two editions before it. */
let site: SiteFolder

/** The edition of a year, as a release leaves it. @param release the one before it */
async function releaseOf(annee: number, release: string | null = null): Promise<string> {
  await using made = await makeSite(AUTRE, edition(annee), '.cache', release)
  const out = join(dir, String(annee))
  await cp(made.dir, join(out, 'site'), { recursive: true })
  await mkdir(join(out, 'site/atelier'))
  await writeFile(join(out, 'site/atelier/index.html'), 'atelier')
  const { titre, slug } = made.kit
  const artefacts = [
    { role: 'pdf-ecran', path: `pdf/${slug}-ecran.pdf`, bytes: 6_400_000 },
    { role: 'epub', path: `epub/${slug}.epub`, bytes: 1_200_000 },
  ]
  const manifest = { kit: { slug, titre, annee, statut: null }, date: `${annee}-03-01T00:00:00Z`, artefacts }
  await writeFile(join(out, 'manifeste.json'), JSON.stringify(manifest))
  return out
}

const edition = (annee: number) => (kit: Kit) => {
  kit.edition.annee = annee
}

beforeAll(async () => {
  const second = await releaseOf(2032, await releaseOf(2031))
  site = await makeSite(
    AUTRE,
    kit => {
      edition(2033)(kit)
      kit.fiches = kit.fiches.filter(({ slug }) => slug !== 'voir-de-loin')
    },
    '.cache',
    second,
  )
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
})

const text = (path: string) => readFile(join(site.dir, path), 'utf8')

it('keeps the site of each former edition, which leads to the page of today', async () => {
  for (const year of [2031, 2032]) {
    const page = await text(`editions/${year}/fiches/faire-le-tour/index.html`)
    expect(page.match(/edition-ancienne/g)).toHaveLength(1)
    expect(page).toMatch(
      new RegExp(`Édition ${year}, ancienne. <a href="/carnet/fiches/faire-le-tour/">Lire cette page`),
    )
    expect(page.match(/rel="canonical"/g)).toHaveLength(1)
    expect(page).toContain('<link rel="canonical" href="https://example.org/carnet/fiches/faire-le-tour/">')
    expect(page).not.toContain('content="noindex"')
    const gone = await text(`editions/${year}/fiches/voir-de-loin/index.html`)
    expect(gone).toContain('<a href="/carnet/">Ouvrir l’édition d’aujourd’hui</a>')
    expect(gone).toContain('<link rel="canonical" href="https://example.org/carnet/">')
    expect(gone).toContain('content="noindex"')
    // One atelier is kept: today's.
    await expect(text(`editions/${year}/atelier/index.html`)).rejects.toThrow('ENOENT')
  }
  expect(await text('sitemap.xml')).not.toContain('editions')
  expect(await text('sw.js')).not.toContain('editions/')
  // The code printed on the fiche that went.
  expect(await text('fiches/voir-de-loin/index.html')).toContain(
    'url=/carnet/editions/2032/fiches/voir-de-loin/',
  )
  const about = await text('a-propos/index.html')
  const [, list = ''] = /<h2 id="editions">Éditions<\/h2>.*?<ul>(.*?)<\/ul>/s.exec(about) ?? []
  expect([...list.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
    [2032, 2031].flatMap(year => [
      `/carnet/editions/${year}/`,
      `/carnet/editions/${year}/telechargements/carnet-des-lisieres-ecran.pdf`,
      `/carnet/editions/${year}/telechargements/carnet-des-lisieres.epub`,
    ]),
  )
})

const untilKept = (tab: Page) =>
  tab.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise(done =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  })

it('both editions read whole without a network, each from its own, search included', async () => {
  await using host = await readSite(site.dir, '/carnet/')
  await host.onTab(async (tab, faults) => {
    const places = ['', 'editions/2032/']
    for (const place of places) {
      await host.open(tab, place)
      // The worker of today holds the page until that of the edition has come.
      await untilKept(tab)
      await tab.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
    }
    const scopes = await tab.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
    )
    expect(scopes).toEqual(places.map(place => host.url + place))
    await host.stop()
    for (const place of places) {
      for (const path of ['', 'fiches/faire-le-tour/', 'sommaire/', 'ressources/', '?q=lisière']) {
        await host.open(tab, place + path)
        expect(await tab.$eval('h1', title => title.textContent?.trim()), path).not.toBe('Pas de connexion')
        expect((await tab.$('.edition-ancienne')) !== null, place + path).toBe(place !== '')
      }
      await tab.waitForSelector('.resultat a')
      const found = await tab.$$eval('.resultat a', links =>
        links.map(link => (link as HTMLAnchorElement).href),
      )
      for (const address of found) expect(address.startsWith(`${host.url}${place}`), address).toBe(true)
    }
    expect(faults).toEqual([])
  })
})
