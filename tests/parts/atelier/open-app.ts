import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { BrowserContext, ElementHandle, KeyInput, Page } from 'puppeteer'
import { appFiles } from '../../../build/atelier/bundle/app-files.ts'
import type { Deeds } from '../../../build/atelier/server/answer-api.ts'
import { diskShelf } from '../../../build/atelier/server/disk-shelf.ts'
import { serveAtelier } from '../../../build/atelier/server/serve-atelier.ts'
import { hashLooks } from '../../../build/edition/build-options.ts'
import { digestOfPress, openCache } from '../../../build/ground/store/cache.ts'
import { standingBrowser } from '../../chromium.ts'
import { openTab } from '../../open-tab.ts'
import { until } from '../../until.ts'
import { home } from './bundled.ts'

/** The kit that most tests write in, and a fiche of it. */
export const BASE = 'tests/fixtures/erreurs/_base'
export const FICHE = 'leviers/02-achats.md'

/** The files of the app, kept from one run of the tests to the next. */
export const app = () => appFiles(openCache(join(home, '.cache'), digestOfPress(home)), hashLooks(home))

const idle: Deeds = { build: async () => {}, release: async () => {}, draft: async () => {} }

/** A copy of a kit with the atelier's server on it. The folder and the server go when the scope ends. */
export async function serveKit(kit = BASE, deeds: Deeds = idle) {
  const root = await mkdtemp(join(tmpdir(), 'kit-atelier-'))
  const dir = join(root, 'fiches')
  await cp(join(home, kit), dir, { recursive: true })
  const shelf = diskShelf(dir, 'fiches')
  const server = await serveAtelier({ shelf, files: await app(), deeds, port: 0 })
  return {
    dir,
    url: server.url,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(root, { recursive: true })
    },
  }
}

type Served = Awaited<ReturnType<typeof serveKit>>

/** What the policy of the app refused, and what failed in its scripts: nothing should. */
function complaintsOf(tab: Page): string[] {
  const messages: string[] = []
  tab.on('pageerror', error => messages.push(String(error)))
  tab.on('console', message => {
    if (message.type() === 'error') messages.push(message.text())
  })
  return messages
}

/** Presses the button with these words. */
export async function press(tab: Page, words: string): Promise<void> {
  const button = await tab.waitForSelector(
    `::-p-xpath(//button[normalize-space()=${JSON.stringify(words)} and not(@disabled)])`,
  )
  await button?.evaluate(one => (one as HTMLElement).click())
}

/** Presses a button of the row of a fiche. */
export async function pressIn(tab: Page, titre: string, deed: string): Promise<void> {
  const button = await tab.waitForSelector(
    `::-p-xpath(//li[@data-file and contains(., ${JSON.stringify(titre)})]//button[.=${JSON.stringify(deed)}])`,
  )
  await button?.evaluate(one => (one as HTMLElement).click())
}

/** Saves all that is not saved. */
export async function save(tab: Page): Promise<void> {
  const button = await tab.waitForSelector('::-p-xpath(//button[starts-with(., "Enregistrer (")])')
  await button?.click()
  await reads(tab, 'Enregistré dans')
}

/** Types into the fields of a form. */
export async function fill(tab: Page, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await tab.type(`dialog [name="${name}"]`, text)
}

/** Strikes a key while Control is held down. */
export async function chord(tab: Page, key: KeyInput): Promise<void> {
  await tab.keyboard.down('Control')
  await tab.keyboard.press(key)
  await tab.keyboard.up('Control')
}

/** Waits until the page beside the text shows these words. */
export const previewReads = (tab: Page, words: string) =>
  tab.waitForFunction(
    text => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes(text),
    {},
    words,
  )

/** The line of the editor that holds the cursor. */
export const activeLine = (tab: Page) =>
  tab.$eval('.editeur', host => host.shadowRoot?.querySelector('.cm-activeLine')?.textContent ?? '')

/** The lines of the text, as the editor shows them. */
export const linesShown = (tab: Page) =>
  tab.$eval('.editeur', host =>
    [...(host.shadowRoot?.querySelectorAll('.cm-line') ?? [])]
      .map(({ textContent }) => textContent)
      .join('\n'),
  )

/** Waits until the page shows these words. */
export const reads = (tab: Page, words: string) =>
  tab.waitForFunction(text => document.body.textContent?.includes(text), {}, words)

/** Puts the cursor at the end of the line that begins with these words, in the editor. */
export async function placeCursor(tab: Page, words: string): Promise<void> {
  // What is told above the text moves its lines, between a look and a click too.
  await until(async () => {
    const line = await tab.waitForSelector(`.editeur >>> .cm-line::-p-text(${words})`)
    await line?.click()
    return (await activeLine(tab)).includes(words)
  })
  await tab.keyboard.press('End')
}

/** Reloads the app without a network, once its service worker keeps it. */
export async function goOffline(tab: Page): Promise<void> {
  await tab.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await tab.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await tab.setOfflineMode(true)
  await tab.reload()
}

/** Gives a file to the field that asks for one. */
export async function chooseFile(input: ElementHandle | null, path: string): Promise<void> {
  if (!input || !('uploadFile' in input)) throw new Error('no file is asked for')
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path)
}

/** What the app hands out once `ask` has asked for it; it lands in `folder`. */
export async function download(
  tab: Page,
  folder: string,
  ask: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { id } = tab.browserContext()
  const session = await tab.browser().target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
    ...(id && { browserContextId: id }),
  })
  const named = new Promise<string>(done =>
    session.once('Browser.downloadWillBegin', ({ suggestedFilename }) => done(suggestedFilename)),
  )
  const done = new Promise<number>(resolve =>
    session.on(
      'Browser.downloadProgress',
      ({ state, totalBytes }) => state === 'completed' && resolve(totalBytes),
    ),
  )
  await ask()
  const [name, length] = await Promise.all([named, done])
  // It is told before it is written to its end.
  const bytes = await until(async () => {
    const written = await readFile(join(folder, name)).catch(() => null)
    return written?.length === length && written
  })
  await session.detach()
  return { name, bytes: new Uint8Array(bytes) }
}

/** The files of the kit that the app hands out as a zip, which lands in `folder`. */
export const handedOut = async (tab: Page, folder: string): Promise<Record<string, Uint8Array>> =>
  unzipSync((await download(tab, folder, () => press(tab, 'Télécharger le kit'))).bytes)

/** Waits until the draft of a file holds these words. */
export const draftSays = (tab: Page, file: string, words: string) =>
  until(() => tab.evaluate(draftOf, file, words))

/** Runs in the page. */
async function draftOf(file: string, words: string): Promise<boolean> {
  const opening = indexedDB.open('kit-atelier')
  const db = await new Promise<IDBDatabase>(done => {
    opening.onsuccess = () => done(opening.result)
  })
  const asked = db.transaction('brouillons').objectStore('brouillons').getAll()
  const drafts = await new Promise<{ path: string; bytes: Uint8Array }[]>(done => {
    asked.onsuccess = () => done(asked.result)
  })
  db.close()
  return drafts.some(({ path, bytes }) => path === file && new TextDecoder().decode(bytes).includes(words))
}

/** A page on a desk. */
export async function openDesk(context: BrowserContext, url: string) {
  const tab = await openTab(context)
  const complaints = complaintsOf(tab)
  await tab.setViewport({ width: 1280, height: 900 })
  await tab.goto(url)
  return { tab, complaints }
}

/** A page in a browser that knows nothing yet. It goes when the scope ends. */
export async function openAlone(url: string) {
  const context = await (await standingBrowser()).createBrowserContext()
  return {
    context,
    ...(await openDesk(context, url)),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** The app on a kit, once it is seen at a glance. All of it goes when the scope ends. */
export async function openApp(kit: Served | Promise<Served> = serveKit()) {
  const served = await kit
  const page = await openAlone(served.url)
  await page.tab.waitForSelector('.coup-d-oeil')
  return {
    ...page,
    ...served,
    async [Symbol.asyncDispose]() {
      await page[Symbol.asyncDispose]()
      await served[Symbol.asyncDispose]()
    },
  }
}
