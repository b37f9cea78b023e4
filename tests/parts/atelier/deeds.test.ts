import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'puppeteer'
import { beforeAll, expect, test } from 'vitest'
import { portOf } from '../../../scripts/commands/atelier.ts'
import { standingBrowser } from '../../chromium.ts'
import { startKit } from '../../e2e/run-kit.ts'
import { openTab } from '../../open-tab.ts'
import { thorough } from '../../thorough.ts'
import { editKit } from '../../unit/content/edit-kit.ts'
import { until } from '../../until.ts'
import { placeCursor, press, reads, serveKit } from './open-app.ts'

const BASE = 'tests/fixtures/erreurs/_base'
const FICHE = 'leviers/02-achats.md'

let browser: Browser
beforeAll(async () => {
  browser = await standingBrowser()
})

async function open(context: BrowserContext, url: string): Promise<Page> {
  const tab = await openTab(context)
  await tab.setViewport({ width: 1280, height: 900 })
  await tab.goto(url)
  await tab.waitForSelector('.coup-d-oeil')
  return tab
}

/** Presses a button of the row of a fiche. */
async function act(tab: Page, titre: string, deed: string): Promise<void> {
  const button = await tab.waitForSelector(
    `::-p-xpath(//tr[contains(., ${JSON.stringify(titre)})]//button[.=${JSON.stringify(deed)}])`,
  )
  await button?.evaluate(one => (one as HTMLElement).click())
}

test('a fiche is renamed, and the references to it follow; another is announced, which is undone', async () => {
  await using kit = await serveKit(BASE)
  const context = await browser.createBrowserContext()
  const tab = await open(context, kit.url)
  await act(tab, 'Acheter autrement', 'Renommer')
  for (const [name, text] of [
    ['titre', 'Acheter mieux'],
    ['slug', 'acheter-mieux'],
  ]) {
    await tab.$eval(`dialog [name=${name}]`, input => {
      if (input instanceof HTMLInputElement) input.value = ''
    })
    await tab.type(`dialog [name=${name}]`, text ?? '')
  }
  // Each row has a button of the same words.
  await tab.click('dialog .principal')
  await reads(tab, '2. Acheter mieux')
  await press(tab, 'Le kit')
  await reads(tab, 'aucun problème')

  await act(tab, 'Acheter mieux', 'Mettre « à paraître »')
  await reads(tab, 'son texte est retiré')
  await press(tab, 'Annuler')
  await tab.waitForFunction(
    () => !document.querySelector('.kit')?.textContent?.includes('son texte est retiré'),
  )
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('tr')].some(
      ({ textContent }) => textContent?.includes('Acheter mieux') && textContent.includes('publiée'),
    ),
  )
  const save = await tab.waitForSelector('::-p-xpath(//button[starts-with(., "Enregistrer (")])')
  await save?.click()
  await reads(tab, 'Enregistré dans')
  expect(existsSync(join(kit.dir, FICHE))).toBe(false)
  expect(readFileSync(join(kit.dir, 'leviers/02-acheter-mieux.md'), 'utf8')).toContain('titre: Acheter mieux')
  expect(readFileSync(join(kit.dir, 'introductives/01-reperes.md'), 'utf8')).toContain('[[acheter-mieux]]')
  await context.close()
})

test('to check writes nothing, and lists the problems, each with its word and its place', async () => {
  await using kit = await serveKit(BASE)
  const context = await browser.createBrowserContext()
  const tab = await open(context, kit.url)
  const former = readFileSync(join(kit.dir, FICHE), 'utf8')
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' Voir [[nulle-part]].')
  await press(tab, 'Le kit')
  await press(tab, 'Contrôler')
  await reads(tab, '1 erreur')
  expect(readFileSync(join(kit.dir, FICHE), 'utf8')).toBe(former)
  expect(await tab.$eval('.etapes li', one => one.textContent)).toMatch(
    /^leviers\/02-achats\.md, ligne \d+ erreur : .*nulle-part/,
  )
  await tab.click('.etapes li button')
  await tab.waitForSelector('.fiche-ouverte:not([hidden])')
  expect(await tab.$eval('.problemes li', one => one.textContent)).toContain(' erreur : ')
  await context.close()
})

test('of two tabs on one kit one writes; the other reads, and takes over when the first is closed', async () => {
  await using kit = await serveKit(BASE)
  const context = await browser.createBrowserContext()
  const first = await open(context, kit.url)
  await press(first, 'Acheter autrement')
  await placeCursor(first, 'Un achat simple.')
  await first.keyboard.type(' Du premier.')
  await first.waitForFunction(() => document.title.startsWith('•'))
  const second = await open(context, kit.url)
  await reads(second, 'Ce kit est ouvert dans un autre onglet')
  await press(second, 'Acheter autrement')
  await placeCursor(second, 'Un achat simple.')
  await second.keyboard.type(' Du second.')
  await press(second, 'Nouvelle fiche')
  expect(await second.$('dialog')).toBeNull()
  expect(await second.title()).not.toMatch(/^•/)
  await first.bringToFront()
  await until(() => first.evaluate(draftOf, FICHE, 'Du premier.'))
  await first.close()
  await reads(second, `Retrouvé, non enregistré : ${FICHE}.`)
  expect(await second.$eval('body', body => body.textContent)).not.toContain('autre onglet')
  await placeCursor(second, 'Du premier.')
  await second.keyboard.type(' Du second.')
  await press(second, 'Enregistrer (1)')
  await reads(second, 'Enregistré dans')
  expect(readFileSync(join(kit.dir, FICHE), 'utf8')).toContain('Un achat simple. Du premier. Du second.')
  await context.close()
})

/** Whether the draft of a file holds these words. Runs in the page. */
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

/** Starts the command on a folder. @returns it, where it answers, and all that it has said */
async function startAtelier(fiches: string): Promise<{ child: ChildProcess; url: string; said: string }> {
  const child = startKit(['atelier', '--fiches', fiches, '--sans-navigateur'])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  const [, url = ''] = await until(
    () => /Atelier : (\S+)/.exec(said) ?? false,
    () => said,
  )
  return { child, url, said }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGINT')
  await once(child, 'close')
}

test.runIf(thorough)(
  'what was not saved is found again when the command is started again, at the address that the folder has',
  async () => {
    await using kit = await editKit(null)
    const context = await browser.createBrowserContext()
    const before = await startAtelier(kit.dir)
    expect(new URL(before.url).port).toBe(String(portOf(kit.dir)))
    const tab = await open(context, before.url)
    await press(tab, 'Acheter autrement')
    await placeCursor(tab, 'Un achat simple.')
    await tab.keyboard.type(' Pas encore enregistré.')
    await until(() => tab.evaluate(draftOf, FICHE, 'encore enregistré.'))
    await end(before.child)
    await tab.close()

    const after = await startAtelier(kit.dir)
    const beside = await startAtelier(kit.dir)
    expect(beside.said).toContain('en voici une autre')
    expect(new URL(beside.url).port).not.toBe(String(portOf(kit.dir)))
    const again = await open(context, after.url)
    await reads(again, `Retrouvé, non enregistré : ${FICHE}.`)
    await Promise.all([end(after.child), end(beside.child)])
    await context.close()
  },
)
