import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readSite } from './site-reader.ts'

/** A copy that a test may change. */
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-hors-ligne-'))
  await cp(inject('kitSite'), dir, { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** Waits until everything is kept and the page is served from it. */
const untilKept = (tab: Page) =>
  tab.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise(done =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  })

it('reads whole without a network after one visit, search included', async () => {
  await using site = await readSite(dir, '/kit/')
  await site.onTab(async (tab, faults) => {
    await site.open(tab, 'fiches/scic/')
    await untilKept(tab)
    await site.stop()
    for (const path of site.pages.filter(path => !path.endsWith('.html'))) {
      await site.open(tab, path)
      expect(await tab.$eval('h1', title => title.textContent?.trim()), path).toBeTruthy()
    }
    await site.open(tab, '?q=ptce&famille=thematique')
    await tab.waitForFunction(() =>
      /résultat/.test(document.querySelector('.recherche-etat')?.textContent ?? ''),
    )
    expect(await tab.$$('.resultat')).not.toHaveLength(0)
    expect(faults).toEqual([])
    // An address without its last stroke is its page's.
    await site.open(tab, 'fiches/commande-publique')
    expect(new URL(tab.url()).pathname).toBe('/kit/fiches/commande-publique/')
    // What needs the network says so, to machines too.
    const missing = await tab.goto(`${site.url}telechargements/absent.pdf`)
    expect(missing?.status()).toBe(503)
    expect(await tab.$eval('h1', title => title.textContent)).toBe('Pas de connexion')
    await site.open(tab, 'nulle-part/')
    expect(await tab.$eval('h1', title => title.textContent)).toBe('Pas de connexion')
  })
})

it('tells the reader of a new version, and shows it when they ask', async () => {
  await using site = await readSite(dir, '/kit/')
  await site.onTab(async tab => {
    await site.open(tab, 'sigles/')
    await untilKept(tab)
    const [page, worker] = [join(dir, 'sigles/index.html'), join(dir, 'sw.js')]
    const former = await readFile(page, 'utf8')
    await writeFile(page, former.replace('<h1>Sigles</h1>', '<h1>Sigles du kit</h1>'))
    const script = await readFile(worker, 'utf8')
    await writeFile(worker, script.replace(/("url":"sigles\/","revision":")[^"]+/, '$1nouvelle'))

    await tab.reload({ waitUntil: 'load' })
    const notice = await tab.waitForSelector('.nouvelle-version button')
    // A second tab is told too, and asked last.
    const other = await tab.browserContext().newPage()
    await site.open(other, 'sigles/')
    await other.waitForSelector('.nouvelle-version button')
    await tab.bringToFront()
    expect(await tab.$eval('.nouvelle-version', element => element.getAttribute('role'))).toBe('status')
    expect(await tab.$eval('h1', title => title.textContent)).toBe('Sigles')
    await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), notice?.click()])
    expect(await tab.$eval('h1', title => title.textContent)).toBe('Sigles du kit')
    expect(await tab.$('.nouvelle-version')).toBeNull()
    await other.bringToFront()
    await Promise.all([
      other.waitForNavigation({ waitUntil: 'load' }),
      other.click('.nouvelle-version button'),
    ])
    expect(await other.$eval('h1', title => title.textContent)).toBe('Sigles du kit')
    // What the former version kept is gone.
    const sigles = await tab.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
      return requests.flat().filter(({ url }) => url.includes('/sigles/')).length
    })
    expect(sigles).toBe(1)
  })
})
