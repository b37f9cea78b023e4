import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { folderOfFile } from '../../temporary.ts'
import { chooseFile, openApp, press, reads, save, serveKit } from './open-app.ts'

const root = folderOfFile('images')
beforeAll(async () => {
  // Noise, which no format makes small.
  const [width, height] = [3200, 1200]
  const raw = Buffer.from(
    Uint32Array.from({ length: (width * height * 3) / 4 }, (_, at) => Math.imul(at + 1, 2654435761)).buffer,
  )
  await sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toFile(join(root, 'foule.jpg'))
})

test('pictures are listed with weight and use; a credit is written, one is replaced, one is removed', async () => {
  await using kit = await openApp(serveKit('tests/visual/carnet'))
  const { tab, complaints } = kit
  await press(tab, 'Images du kit')
  const item = () => tab.$eval('.images', one => one.textContent ?? '')
  expect(await item()).toMatch(/place\.png 3\sko, montrée dans Planter/)
  expect(await runAxe(tab)).toEqual([])
  const credit = await tab.$('.images .champ input')
  await credit?.click({ count: 3 })
  await credit?.type('Camille "K" Martin')
  await tab.keyboard.press('Tab')
  writeFileSync(join(root, 'fausse.png'), 'ce n’est pas une image')
  await chooseFile(await tab.$('.images input[type=file]'), join(root, 'fausse.png'))
  await tab.waitForFunction(() =>
    /Impossible de lire/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''),
  )
  await chooseFile(await tab.$('.images input[type=file]'), join(root, 'foule.jpg'))
  await tab.waitForFunction(() =>
    /foule\.jpg.* n’est pas une image \.png/.test(
      document.querySelector('dialog [role=status]')?.textContent ?? '',
    ),
  )
  const other = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  writeFileSync(join(root, 'autre.png'), other)
  await chooseFile(await tab.$('.images input[type=file]'), join(root, 'autre.png'))
  await tab.waitForFunction(() =>
    /place\.png 1\sko/.test(document.querySelector('.images')?.textContent ?? ''),
  )
  await press(tab, 'Fermer')
  await press(tab, 'Enregistrer (2)')
  await reads(tab, 'Enregistré dans')
  expect(readFileSync(join(kit.dir, 'images/place.png')).equals(other)).toBe(true)
  const credits = () => readFileSync(join(kit.dir, 'images/credits.yaml'), 'utf8')
  expect(credits()).toContain(
    'place.png: { credit: Camille "K" Martin, licence: CC0, alt: Un arbre au milieu d\'une place }',
  )

  await press(tab, 'Images du kit')
  await tab.click('.images button[aria-label^=Supprimer]')
  await reads(tab, 'Ce kit n’a pas d’image')
  await press(tab, 'Fermer')
  await press(tab, 'Enregistrer (2)')
  await reads(tab, 'Enregistré dans')
  expect(credits()).not.toContain('place.png')
  expect(complaints).toEqual([])
})

test('the weight of a picture is told before it is taken, and it is made lighter on wish', async () => {
  await using kit = await openApp(serveKit('tests/visual/carnet'))
  const { tab } = kit
  await press(tab, 'Tenir un marché du samedi')
  await press(tab, 'Une image')
  await chooseFile(await tab.waitForSelector('dialog input[type=file]'), join(root, 'foule.jpg'))
  await tab.waitForSelector('dialog .case:not([hidden])')
  expect(await tab.$eval('dialog .compte', one => one.textContent)).toMatch(
    /3200 × 1200 pixels.* \d,\d\sMo\.$/,
  )
  for (const name of ['alt', 'credit', 'licence']) await tab.type(`dialog [name=${name}]`, 'Une foule')
  await press(tab, 'Ajouter')
  await tab.waitForSelector('.editeur >>> .image img')
  await save(tab)
  expect((await sharp(join(kit.dir, 'images/foule.jpg')).metadata()).width).toBe(2500)
})

test('a picture of another format, or one that cannot be read, is not taken', async () => {
  await using kit = await openApp(serveKit('tests/visual/carnet'))
  const { tab } = kit
  writeFileSync(join(root, 'abimee.png'), 'GIF89a')
  await sharp(join(root, 'foule.jpg')).resize(900).webp().toFile(join(root, 'foule.webp'))
  await press(tab, 'Tenir un marché du samedi')
  await press(tab, 'Une image')
  const input = await tab.waitForSelector('dialog input[type=file]')
  for (const name of ['abimee.png', 'foule.webp']) {
    await chooseFile(input, join(root, name))
    await reads(tab, 'Impossible de lire cette image')
    expect(await input?.evaluate(one => (one as HTMLInputElement).checkValidity()), name).toBe(false)
    await chooseFile(input, join(root, 'foule.jpg'))
    await reads(tab, '3200 × 1200 pixels')
    expect(await input?.evaluate(one => (one as HTMLInputElement).checkValidity())).toBe(true)
  }
})
