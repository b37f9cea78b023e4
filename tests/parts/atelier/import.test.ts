import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { folderOfFile } from '../../temporary.ts'
import { documentOf, docxOf, manuscripts, p } from '../../unit/word/manuscripts.ts'
import { activeLine, chooseFile, openApp, press, reads } from './open-app.ts'

const root = folderOfFile('import')

test('the report of an import stays until it is read, leads to each line, and leaves the editor in its place', async () => {
  await using kit = await openApp()
  const { tab } = kit
  for (const { nom, bytes } of manuscripts()) writeFileSync(join(root, `${nom}.docx`), bytes)
  const height = () => tab.$eval('.page', one => one.clientHeight)
  await press(tab, 'Acheter autrement')
  const before = await height()
  await chooseFile(await tab.$('.barre input[type=file]'), join(root, '5-relu.docx'))
  await tab.waitForSelector('dialog select')
  await tab.select('dialog [name=famille]', 'levier')
  await press(tab, 'Importer')
  await reads(tab, 'à relire après l’import')
  expect(await tab.$eval('.avis', one => one.textContent)).toBe('')
  expect(await height()).toBeGreaterThan(before / 2)
  expect(await runAxe(tab)).toEqual([])
  const points = () => tab.$$eval('.releve li', items => items.map(item => item.textContent ?? ''))
  const all = await points()
  expect(all.length).toBeGreaterThan(2)
  expect(all.some(text => text.includes('Commentaire de'))).toBe(true)

  const first = await tab.$eval('.releve li', item => item.textContent?.match(/sur « ([^»]{8})/)?.[1] ?? '')
  await tab.click('.releve li .lieu')
  expect(await activeLine(tab)).toContain(first)
  await tab.click('.releve li button:last-child')
  expect(await points()).toEqual(all.slice(1))
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'Enregistré dans')
  await tab.reload()
  await tab.waitForSelector('.releve li')
  expect(await points()).toEqual(all.slice(1))
  await press(tab, 'Tout est relu')
  expect(await tab.$eval('.releve', one => one.checkVisibility())).toBe(false)
})

test('a Word file that an announced fiche waits for is proposed in its place', async () => {
  await using kit = await openApp()
  const { tab } = kit
  const document = documentOf(p('Habiter', '<w:pStyle w:val="Title"/>'), p('Un texte venu de Word.'))
  writeFileSync(join(root, 'habiter.docx'), docxOf({ 'word/document.xml': document }))
  await chooseFile(await tab.$('.barre input[type=file]'), join(root, 'habiter.docx'))
  await tab.waitForSelector('dialog select')
  expect(await tab.$eval('dialog [name=place]', one => (one as HTMLSelectElement).value)).toBe(
    'thematiques/04-habitat.md',
  )
  expect(await tab.$eval('dialog [name=famille]', one => (one as HTMLSelectElement).value)).toBe('thematique')
  await press(tab, 'Importer')
  await reads(tab, '4. Habiter')
  await reads(tab, 'à relire après l’import')
})
