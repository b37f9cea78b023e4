import type { ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingBrowser } from '../chromium.ts'
import { openTab } from '../open-tab.ts'
import { until } from '../until.ts'
import { startKit } from './run-kit.ts'

let dir: string
let file: string
let sound: string
let kit: ChildProcess
let said = ''
let url: string
let opened: Awaited<ReturnType<typeof openTabAlone>> | undefined
let tab: Page

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-apercu-'))
  await cp('tests/fixtures/kits/autre', dir, { recursive: true })
  file = join(dir, 'pratiques/07-faire-le-tour.md')
  sound = await readFile(file, 'utf8')
  kit = startKit(['dev', '--fiches', dir, '--port', '0'])
  for (const stream of [kit.stdout, kit.stderr]) stream?.on('data', chunk => (said += chunk))
  url = await soon(() => /Site : (\S+)/.exec(said)?.[1])
})
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]()
  kit?.kill('SIGKILL')
  await rm(dir, { recursive: true, force: true })
})

/** A tab in a context of its own. A tab that is loaded anew, as here after each reading of the folder, cannot be led elsewhere nor
 *  closed in that moment: Chromium confirms that it does so, and does not. A context always takes its tabs with it. */
async function openTabAlone() {
  const browser = await standingBrowser()
  const context = await browser.createBrowserContext()
  return { page: await openTab(context), [Symbol.asyncDispose]: () => context.close() }
}

const output = () => `the command said:\n${said}`
const soon: typeof until = look => until(look, output)

/** Saves the fiche, and waits for the open page to show it. */
async function save(text: string, shows: (page: Page) => Promise<boolean>): Promise<void> {
  await writeFile(file, text)
  await soon(() => shows(tab))
}

/** Opens a page of the preview in the place of the one before. */
async function open(path: string): Promise<void> {
  await opened?.[Symbol.asyncDispose]()
  opened = await openTabAlone()
  tab = opened.page
  await load(tab, path)
}

/** A folder that was copied or put right is read several times, and each time the page is loaded anew, before it was loaded maybe:
 *  what it shows is asked until it is there. */
const load = (page: Page, path: string) => page.goto(`${url}${path}`).catch(() => null)

/** What a page answers, as soon as it can be asked: not while it is loaded anew. */
const answered = async <T>(look: () => Promise<T>): Promise<T> => {
  const { value } = await soon(() =>
    look().then(
      value => ({ value }),
      () => false as const,
    ),
  )
  return value
}

const withText = (text: string) => (page: Page) =>
  answered(() => page.evaluate(wanted => document.body.textContent.includes(wanted), text))
const withSentence = (text: string) => sound.replace('\n## ', `\n${text}\n\n## `)
const panel = (page: Page) =>
  answered(() => page.evaluate(() => document.querySelector('.apercu-erreurs')?.textContent ?? ''))
/** What is folded at the foot of the page: its line → all that opens, and whether it is open. */
const folded = (page: Page) =>
  answered(() =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLDetailsElement>('.apercu details')].map(({ open, textContent }) => ({
        open,
        text: textContent,
      })),
    ),
  )
const warnings = async (page: Page) => (await folded(page)).map(({ text }) => text).join(' ')
/** The list of all fiches: slug → its cells. */
const listed = async (page: Page) =>
  Object.fromEntries(
    await answered(() =>
      page.$$eval('tbody tr', rows =>
        rows.map(row => [
          row.querySelector('th')?.firstChild?.textContent ?? '',
          Object.fromEntries(
            [...row.querySelectorAll('td')].map(cell => [cell.dataset['nom'], cell.textContent]),
          ),
        ]),
      ),
    ),
  )

describe('kit dev', () => {
  it('shows a saved fiche on its open page', async () => {
    await open('fiches/faire-le-tour/')
    for (const text of ['Une phrase de plus.', 'Une autre phrase.', 'Une troisième phrase.'])
      await save(withSentence(text), withText(text))
    await save(sound, async page => !(await withText('Une troisième phrase.')(page)))
  })

  it('shows what was saved while a page was loading, before anything could tell it', async () => {
    await using alone = await openTabAlone()
    const { page } = alone
    // The socket opens only when the folder has been read anew.
    let release = () => {}
    const released = new Promise<void>(done => {
      release = done
    })
    await page.setRequestInterception(true)
    page.on('request', request => {
      const open = () => void request.continue()
      if (request.url().includes('@vite')) void released.then(open)
      else open()
    })
    const loaded = load(page, 'fiches/faire-le-tour/')
    await soon(async () => (await answered(() => page.$('h1'))) !== null)
    said = ''
    await writeFile(file, withSentence('Dite pendant le chargement.'))
    await soon(() => said.includes('Pages à jour'))
    release()
    await loaded
    await soon(() => withText('Dite pendant le chargement.')(page))
    await writeFile(file, sound)
  })

  it('tells a mistake over the page and in the terminal, and forgets it when it is mended', async () => {
    await open('fiches/faire-le-tour/')
    said = ''
    await save(
      sound.replace('famille: pratique', 'famille: pratiques'),
      async page => (await panel(page)) !== '',
    )
    const problems = await panel(tab)
    expect(problems).toMatch(/pratiques\/07-faire-le-tour\.md:\d+:\d+/)
    expect(problems).toContain('Écrire : repere ou pratique.')
    // The page is still the last that was right.
    expect(await answered(() => tab.$eval('h1', title => title.textContent))).toBe('Faire le tour')
    await soon(() => /07-faire-le-tour\.md:\d+:\d+ {2}erreur {2}famille/.test(said))
    await save(sound, async page => (await panel(page)) === '')
    await soon(() => said.includes('Plus d’erreur.'))
  })

  it('shows what the others write while one fiche is wrong, with its errors folded', async () => {
    const other = join(dir, 'reperes/03-voir-de-loin.md')
    const text = await readFile(other, 'utf8')
    await open('fiches/voir-de-loin/')
    await writeFile(file, sound.replace('famille: pratique', 'famille: pratiques'))
    await soon(async () => (await folded(tab))[0]?.text.includes('1 erreur ailleurs dans le kit'))
    await writeFile(other, text.replace('\n## ', '\nÉcrite pendant ce temps.\n\n## '))
    await soon(() => withText('Écrite pendant ce temps.')(tab))
    expect(await panel(tab)).toBe('')
    const [elsewhere] = await folded(tab)
    expect(elsewhere?.open).toBe(false)
    expect(elsewhere?.text).toMatch(/pratiques\/07-faire-le-tour\.md:\d+:\d+.*Écrire : repere ou pratique\./)
    await open('papier/voir-de-loin/')
    expect(await withText('Écrite pendant ce temps.')(tab)).toBe(true)
    await writeFile(other, text)
    await save(sound, async page => (await folded(page)).length === 0)
  })

  it('tells the warnings of a page on it, folded, and no others', async () => {
    await open('fiches/faire-le-tour/')
    await save(withSentence('Le coeur du sujet.'), async page => (await warnings(page)).includes('cœur'))
    const [one] = await folded(tab)
    expect(one).toMatchObject({ open: false, text: expect.stringMatching(/^2 avertissements/) })
    expect(await panel(tab)).toBe('')
    await using other = await openTabAlone()
    await load(other.page, 'fiches/voir-de-loin/')
    await soon(async () => (await answered(() => other.page.$('h1'))) !== null)
    expect(await folded(other.page)).toEqual([])
    await save(sound, async page => !(await warnings(page)).includes('cœur'))
  })

  it('lists the fiches with their state, problems, pages and words, and tells the one that is too long', async () => {
    await open('papier/')
    const before = await listed(tab)
    expect(before['Faire le tour']).toMatchObject({ 'N°': '7', État: 'publiée' })
    expect(Number(before['Faire le tour']?.['Pages'])).toBeGreaterThan(0)
    expect(Number(before['Faire le tour']?.['Mots'])).toBeGreaterThan(50)
    const long = Array.from(
      { length: 300 },
      () => 'Un paragraphe qui tient la place de beaucoup d’autres.',
    ).join('\n\n')
    await save(withSentence(long), async page => {
      const row = (await listed(page))['Faire le tour']
      return /La fiche fait \d+ pages imprimées/.test(row?.['Problèmes'] ?? '')
    })
    expect(Number((await listed(tab))['Faire le tour']?.['Pages'])).toBeGreaterThan(5)
    await save(
      sound.replace('famille: pratique', 'famille: pratiques'),
      async page => (await listed(page))['Faire le tour']?.['Problèmes']?.startsWith('1 erreur') ?? false,
    )
    await save(
      sound,
      async page =>
        (await listed(page))['Faire le tour']?.['Problèmes']?.startsWith('1 avertissement') ?? false,
    )
    for (const width of [390, 1280]) {
      await tab.setViewport({ width, height: 900 })
      expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
        0,
      )
    }
  })

  it('shows sheets that lead to examples of a fiche whose pages are not counted yet', async () => {
    await open('papier/territoires/')
    // The place of an example has another anchor: no pages are kept of that text.
    await save(sound.replace('Un tour complet', 'Un tour plus complet'), withText('plus complet'))
    expect(await panel(tab)).toBe('')
    await save(sound, async page => !(await withText('plus complet')(page)))
  })

  it('says that the folder is gone, and follows the one that stands in its place', async () => {
    await open('fiches/faire-le-tour/')
    const aside = `${dir}-de-cote`
    await rename(dir, aside)
    await soon(() => panel(tab))
    await cp(aside, dir, { recursive: true })
    await soon(async () => (await panel(tab)) === '')
    await rm(aside, { recursive: true })
    await save(withSentence('Écrite au même endroit.'), withText('Écrite au même endroit.'))
    await save(sound, async page => !(await withText('Écrite au même endroit.')(page)))
  })

  it('shows the printed sheets of a fiche, which follow it too', async () => {
    await open('papier/faire-le-tour/')
    const look = () =>
      tab.$$eval('.page', pages =>
        pages.map(page => ({
          width: page.clientWidth,
          text: page.querySelector('.rogne')?.textContent?.includes('Faire le tour'),
        })),
      )
    const sheets = await soon(async () => {
      const found = await answered(look)
      return found.length > 0 && found
    })
    // 220 mm with the bleed.
    expect(sheets.every(({ width, text }) => text && Math.abs(width - (220 * 96) / 25.4) < 2)).toBe(true)
    for (const text of ['Sur le papier aussi.', 'Encore sur le papier.', 'Toujours sur le papier.'])
      await save(withSentence(text), withText(text))
    await save(sound, async page => !(await withText('Toujours sur le papier.')(page)))
  })

  it('searches what is written', async () => {
    await open('?q=riviere')
    await soon(() =>
      tab.evaluate(() => /résultat/.test(document.querySelector('.recherche-etat')?.textContent ?? '')),
    )
  })

  it('says what is not there, and ends at Ctrl-C', async () => {
    await using alone = await openTabAlone()
    const response = await alone.page.goto(`${url}fiches/nulle-part/`)
    expect(response?.status()).toBe(404)
    const ended = new Promise(done => kit.once('close', done))
    kit.kill('SIGINT')
    expect(await ended).toBe(130)
  })
})
