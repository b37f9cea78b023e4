import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer'
import { openBrowser } from '../build/ground/browser/browser.ts'
import { openKit, placeCursor, press, reads, serveKit } from './parts/atelier/open-app.ts'

/** `npx tsx tests/guide-pictures.ts [DIR]`: draws the pictures of the atelier in the guide, in docs/guide. */

const folder = resolve(process.argv[2] ?? 'docs/guide')
await mkdir(folder, { recursive: true })
await using opened = await openBrowser({ cacheDir: resolve('.cache') })
await using kit = await serveKit('fiches')
const { tab, context } = await openKit(opened.browser, kit.url)

const LEVER = 'Commande publique responsable'
const isDrawn = (tab: Page) =>
  tab.waitForFunction(() =>
    document.querySelector('iframe')?.contentDocument?.querySelector('.corps, .fiche')?.checkVisibility(),
  )
async function draw(name: string, width = 1280, height = 800): Promise<void> {
  await tab.setViewport({ width, height })
  await tab.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)))
  await tab.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` })
}
async function fill(texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await tab.type(`dialog [name="${name}"]`, text)
}
async function insert(title: string, texts: Record<string, string>, picture?: string): Promise<void> {
  await press(tab, title)
  await tab.waitForSelector('dialog')
  await fill(texts)
  if (picture) await draw(picture)
  await press(tab, 'Insérer')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
}

// The kit at a glance, once the pages of all fiches are counted.
await tab.waitForFunction(
  () => [...document.querySelectorAll('tr:not(.annoncee) .pages')].every(cell => cell.textContent !== ''),
  { timeout: 120_000 },
)
await draw('atelier-kit')
await draw('atelier-telephone-kit', 390, 844)
await tab.setViewport({ width: 1280, height: 800 })

// A fiche that is there: its page, its sheets, by night, on small screens.
await press(tab, LEVER)
await isDrawn(tab)
await draw('atelier', 1440, 900)
await draw('atelier-tablette', 768, 1024)
await draw('atelier-telephone', 390, 844)
await draw('atelier-zoom', 640, 400)
await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
await press(tab, 'Nuit')
await draw('atelier-nuit')
await tab.emulateMediaFeatures([])
await press(tab, 'Jour')
await tab.setViewport({ width: 1920, height: 1000 })
await press(tab, 'Feuilles')
await reads(tab, 'Cette fiche tient en')
await draw('atelier-feuilles', 1920, 1000)
await press(tab, 'Page du site')

// What is wrong with it, and the form of a chart.
await tab.setViewport({ width: 1280, height: 800 })
await tab.focus('.entete [name=resume]')
await tab.keyboard.press('End')
await tab.keyboard.type(' Il y en a d’autres, que le code permet aussi, et que la fiche ne dit pas.')
await reads(tab, 'Raccourcir de')
await draw('atelier-problemes')
await press(tab, 'Un graphique')
await tab.waitForSelector('dialog')
await fill({ titre: 'Achats de la ville, en millions d’euros', source: 'Enquête d’exemple, 2024' })
await press(tab, 'Ajouter une ligne')
await fill({
  'tableau-0-0': 'Année',
  'tableau-0-1': 'Achats',
  'tableau-1-0': '2022',
  'tableau-1-1': '12',
  'tableau-2-0': '2023',
  'tableau-2-1': '18',
  'tableau-3-0': '2024',
  'tableau-3-1': '25',
})
await tab.waitForFunction(() => document.querySelector('dialog .trace svg')?.textContent?.includes('25'))
await draw('atelier-formulaire')
await press(tab, 'Annuler')

// A fiche step by step.
await press(tab, 'Le kit')
await press(tab, 'Nouvelle fiche')
await fill({ titre: 'Se déplacer autrement' })
await tab.select('dialog [name=famille]', 'levier')
await press(tab, 'Commencer')
await tab.waitForSelector('.entete [name=resume]')
await placeCursor(tab, 'À compléter')
await tab.keyboard.down('Control')
await tab.keyboard.press('a')
await tab.keyboard.up('Control')
await tab.keyboard.press('Delete')
await tab.$eval('.entete [name=resume]', field => (field as HTMLTextAreaElement).select())
await tab.type('.entete [name=resume]', 'Quatre leviers pour que chacun se déplace sans sa voiture.')
await tab.type('.entete [name=mots_cles]', 'vélo, covoiturage, autopartage')
await tab.$eval('h1', title => title.scrollIntoView())
await draw('atelier-1-entete')
await (await tab.$('.editeur >>> .cm-content'))?.focus()
await tab.keyboard.type(
  'Se déplacer coûte cher, et chacun ne peut pas conduire. Les communes ont les moyens d’agir.',
)
await insert(
  'Des chiffres',
  {
    titre: 'Se déplacer, en France',
    'lignes-0-0': '40 %',
    'lignes-0-1': 'des trajets font moins de 5 km',
    'lignes-1-0': '3 millions',
    'lignes-1-1': 'de vélos vendus dans l’année',
    source: 'Enquête d’exemple, 2024',
  },
  'atelier-2-chiffres',
)
await press(tab, 'Un levier')
await fill({ titre: 'Aménager des pistes cyclables' })
await tab.type('dialog [type=search]', 'vélo')
await tab.waitForFunction(() => document.querySelectorAll('dialog .pictos svg').length === 1)
await tab.click('dialog .pictos label:last-child')
await draw('atelier-3-levier')
await press(tab, 'Insérer')
await tab.waitForFunction(() => !document.querySelector('dialog'))
await tab.keyboard.type('Une piste continue vaut mieux que dix tronçons.')
await insert(
  'Un exemple',
  {
    titre: 'Une piste jusqu’au collège',
    lieu: 'Riom',
    code: 'Puy-de-Dôme',
    texte: 'Deux kilomètres en un an, décidés avec les parents.',
  },
  'atelier-4-exemple',
)
await tab.waitForFunction(() =>
  document.querySelector('iframe')?.contentDocument?.body.textContent?.includes('décidés avec les parents'),
)
await placeCursor(tab, 'Une piste continue')
await draw('atelier-5-page')
await context.close()
