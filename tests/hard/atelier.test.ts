import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../build/ground/browser/browser.ts'
import { startKit } from '../e2e/run-kit.ts'
import { openTab } from '../open-tab.ts'
import { home } from '../parts/atelier/bundled.ts'
import { chooseFile, complaintsOf, placeCursor, press, reads } from '../parts/atelier/open-app.ts'
import { until } from '../until.ts'

// A person writes fiche 20 of the kit from a Word manuscript, from the first click to the edition.

const MANUSCRIPT = join(home, 'tests/fixtures/manuscrits/1-styles-de-word.docx')
const PLACE = 'thematiques/20-ruralites.md'
const WORDS = 'Les communes se regroupent pour acheter.'

let root: string
let chromium: OpenBrowser
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kit-auteur-'))
  chromium = await openBrowser({ cacheDir: join(home, '.cache') })
})
afterAll(async () => {
  await chromium[Symbol.asyncDispose]()
  rmSync(root, { recursive: true })
})

/** Texts in sight that an author should never meet: signs of Markdown, keys of YAML, numbers of lines, commands. */
const signsIn = (tab: Page) =>
  tab.evaluate(() => {
    const textsIn = (root: ParentNode): string[] =>
      [...root.querySelectorAll('*')].flatMap(one => [
        ...(one.checkVisibility() && !/^(?:STYLE|SCRIPT|OPTION)$/.test(one.tagName)
          ? [...one.childNodes].flatMap(node => (node instanceof Text ? node.data.trim() : []))
          : []),
        ...(one.shadowRoot ? textsIn(one.shadowRoot) : []),
      ])
    const signs = /[{}]|:::|\[\[|\]\(|^---|^[a-z_]+: |\*\*|#{2,} |\bligne \d|« kit |npm |\.yaml\b/
    return textsIn(document).filter(text => signs.test(text))
  })

/** Drops the manuscript, mends what it brings, writes until the fiche takes four pages. */
async function write(tab: Page): Promise<void> {
  await tab.waitForSelector('.coup-d-oeil')
  await chooseFile(await tab.$('.barre input[type=file]'), MANUSCRIPT)
  await tab.waitForSelector('dialog [name=place]')
  await tab.select('dialog [name=place]', PLACE)
  await press(tab, 'Importer')
  await reads(tab, 'à relire après l’import')
  expect(await signsIn(tab)).toEqual([])

  const heading = 'Pourquoi s'
  await placeCursor(tab, heading)
  for (const [wrong, right] of [
    ['Etat', 'État'],
    ['Ecole', 'École'],
    ['coeur', 'cœur'],
  ]) {
    await placeCursor(tab, 'Une collectivité qui achète')
    await tab.keyboard.type(` ${wrong}.`)
    await press(tab, `Écrire « ${right} »`)
    await tab.waitForFunction(
      words => ![...document.querySelectorAll('button')].some(({ textContent }) => textContent === words),
      {},
      `Écrire « ${right} »`,
    )
  }

  await placeCursor(tab, 'Une collectivité qui achète')
  await press(tab, 'Un exemple')
  for (const [name, text] of [
    ['titre', 'Un groupement d’achat'],
    ['lieu', 'Lons-le-Saunier'],
    ['code', '39'],
    ['texte', WORDS],
  ])
    await tab.type(`dialog [name=${name}]`, text ?? '')
  await press(tab, 'Insérer')

  await press(tab, 'Feuilles')
  await reads(tab, 'Cette fiche tient en')
  const pages = () =>
    tab.evaluate(() =>
      Number(/tient en (\d+) page/.exec(document.querySelector('.tient')?.textContent ?? '')?.[1]),
    )
  const paragraph = `${'Une commune rurale anime, avec ses voisines, un lieu où chacun peut venir. '.repeat(12)}\n\n`
  for (let pasted = 0; (await pages()) < 4 && pasted < 20; pasted++) {
    await placeCursor(tab, 'Une collectivité qui achète')
    const before = await tab.$eval('.bouts', ({ textContent }) => textContent)
    await tab.keyboard.press('Enter')
    await tab.keyboard.press('Enter')
    await tab.keyboard.sendCharacter(paragraph)
    // The sheets are cut anew: how the last one ends is told in other words, or another page is there.
    await tab.waitForFunction(
      (former, count) =>
        document.querySelector('.bouts')?.textContent !== former ||
        !document.querySelector('.tient')?.textContent?.includes(`en ${count} page`),
      {},
      before,
      await pages(),
    )
  }
  expect(await pages()).toBe(4)
}

const written = (text: string) => {
  expect(text).toContain('numero: 20')
  expect(text).toContain('::: exemple Un groupement d’achat · Lons-le-Saunier (39)')
  expect(text).toContain('cœur')
}

test('with the command: imported, mended, seen to take four pages, saved and built', async () => {
  const fiches = join(root, 'fiches')
  await cp(join(home, 'fiches'), fiches, { recursive: true })
  const out = join(root, 'dist')
  const child = startKit(['atelier', '--fiches', fiches, '--out', out, '--sans-navigateur'])
  try {
    let said = ''
    child.stdout?.on('data', chunk => (said += chunk))
    const [, url = ''] = await until(() => /Atelier : (\S+)/.exec(said) ?? false)
    const context = await chromium.browser.createBrowserContext()
    const tab = await openTab(context)
    const complaints = complaintsOf(tab)
    await tab.setViewport({ width: 1280, height: 900 })
    await tab.goto(url)
    await write(tab)
    expect(await signsIn(tab)).toEqual([])
    await press(tab, 'Le kit')
    await press(tab, 'Fabriquer')
    await tab.waitForSelector('.issue.bonne, .issue.mauvaise')
    expect(await signsIn(tab)).toEqual([])
    expect(await tab.$eval('.issue', ({ className, textContent }) => [className, textContent])).toEqual([
      'issue bonne',
      expect.any(String),
    ])
    expect(complaints).toEqual([])
    await context.close()
  } finally {
    child.kill('SIGINT')
    await once(child, 'close')
  }
  written(readFileSync(join(fiches, PLACE), 'utf8'))
  // It stands at the address that was announced.
  expect(readFileSync(join(out, 'site/fiches/ruralites/index.html'), 'utf8')).toContain(WORDS)
  expect((await readdir(join(out, 'pdf/fiches'))).filter(name => name.startsWith('20-'))).toHaveLength(1)
})
