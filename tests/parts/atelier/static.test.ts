import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from '../../../build/atelier/bundle/app-files.ts'
import { bundleAtelier } from '../../../build/atelier/bundle/bundle-atelier.ts'
import { serveFolders } from '../../../build/atelier/server/serve-folder.ts'
import { zipOf } from '../../../build/atelier/shelf/zip-shelf.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { folderOfFile } from '../../temporary.ts'
import { filesIn, home } from './bundled.ts'
import {
  app,
  BASE,
  chooseFile,
  draftSays,
  FICHE,
  goOffline,
  handedOut,
  openAlone,
  placeCursor,
  press,
  previewReads,
  reads,
} from './open-app.ts'

const root = folderOfFile('hote')
let host: Awaited<ReturnType<typeof serveFolders>>
let kitHost: typeof host
beforeAll(async () => {
  put('site/atelier', Object.entries(staticFiles(await app())))
  put('kit/atelier', Object.entries(staticFiles(await app(), zipOf(filesIn(join(home, BASE))))))
  put('site/lois', await bundleAtelier(home, { lois: 'tests/parts/atelier/opfs-laws.ts' }))
  writeFileSync(join(root, 'kit.zip'), zipOf(filesIn(join(home, BASE))))
  host = await serveFolders(new Map([['/', join(root, 'site')]]))
  kitHost = await serveFolders(new Map([['/', join(root, 'kit')]]))
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  await kitHost[Symbol.asyncDispose]()
})

function put(folder: string, files: Iterable<readonly [string, Uint8Array]>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true })
    writeFileSync(join(root, folder, path), bytes)
  }
}

test('on a narrow phone the first page does not scroll sideways', async () => {
  await using page = await openAlone(`${host.origin}/atelier/`)
  const { tab } = page
  await tab.setViewport({ width: 320, height: 640 })
  await tab.waitForSelector('input[type=file]')
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('on a static host, offline: a zip is opened, edited and handed out, and the command reads it', async () => {
  await using page = await openAlone(`${host.origin}/atelier/`)
  const { tab, complaints } = page
  await goOffline(tab)

  await chooseFile(await tab.waitForSelector('input[type=file]'), join(root, 'kit.zip'))
  await reads(tab, 'aucun problème')
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' Hors connexion.')
  await previewReads(tab, 'Hors connexion')
  rmSync(join(root, 'kit.zip'))
  const zip = await handedOut(tab, root)
  put('rendu', Object.entries(zip))
  expect((await readKit(join(root, 'rendu'))).problems).toEqual([])
  expect(readFileSync(join(root, 'rendu', FICHE), 'utf8')).toBe(
    readFileSync(join(home, BASE, FICHE), 'utf8').replace(
      'Un achat simple.',
      'Un achat simple. Hors connexion.',
    ),
  )
  expect(complaints).toEqual([])
})

test('of a zip, the download is the save: the tab asks before it closes, and the draft outlives it', async () => {
  await using page = await openAlone('about:blank')
  const { tab } = page
  const asked: string[] = []
  tab.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  const open = async (name: string) => {
    await tab.evaluate(() => sessionStorage.clear()).catch(() => undefined)
    await tab.goto(`${host.origin}/atelier/`)
    await chooseFile(await tab.waitForSelector('input[type=file]'), join(root, name))
    await tab.waitForSelector('.coup-d-oeil')
  }
  for (const name of ['essai.zip', 'autre-nom.zip'])
    writeFileSync(join(root, name), zipOf(filesIn(join(home, BASE))))
  await open('essai.zip')
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' À garder.')
  await tab.waitForFunction(() => document.title.startsWith('•'))
  await draftSays(tab, FICHE, 'À garder.')
  await open('essai.zip')
  expect(asked).toEqual(['beforeunload'])
  await reads(tab, `Retrouvé, non enregistré : ${FICHE}.`)
  const folder = mkdtempSync(join(root, 'recu-'))
  const zip = await handedOut(tab, folder)
  expect(new TextDecoder().decode(zip[FICHE])).toContain('À garder.')
  expect(await tab.title()).not.toMatch(/^•/)
  expect(await tab.$eval('body', body => body.textContent)).not.toContain('Enregistré')
  await open('autre-nom.zip')
  expect(asked).toEqual(['beforeunload'])
  await reads(tab, `Retrouvé, non enregistré : ${FICHE}.`)

  const another = filesIn(join(home, BASE))
  const settings = new TextDecoder().decode(another.get('kit.yaml'))
  another.set('kit.yaml', new TextEncoder().encode(settings.replace(/^titre: .*/m, 'titre: Un autre kit')))
  writeFileSync(join(root, 'essai.zip'), zipOf(another))
  await open('essai.zip')
  await reads(tab, 'Un autre kit')
  expect(await tab.$eval('body', body => body.textContent)).not.toContain('Retrouvé')

  for (const name of ['seule.md', 'autre.md'])
    writeFileSync(join(root, name), readFileSync(join(home, BASE, FICHE)))
  await open('seule.md')
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' À garder.')
  await tab.waitForFunction(() => document.title.startsWith('•'))
  await draftSays(tab, 'fiches/seule.md', 'À garder.')
  await open('autre.md')
  expect(await tab.$eval('body', body => body.textContent)).not.toContain('seule.md')
  await open('seule.md')
  await reads(tab, 'Retrouvé, non enregistré : fiches/seule.md.')
})

test('a folder of the browser is a shelf like the others', async () => {
  await using page = await openAlone(`${host.origin}/lois/lois.js`)
  const { tab } = page
  // As text: the tests' own compiler would rewrite an import.
  const faultOfLaw = (await tab.evaluate(
    `import('${host.origin}/lois/lois.js').then(({ runLaws }) => runLaws())`,
  )) as Record<string, string | null>
  expect(Object.values(faultOfLaw).filter(Boolean)).toEqual([])
  expect(Object.keys(faultOfLaw).length).toBeGreaterThan(4)
})

test('the kit of the site is opened by a button, and by a reload; a fiche of it is read in it', async () => {
  await using page = await openAlone(`${kitHost.origin}/atelier/`)
  const { tab, complaints } = page
  await press(tab, 'Ouvrir le kit de ce site')
  await reads(tab, 'aucun problème')
  await tab.reload()
  await reads(tab, 'aucun problème')
  await press(tab, 'Un autre kit')
  await reads(tab, 'Reprendre')
  await press(tab, 'Le kit de ce site.zip')
  await reads(tab, 'aucun problème')
  await press(tab, 'Un autre kit')
  const fiche = readFileSync(join(home, BASE, FICHE), 'utf8').replace('Un achat simple.', 'Un achat double.')
  writeFileSync(join(root, '02-achats (1).md'), fiche)
  await chooseFile(await tab.waitForSelector('input[type=file]'), join(root, '02-achats (1).md'))
  await reads(tab, `prend la place de ${FICHE}`)
  await reads(tab, '2. Acheter autrement')
  await previewReads(tab, 'Un achat double')
  expect(await tab.$eval('.problemes h2', one => one.textContent)).toBe('Aucun problème')
  expect(complaints).toEqual([])
})

test('a single fiche is told no mistake that its kit alone could mend', async () => {
  await using page = await openAlone(`${host.origin}/atelier/`)
  const { tab } = page
  const fiche = readFileSync(join(home, BASE, FICHE), 'utf8')
    .replace(/^soutien: .*\n/m, '')
    .replace('famille: levier', 'famille: agir')
  writeFileSync(join(root, 'fiche-seule.md'), fiche)
  await chooseFile(await tab.waitForSelector('input[type=file]'), join(root, 'fiche-seule.md'))
  await reads(tab, 'Acheter autrement')
  expect(await tab.$eval('.compte', one => one.textContent)).toContain('aucun problème')
})
