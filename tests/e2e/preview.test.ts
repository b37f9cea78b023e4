import type { ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../build/browser/browser.ts'
import { startKit } from './run-kit.ts'

/** What the issue asks for, in ms; this machine may be busy with other tests. */
const WEB_MS = 1000
const PAPER_MS = 2000
const BUSY = 3

let dir: string
let file: string
let sound: string
let kit: ChildProcess
let said = ''
let url: string
let press: OpenBrowser
let tab: Page

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-apercu-'))
  await cp('tests/fixtures/kits/autre', dir, { recursive: true })
  file = join(dir, 'pratiques/07-faire-le-tour.md')
  sound = await readFile(file, 'utf8')
  kit = startKit(['dev', '--fiches', dir, '--port', '0'])
  for (const stream of [kit.stdout, kit.stderr]) stream?.on('data', chunk => (said += chunk))
  url = await until(() => /Site : (\S+)/.exec(said)?.[1])
  press = await openBrowser({ cacheDir: '.cache' })
  tab = await press.browser.newPage()
})
afterAll(async () => {
  await press?.[Symbol.asyncDispose]()
  kit?.kill('SIGKILL')
  await rm(dir, { recursive: true, force: true })
})

async function openOtherTab() {
  const page = await press.browser.newPage()
  return { page, [Symbol.asyncDispose]: () => page.close() }
}

async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const found = await look()
    if (found) return found
    await sleep(20)
  }
  throw new Error(`nothing came; the command said:\n${said}`)
}

/** Saves the fiche, and waits for the open page to show it. @returns the time between, in ms */
async function save(text: string, shows: (page: Page) => Promise<boolean>): Promise<number> {
  const start = performance.now()
  await writeFile(file, text)
  // A page that is being loaded anew cannot be asked.
  await until(() => shows(tab).catch(() => false))
  return performance.now() - start
}

/** Ends when the command has said nothing for a second: of a folder that is copied file by file it may read twice. */
async function calm(): Promise<void> {
  for (let before = ''; before !== said; await sleep(1000)) before = said
}

const withText = (text: string) => (page: Page) =>
  page.evaluate(wanted => document.body.textContent.includes(wanted), text)
const withSentence = (text: string) => sound.replace('\n## ', `\n${text}\n\n## `)
const panel = (page: Page) =>
  page.evaluate(() => document.querySelector('.apercu-erreurs')?.textContent ?? '')

async function median(times: number[]): Promise<number> {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

describe('kit dev', () => {
  it('shows a saved fiche on its open page', async () => {
    await tab.goto(`${url}fiches/faire-le-tour/`, { waitUntil: 'networkidle0' })
    const times: number[] = []
    for (const text of ['Une phrase de plus.', 'Une autre phrase.', 'Une troisième phrase.'])
      times.push(await save(withSentence(text), withText(text)))
    await save(sound, async page => !(await withText('Une troisième phrase.')(page)))
    expect(await median(times)).toBeLessThan(WEB_MS * BUSY)
  })

  it('shows what was saved while a page was loading, before anything could tell it', async () => {
    await using open = await openOtherTab()
    const { page } = open
    // As if the socket opened too late to hear of it.
    await page.setRequestInterception(true)
    page.on(
      'request',
      request => void (request.url().includes('@vite') ? request.abort() : request.continue()),
    )
    await page.goto(`${url}fiches/faire-le-tour/`, { waitUntil: 'domcontentloaded' })
    await writeFile(file, withSentence('Dite pendant le chargement.'))
    await until(() => withText('Dite pendant le chargement.')(page).catch(() => false))
    await writeFile(file, sound)
  })

  it('tells a mistake over the page and in the terminal, and forgets it when it is mended', async () => {
    await tab.goto(`${url}fiches/faire-le-tour/`, { waitUntil: 'networkidle0' })
    said = ''
    await save(
      sound.replace('famille: pratique', 'famille: pratiques'),
      async page => (await panel(page)) !== '',
    )
    const told = await panel(tab)
    expect(told).toMatch(/pratiques\/07-faire-le-tour\.md:\d+:\d+/)
    expect(told).toContain('Écrire : repere ou pratique.')
    // The page is still the last that was right.
    expect(await tab.$eval('h1', title => title.textContent)).toBe('Faire le tour')
    await until(() => /07-faire-le-tour\.md:\d+:\d+ {2}erreur {2}famille/.test(said))
    await save(sound, async page => (await panel(page)) === '')
    await until(() => said.includes('Plus d’erreur.'))
  })

  it('says that the folder is gone, and follows the one that stands in its place', async () => {
    await tab.goto(`${url}fiches/faire-le-tour/`, { waitUntil: 'networkidle0' })
    const aside = `${dir}-de-cote`
    await rename(dir, aside)
    await until(() => panel(tab).catch(() => ''))
    await cp(aside, dir, { recursive: true })
    await until(async () => (await panel(tab).catch(() => 'loading')) === '')
    await rm(aside, { recursive: true })
    await save(withSentence('Écrite au même endroit.'), withText('Écrite au même endroit.'))
    await save(sound, async page => !(await withText('Écrite au même endroit.')(page)))
    await calm()
  })

  it('shows the printed sheets of a fiche, which follow it too', async () => {
    await tab.goto(`${url}papier/faire-le-tour/`, { waitUntil: 'networkidle0' })
    const sheets = await tab.$$eval('.page', pages =>
      pages.map(page => ({
        width: page.clientWidth,
        text: page.querySelector('.rogne')?.textContent?.includes('Faire le tour'),
      })),
    )
    expect(sheets.length).toBeGreaterThan(0)
    // 220 mm with the bleed.
    expect(sheets.every(({ width, text }) => text && Math.abs(width - (220 * 96) / 25.4) < 2)).toBe(true)
    const times: number[] = []
    for (const text of ['Sur le papier aussi.', 'Encore sur le papier.', 'Toujours sur le papier.'])
      times.push(await save(withSentence(text), withText(text)))
    await save(sound, async page => !(await withText('Toujours sur le papier.')(page)))
    expect(await median(times)).toBeLessThan(PAPER_MS * BUSY)
  })

  it('searches what is written', async () => {
    await tab.goto(`${url}?q=riviere`, { waitUntil: 'networkidle0' })
    await until(() =>
      tab.evaluate(() => /résultat/.test(document.querySelector('.recherche-etat')?.textContent ?? '')),
    )
  })

  it('says what is not there, and ends at Ctrl-C', async () => {
    const response = await tab.goto(`${url}fiches/nulle-part/`)
    expect(response?.status()).toBe(404)
    const ended = new Promise(done => kit.once('close', done))
    kit.kill('SIGINT')
    expect(await ended).toBe(130)
  })
})
