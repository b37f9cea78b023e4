import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { ready } from '../../e2e/compose-page.ts'
import { askSearch, readSite, type SiteReader } from '../../e2e/site-reader.ts'

/** The site of the kit as it is built: with the page that composes a kit. */
const dir = join(inject('editions').kit, 'site')

let site: SiteReader

beforeAll(async () => {
  site = await readSite(dir, '/')
})
afterAll(() => site?.[Symbol.asyncDispose]())

/** What a reader does with a page; false: the page has nothing of it. */
type State = { name: string; bring(tab: Page): Promise<boolean> }

/** After these words are searched, with what shows them answered. */
const searched = (name: string, words: string, answer: string): State => ({
  name,
  async bring(tab) {
    await openSearch(tab)
    await tab.keyboard.type(words)
    await tab.waitForSelector(answer)
    return true
  },
})

const states: State[] = [
  { name: 'as it opens', bring: async () => true },
  {
    name: 'with its menu, its plan and all that folds open',
    bring: tab =>
      tab.$$eval('details', all => {
        for (const one of all) one.open = true
        return all.length > 0
      }),
  },
  { name: 'with the search open', bring: async tab => await openSearch(tab) },
  searched('with results', 'insertion', '.resultat'),
  searched('with a slip corrected', 'marhce', '.resultat'),
  searched('with nothing found', 'xylophone', '.recherche-familles a'),
  {
    name: 'at a passage, with a citation',
    async bring(tab) {
      const quote = await tab.$('.exemple .copier-lien')
      await quote?.focus()
      await quote?.press('Enter')
      if (quote) await tab.waitForSelector('dialog.citation[open]')
      return quote !== null
    },
  },
  {
    name: 'with examples near a commune',
    async bring(tab) {
      if (!(await examplesFilter(tab))) return false
      await tab.type('#filtre-lieu', 'Bron (69)')
      await tab.waitForFunction(() =>
        /Bron/.test(document.querySelector('.exemples-filtre [role="status"]')?.textContent ?? ''),
      )
      return true
    },
  },
  {
    name: 'with no example left',
    async bring(tab) {
      if (!(await examplesFilter(tab))) return false
      await tab.select('#filtre-theme', 'scic')
      await tab.select('#filtre-famille', 'thematique')
      return true
    },
  },
  {
    name: 'with fiches chosen',
    async bring(tab) {
      if (!(await tab.$('form.composer'))) return false
      await ready(tab)
      await tab.$$eval('form.composer input[type="checkbox"]', all => {
        for (const one of all.slice(0, 3)) if (one instanceof HTMLInputElement) one.click()
      })
      return true
    },
  },
]

/** The filter of examples, which shows itself when it can answer; null: the page has none. */
const examplesFilter = async (tab: Page) =>
  (await tab.$('#filtre-lieu')) && tab.waitForSelector('#filtre-lieu', { visible: true })

async function openSearch(tab: Page): Promise<boolean> {
  await askSearch(tab)
  await tab.waitForFunction(() => document.activeElement?.id === 'recherche-mots')
  return true
}

/** States that look alike on every page are asked of one page of each layout. */
const everywhere = new Set([
  'as it opens',
  'with its menu, its plan and all that folds open',
  'at a passage, with a citation',
])
const layouts = new Set([
  '',
  'fiches/scic/',
  'pages/rtes/',
  'familles/levier/',
  'sommaire/',
  'territoires/',
  'sigles/',
  'ressources/',
  'composer/',
  'a-propos/',
  '404.html',
])

it.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('axe finds nothing on any page in any state, %i px, %s', async (width, scheme) => {
  const faults: string[] = []
  const asked = new Set<string>()
  for (const path of site.pages)
    for (const { name, bring } of states) {
      if (!everywhere.has(name) && !layouts.has(path)) continue
      await site.onTab(async tab => {
        await tab.setViewport({ width, height: 800 })
        await tab.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ])
        await site.open(tab, path)
        if (!(await bring(tab))) return
        asked.add(name)
        for (const { rule, targets } of await runAxe(tab))
          faults.push(`/${path} ${name}: ${rule} ${targets.slice(0, 3).join(' | ')}`)
      })
    }
  expect(faults).toEqual([])
  expect([...asked].sort()).toEqual(states.map(({ name }) => name).sort())
})
