import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startKit } from '../e2e/run-kit.ts'
import { home } from '../parts/atelier/bundled.ts'
import { chooseFile, fill, openAlone, placeCursor, press, reads, save } from '../parts/atelier/open-app.ts'
import { folderOfTest } from '../temporary.ts'
import { until } from '../until.ts'

const MANUSCRIPT = join(home, 'tests/fixtures/manuscrits/1-styles-de-word.docx')
const PLACE = 'thematiques/20-ruralites.md'
const WORDS = 'Les communes se regroupent pour acheter.'

test('with the command: a Word manuscript takes the place of an announced fiche, is saved and built', async () => {
  const root = folderOfTest('auteur')
  const [fiches, out] = [join(root, 'fiches'), join(root, 'dist')]
  await cp(join(home, 'fiches'), fiches, { recursive: true })
  const child = startKit(['atelier', '--fiches', fiches, '--out', out, '--sans-navigateur'])
  try {
    let said = ''
    child.stdout?.on('data', chunk => (said += chunk))
    const [, url = ''] = await until(() => /Atelier : (\S+)/.exec(said) ?? false)
    await using page = await openAlone(url)
    const { tab, complaints } = page
    await tab.waitForSelector('.coup-d-oeil')
    await chooseFile(await tab.$('.barre input[type=file]'), MANUSCRIPT)
    await tab.waitForSelector('dialog [name=place]')
    await tab.select('dialog [name=place]', PLACE)
    await press(tab, 'Importer')
    await reads(tab, 'à relire après l’import')
    await placeCursor(tab, 'Une collectivité qui achète')
    await press(tab, 'Un exemple')
    await fill(tab, { titre: 'Un groupement d’achat', lieu: 'Lons-le-Saunier', code: '39', texte: WORDS })
    await press(tab, 'Insérer')
    await save(tab)
    await press(tab, 'Le kit')
    await press(tab, 'Fabriquer')
    await tab.waitForSelector('.issue.bonne, .issue.mauvaise')
    expect(await tab.$eval('.issue', ({ className, textContent }) => [className, textContent])).toEqual([
      'issue bonne',
      expect.any(String),
    ])
    expect(complaints).toEqual([])
  } finally {
    child.kill('SIGINT')
    await once(child, 'close')
  }
  expect(readFileSync(join(fiches, PLACE), 'utf8')).toContain('numero: 20')
  // It stands at the address that was announced.
  expect(readFileSync(join(out, 'site/fiches/ruralites/index.html'), 'utf8')).toContain(WORDS)
  expect((await readdir(join(out, 'pdf/fiches'))).filter(name => name.startsWith('20-'))).toHaveLength(1)
})
