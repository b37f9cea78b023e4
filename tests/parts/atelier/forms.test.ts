import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { home } from './bundled.ts'
import {
  chooseFile,
  chord,
  FICHE,
  fill,
  linesShown,
  openApp,
  placeCursor,
  press,
  previewReads,
  reads,
} from './open-app.ts'

test('a chart is drawn while its table is filled, an example is changed by its form, a picture comes with its credit', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await press(tab, 'Acheter autrement')

  await placeCursor(tab, 'Un achat simple.')
  await press(tab, 'Un graphique')
  await fill(tab, {
    titre: 'Marchés réservés',
    'tableau-0-0': 'Année',
    'tableau-0-1': 'Marchés',
    'tableau-1-0': '2022',
    'tableau-1-1': 'douze',
  })
  await tab.waitForFunction(() =>
    document.querySelector('dialog [role=status]')?.textContent?.includes('douze'),
  )
  await tab.evaluate(() => {
    const cell = document.querySelector<HTMLInputElement>('dialog [name="tableau-1-1"]')
    if (cell) cell.value = ''
  })
  await fill(tab, { 'tableau-1-1': '12', 'tableau-2-0': '2023', 'tableau-2-1': '17' })
  await press(tab, 'Ajouter une ligne')
  await fill(tab, { 'tableau-3-0': '2024', 'tableau-3-1': '31', source: 'Ville d’essai, 2025.' })
  await tab.waitForFunction(() => document.querySelector('dialog .trace svg')?.textContent?.includes('31'))
  expect(await runAxe(tab)).toEqual([])
  await press(tab, 'Insérer')
  await tab.waitForFunction(() =>
    document
      .querySelector('iframe')
      ?.contentDocument?.querySelector('figure.graphique')
      ?.textContent?.includes('2024'),
  )

  // From the page to the text: a number of the drawing, a lever behind its own number.
  for (const [place, line] of [
    ['figure.graphique svg text', 'Marchés réservés'],
    ['h3:has(.rang-levier)', 'Acheter'],
  ] as const) {
    await tab.evaluate(selector => {
      const page = document.querySelector<HTMLIFrameElement>('.ecran iframe')?.contentDocument
      page
        ?.querySelector(selector)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }, place)
    await tab.waitForFunction(
      words =>
        document
          .querySelector('.editeur')
          ?.shadowRoot?.querySelector('.cm-activeLine')
          ?.textContent?.endsWith(words),
      {},
      line,
    )
  }

  await placeCursor(tab, 'Trente emplois')
  await press(tab, 'Modifier')
  await fill(tab, { texte: ' Dix de plus.' })
  await press(tab, 'Remplacer')
  await previewReads(tab, 'Dix de plus.')

  await placeCursor(tab, 'Un achat simple.')
  await press(tab, 'Une image')
  await chooseFile(await tab.$('dialog input[type=file]'), join(home, 'tests/visual/carnet/images/place.png'))
  await reads(tab, 'pixels')
  await fill(tab, { alt: 'Un arbre [seul] sur une place', credit: 'Atelier "des" essais', licence: 'CC0' })
  await press(tab, 'Ajouter')
  await tab.waitForFunction(() =>
    [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('img') ?? [])].some(
      ({ alt, naturalWidth }) => alt.includes('seul') && naturalWidth > 0,
    ),
  )
  await press(tab, 'Enregistrer (3)')
  await reads(tab, 'Enregistré dans')

  const text = readFileSync(join(kit.dir, FICHE), 'utf8')
  expect(text).toContain(
    '| Année | Marchés |\n| --- | --- |\n| 2022 | 12 |\n| 2023 | 17 |\n| 2024 | 31 |\n\nSource',
  )
  expect(text.match(/^::: exemple/gm)).toHaveLength(1)
  const errors = (await readKit(kit.dir)).problems.filter(({ severity }) => severity === 'erreur')
  expect(errors).toEqual([])
  expect(complaints).toEqual([])
})

test('before the cursor was placed a block goes to the end, and writing goes on below it; settings take none', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await press(tab, 'Réglages du kit')
  const isInert = () =>
    tab.$$eval('details', all => all.find(one => one.textContent?.startsWith('Insérer'))?.inert)
  expect(await isInert()).toBe(true)
  await press(tab, 'Le kit')
  await press(tab, 'Acheter autrement')
  expect(await isInert()).toBe(false)
  const former = readFileSync(join(kit.dir, FICHE), 'utf8')
  await press(tab, 'Une citation')
  await fill(tab, { texte: 'Nous gardons tout.', qui: 'Camille Martin, maire' })
  await press(tab, 'Insérer')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  await tab.keyboard.type('La suite.')
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'Enregistré dans')
  expect(readFileSync(join(kit.dir, FICHE), 'utf8').trimEnd()).toBe(
    `${former.trimEnd()}\n\n::: citation\nNous gardons tout.\n\n— Camille Martin, maire\n:::\n\nLa suite.`,
  )
})

test('what was filled in outlives Escape, a link is asked for and changed by keys, a text goes back to what was saved', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  const ask = async (key: 'k' | 'Enter') => {
    await chord(tab, key)
    await tab.waitForSelector('dialog')
  }
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Trente emplois')
  await ask('Enter')
  await fill(tab, { code: ' ' })
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('Escape')
  await reads(tab, 'Rien n’est perdu')
  await press(tab, 'Annuler')
  await placeCursor(tab, 'Un achat simple.')
  await ask('k')
  await fill(tab, { mots: 'le guide', adresse: 'https://www.exemple.fr/guide' })
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  expect(await linesShown(tab)).toContain('Un achat simple.le guide')
  expect(await linesShown(tab)).not.toContain('https://')
  await tab.keyboard.press('ArrowLeft')
  await ask('k')
  expect(await tab.$eval('dialog [name=adresse]', field => (field as HTMLInputElement).value)).toContain(
    'exemple.fr',
  )
  await tab.keyboard.press('Escape')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  await press(tab, 'Texte source')
  expect(await linesShown(tab)).toContain('[le guide](https://www.exemple.fr/guide)')
  await press(tab, 'Texte source')
  await press(tab, 'Revenir à la version enregistrée')
  await reads(tab, 'de nouveau tel qu’il était enregistré')
  expect(await linesShown(tab)).not.toContain('le guide')
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(one => one.textContent === 'Enregistré'),
  )
  expect(complaints).toEqual([])
})

test('a date that is half typed is told at its field, and the room goes on', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await press(tab, 'Acheter autrement')
  await tab.waitForSelector('.tete-de-fiche')
  await tab.$eval('.tete-de-fiche', fold => fold.setAttribute('open', ''))
  const year = await tab.$('.entete [name="maj-annee"]')
  await year?.click({ count: 3 })
  await tab.keyboard.press('Backspace')
  await tab.keyboard.type('20')
  await tab.waitForFunction(() =>
    document.querySelector('.tete-de-fiche > summary')?.textContent?.endsWith('20-11'),
  )
  await tab.waitForFunction(() =>
    document.querySelector('.entete p.faux[id*=maj]:not(:empty)')?.textContent?.includes('20-11'),
  )
  await tab.keyboard.type('26')
  await tab.waitForFunction(() => !document.querySelector('.entete p.faux[id*=maj]:not(:empty)'))
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' Et vite.')
  await previewReads(tab, 'Et vite.')
  expect(await tab.$eval('.avis', ({ textContent }) => textContent)).toBe('')
  expect(complaints).toEqual([])
})
