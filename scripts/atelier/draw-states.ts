/** `npm run pictures [-- FOLDER]`: draws the atelier in each of its states, as the pictures of the guide (docs/guide). Whoever changes how it
 *  looks makes them anew, and looks at them. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { openBrowser } from '../../build/browser/browser.ts'
import { serveIdle } from './serve-idle.ts'

type State = {
  name: string
  width: number
  height: number
  /** 2: the browser's zoom at 200 %. */
  zoom?: number
  scheme?: 'dark'
  /** Changes the copy of the kit first. */
  edit?(dir: string): Promise<void>
  act?(tab: Page): Promise<void>
}

const FICHE = 'leviers/08-commande-publique.md'
const TITRE = 'Commande publique responsable'

const states: State[] = [
  { name: 'atelier', width: 1440, height: 900, act: openFiche },
  { name: 'atelier-kit', width: 1280, height: 800 },
  { name: 'atelier-feuilles', width: 1920, height: 1000, act: openSheets },
  { name: 'atelier-problemes', width: 1280, height: 800, edit: spoil, act: openSpoilt },
  { name: 'atelier-nuit', width: 1280, height: 800, scheme: 'dark', act: openAtNight },
  { name: 'atelier-telephone', width: 390, height: 844, act: openFiche },
  { name: 'atelier-telephone-kit', width: 390, height: 844 },
  { name: 'atelier-tablette', width: 768, height: 1024, act: openFiche },
  { name: 'atelier-zoom', width: 640, height: 400, zoom: 2, act: openFiche },
  { name: 'atelier-vide', width: 1280, height: 600, edit: empty },
  { name: 'atelier-noms-longs', width: 1280, height: 800, edit: lengthenNames },
  { name: 'atelier-formulaire', width: 1280, height: 800, act: openForm },
]

const [folder = 'docs/guide'] = process.argv.slice(2)
const cacheDir = process.env['KIT_CACHE'] ?? '.cache'
await using press = await openBrowser({ cacheDir })
for (const state of states) {
  await draw(state)
  console.log(state.name)
}

async function draw({ name, width, height, zoom = 1, scheme, edit, act }: State): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'kit-etats-'))
  const dir = join(root, 'fiches')
  await cp('fiches', dir, { recursive: true })
  await edit?.(dir)
  const server = await serveIdle(dir, cacheDir)
  const context = await press.browser.createBrowserContext()
  try {
    const tab = await context.newPage()
    await tab.setViewport({ width, height, deviceScaleFactor: zoom })
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme ?? 'light' }])
    await tab.goto(server.url)
    await tab.waitForSelector('.coup-d-oeil')
    await act?.(tab)
    await tab.evaluate(() => document.fonts.ready.then(() => undefined))
    const picture = await tab.screenshot()
    await sharp(picture)
      .png({ palette: true, colours: 96, dither: 0, effort: 10 })
      .toFile(join(folder, `${name}.png`))
  } finally {
    await context.close()
    await server[Symbol.asyncDispose]()
    await rm(root, { recursive: true })
  }
}

async function pressed(tab: Page, words: string): Promise<void> {
  const button = await tab.waitForSelector(`::-p-xpath(//button[normalize-space()=${JSON.stringify(words)}])`)
  await button?.evaluate(one => (one as HTMLElement).click())
}

async function openFiche(tab: Page): Promise<void> {
  await pressed(tab, TITRE)
  await showsPage(tab)
}

async function openSpoilt(tab: Page): Promise<void> {
  await openFiche(tab)
  await tab.waitForSelector('.corriger')
}

async function openAtNight(tab: Page): Promise<void> {
  await openFiche(tab)
  await pressed(tab, 'Nuit')
}

async function showsPage(tab: Page): Promise<void> {
  await tab.waitForFunction(() => {
    const page = document.querySelector<HTMLIFrameElement>('.ecran iframe')?.contentDocument
    const none = document.querySelector('.apercu-vide:not([hidden])')
    return none !== null || (page?.body.textContent ?? '').length > 500
  })
}

async function openSheets(tab: Page): Promise<void> {
  await openFiche(tab)
  await pressed(tab, 'Feuilles')
  await tab.waitForFunction(() => document.querySelector('.tient')?.textContent?.includes('tient en'))
  await tab.evaluate(async () => {
    const sheets = document.querySelector<HTMLIFrameElement>('.feuilles iframe')?.contentDocument
    await sheets?.fonts.ready
  })
}

async function openForm(tab: Page): Promise<void> {
  await openFiche(tab)
  await pressed(tab, 'Un graphique')
  for (const [name, text] of Object.entries({
    titre: 'Marchés réservés',
    'cellule-0-0': 'Année',
    'cellule-0-1': 'Marchés',
    'cellule-1-0': '2022',
    'cellule-1-1': '12',
    'cellule-2-0': '2023',
    'cellule-2-1': '17',
    'cellule-3-0': '2024',
    'cellule-3-1': '31',
    source: 'Ville d’essai, 2025.',
  })) {
    if (name === 'cellule-3-0') await pressed(tab, 'Ajouter une ligne')
    await tab.type(`dialog [name="${name}"]`, text)
  }
  await tab.waitForSelector('dialog .trace svg')
}

async function spoil(dir: string): Promise<void> {
  await edited(join(dir, FICHE), text =>
    text
      .replace('statut: publiee', 'statut: publié')
      .replace("L'achat public", "L'Etat et l'achat public")
      .replace('::: info', '::: infos')
      .replace(/\{picto=search\}/, '{picto=loupe}')
      .replace('Appuyez-vous', 'Apuyez-vous  [[sourcing]]')
      .replace('Organisez des rencontres', 'Organisez  des rencontres')
      .replace('amont**, avant', 'amont** , avant le coeur de l’Ecole'),
  )
  await edited(join(dir, 'leviers/10-scic.md'), text => text.replace(/^resume:.*$/m, '').replace('## ', '# '))
  await edited(join(dir, 'kit.yaml'), text => `${text}\ncouleur: rouge\n`)
}

async function empty(dir: string): Promise<void> {
  for (const name of ['introductives', 'leviers', 'thematiques', 'liminaires', 'annexes'])
    await rm(join(dir, name), { recursive: true })
}

async function lengthenNames(dir: string): Promise<void> {
  const long =
    'Accompagner les coopérations intercommunales de développement économique des territoires ruraux, périurbains et ultramarins'
  await edited(join(dir, FICHE), text => text.replace(/^titre: .*$/m, `titre: ${long}`))
  await edited(join(dir, 'introductives/01-ess-de-quoi-parle-t-on.md'), text =>
    text.replace(/^titre: .*$/m, `titre: ${long}`),
  )
  await edited(join(dir, 'kit.yaml'), text =>
    text.replace(/^titre: .*$/m, `titre: "Kit MunicipalESS des ${long.toLowerCase()}"`),
  )
}

async function edited(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')))
}
