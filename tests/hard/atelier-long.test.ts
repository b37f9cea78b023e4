import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskShelf } from '../../build/atelier/server/disk-shelf.ts'
import { serveAtelier } from '../../build/atelier/server/serve-atelier.ts'
import { type OpenBrowser, openBrowser } from '../../build/browser/browser.ts'
import { listFiles } from '../../build/disk/files.ts'
import { openTab } from '../open-tab.ts'
import { home } from '../parts/atelier/bundled.ts'
import { app, complaintsOf, idle, placeCursor, press, reads } from '../parts/atelier/open-app.ts'

const TITRE = 'ESS & politique de la ville'

let root: string
let chromium: OpenBrowser
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kit-longue-'))
  chromium = await openBrowser({ cacheDir: join(home, '.cache') })
  cpSync(join(home, 'fiches'), join(root, 'fiches'), { recursive: true })
  lengthenFiche(join(root, 'fiches'))
})
afterAll(async () => {
  await chromium[Symbol.asyncDispose]()
  rmSync(root, { recursive: true })
})

/** Writes the sections of all fiches behind the longest one, until it has 50,000 words. */
function lengthenFiche(fiches: string): void {
  const texts = listFiles(fiches)
    .filter(path => /^(introductives|leviers|thematiques)\/.*\.md$/.test(path))
    .map(path => ({ path, text: readFileSync(join(fiches, path), 'utf8') }))
    .toSorted((one, other) => other.text.length - one.text.length)
  const [longest] = texts
  if (!longest) throw new Error('the kit has no fiche')
  const sections = texts.map(({ text }) => text.slice(text.indexOf('\n## '))).join('')
  const times = Math.ceil(55_000 / sections.split(/\s+/).length)
  writeFileSync(join(fiches, longest.path), longest.text + sections.repeat(times))
}

/** Keeps back what the Worker answers from when it is told to. It runs before the app. */
function holdAnswers(): void {
  const held: (() => void)[] = []
  const state = { holds: false, asked: 0 }
  const { addEventListener: listen, postMessage: ask } = Worker.prototype
  Worker.prototype.addEventListener = function (this: Worker, kind: string, take: (event: Event) => void) {
    listen.call(this, kind, event => {
      if (state.holds && kind === 'message') held.push(() => take(event))
      else take(event)
    })
  }
  Worker.prototype.postMessage = function (this: Worker, message: { method?: string }) {
    if (message.method === 'change') state.asked += 1
    ask.call(this, message)
  }
  Object.assign(window, {
    answers: {
      asked: () => state.asked,
      hold() {
        state.holds = true
      },
      release() {
        state.holds = false
        for (const answer of held.splice(0)) answer()
      },
    },
  })
}

type Held = Window & {
  answers: Record<'asked', () => number> & Record<'hold' | 'release', () => void>
}

test('in a fiche of 50,000 words every key lands while the kit is being read, and then its problems are there', async () => {
  const shelf = diskShelf(join(root, 'fiches'), 'fiches')
  await using server = await serveAtelier({ shelf, files: await app(), deeds: idle, port: 0 })
  const context = await chromium.browser.createBrowserContext()
  const tab = await openTab(context)
  const complaints = complaintsOf(tab)
  await tab.evaluateOnNewDocument(holdAnswers)
  await tab.setViewport({ width: 1280, height: 900 })
  await tab.goto(server.url)
  await press(tab, TITRE)
  await tab.waitForFunction(
    () =>
      (document.querySelector('iframe')?.contentDocument?.body.textContent?.split(/\s+/).length ?? 0) >
      45_000,
  )
  const words = 'Les communes lisent, écrivent, et la frappe ne les attend pas.'
  await placeCursor(tab, 'Facteur de cohésion')
  const line = () =>
    tab.evaluate(
      () =>
        document.querySelector('.editeur')?.shadowRoot?.querySelector('.cm-activeLine')?.textContent ?? '',
    )

  await tab.evaluate(() => (window as unknown as Held).answers.hold())
  await tab.keyboard.type(' Etat ')
  // The reading has been asked for, and its answer does not come.
  await tab.waitForFunction(() => (window as unknown as Held).answers.asked() === 1)
  await tab.keyboard.type(words)
  expect(await line()).toContain(` Etat ${words}`)
  // One reading at a time: keys do not queue up.
  expect(await tab.evaluate(() => (window as unknown as Held).answers.asked())).toBe(1)
  await tab.evaluate(() => (window as unknown as Held).answers.release())
  await reads(tab, 'Écrire « État »')
  await tab.waitForFunction(
    text => document.querySelector('iframe')?.contentDocument?.body.textContent?.includes(text),
    {},
    'la frappe ne les attend pas',
  )

  // And as a person types, whatever the reading does meanwhile.
  await tab.keyboard.type(' Une autre phrase, et Ecole.')
  expect(await line()).toContain(`${words} Une autre phrase, et Ecole.`)
  await reads(tab, 'Écrire « École »')
  await press(tab, 'Écrire « École »')
  await press(tab, 'Écrire « État »')
  await tab.waitForFunction(() => document.querySelector('.problemes .corriger') === null)

  await press(tab, 'Feuilles')
  await reads(tab, 'ses feuilles ne se montrent pas pendant qu’on écrit')
  await press(tab, 'Le kit')
  await reads(tab, 'fiches à lire')
  expect(complaints).toEqual([])
  await context.close()
})
