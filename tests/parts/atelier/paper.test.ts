import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleAtelier } from '../../../build/atelier/bundle/bundle-atelier.ts'
import { serveFolders } from '../../../build/atelier/server/serve-folder.ts'
import { zipOf } from '../../../build/atelier/shelf/zip-shelf.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { openCache } from '../../../build/ground/store/cache.ts'
import { render } from '../../../build/pages/renditions.ts'
import { readPictures, readStyles } from '../../../build/paper/page/assets.ts'
import { type PaginatedPart, paginate } from '../../../build/paper/page/paginate.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { openWorkshops, readPagedJs } from '../../../build/paper/page/workshop.ts'
import { standingBrowser } from '../../chromium.ts'
import { folderOfFile } from '../../temporary.ts'
import { sampleOf } from '../../thorough.ts'
import { filesIn, home } from './bundled.ts'
import type { countAll } from './count-all.ts'
import { activeLine, app, openAlone, openApp, placeCursor, press, reads } from './open-app.ts'

const root = folderOfFile('papier')
let host: Awaited<ReturnType<typeof serveFolders>>
let browser: Browser
beforeAll(async () => {
  const test = await bundleAtelier(home, { compte: 'tests/parts/atelier/count-all.ts' })
  for (const [path, bytes] of [...(await app()), ...test]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  host = await serveFolders(new Map([['/', root]]))
  browser = await standingBrowser()
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
})

const KITS = ['tests/fixtures/kits/autre', 'fiches', 'tests/visual/carnet', 'tests/fixtures/erreurs/_base']

describe.each(sampleOf(KITS, 2))('of %s', dir => {
  test('an author sees the pages that the build makes: number, words, ends of lines', async () => {
    writeFileSync(join(root, 'kit.zip'), zipOf(filesIn(join(home, dir))))
    await using page = await openAlone(`${host.origin}/`)
    const { tab, complaints } = page
    // As text: the tests' own compiler would rewrite an import.
    const shown = (await tab.evaluate(
      `import('${host.origin}/compte.js').then(({ countAll }) => countAll('${host.origin}/kit.zip'))`,
    )) as Awaited<ReturnType<typeof countAll>>
    const built = await pagesOf(join(home, dir))
    expect(Object.keys(shown)).toEqual(built.map(({ item }) => item.id))
    for (const { item, pages } of built) {
      expect(shown[item.id]?.faults, item.id).toEqual([])
      expect(shown[item.id]?.pages.map(endsOf), item.id).toEqual(pages.map(endsOf))
      expect(shown[item.id]?.pages, item.id).toEqual(pages)
    }
    expect(complaints).toEqual([])
  })
})

test('an author sees the sheets beside the text, how they end, and goes from one to the other and back', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await tab.setViewport({ width: 1440, height: 900 })
  await press(tab, 'Acheter autrement')
  await press(tab, 'Feuilles')
  await reads(tab, 'Cette fiche tient en 1 page')

  await placeCursor(tab, 'Un achat simple.')
  const long = Array.from({ length: 60 }, (_, at) => `Phrase ${at} qui remplit la page.`).join(' ')
  for (let paragraph = 0; paragraph < 3; paragraph++) {
    await tab.keyboard.press('Enter')
    await tab.keyboard.press('Enter')
    await tab.keyboard.sendCharacter(long)
  }
  await reads(tab, 'Cette fiche tient en 2 pages')
  await reads(tab, 'La dernière page est remplie à')
  await reads(tab, '« Ressources » passe de la page')

  // From a sheet to its line.
  await tab.evaluate(() => {
    const sheets = document.querySelector<HTMLIFrameElement>('.feuilles iframe')?.contentDocument
    const paragraphs = [...(sheets?.querySelectorAll<HTMLElement>('.exemple p') ?? [])]
    paragraphs.find(({ textContent }) => textContent?.includes('Trente emplois'))?.click()
  })
  expect(await activeLine(tab)).toContain('Trente emplois')
  // And back.
  await placeCursor(tab, 'Trente emplois')
  await tab.waitForFunction(() =>
    document
      .querySelector<HTMLIFrameElement>('.feuilles iframe')
      ?.contentDocument?.querySelector('.vise')
      ?.textContent?.includes('Trente emplois'),
  )
  expect(complaints).toEqual([])
})

/** The first and the last word of a page. */
function endsOf({ html }: { html: string }): [string, string] {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  return [words[0] ?? '', words.at(-1) ?? '']
}

/** The pages of a kit as its build cuts them. */
async function pagesOf(dir: string): Promise<PaginatedPart[]> {
  const { kit } = await readKit(dir)
  if (!kit) throw new Error(`${dir} is no kit`)
  const parts = (await render(kit, 'print')).map(reserve)
  const pictures = await readPictures(parts, dir)
  const styles = await readStyles(kit)
  const tools = { styles, pagedJs: await readPagedJs(), browserVersion: await browser.version() }
  await using workshops = openWorkshops(browser, tools)
  workshops.add(pictures.files)
  return await paginate(parts, { workshops, ...tools, pictures, cache: openCache(null, 'presse') })
}
