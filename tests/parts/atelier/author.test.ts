import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { home } from './bundled.ts'
import { chooseFile, chord, fill, openApp, placeCursor, press, reads } from './open-app.ts'

/** All words that a person sees in the app, what stands in fields too. The preview is a page of the site. */
const seen = (tab: Page) =>
  tab.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    const visible = fields.filter(field => field.checkVisibility())
    const text = document.querySelector('.editeur')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')
    const places = [document.body, text]
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not be read
    const words = places.map(place => place?.innerText ?? '')
    return [...words, ...visible.flatMap(({ value, placeholder }) => [value, placeholder])]
      .filter(Boolean)
      .join('\n')
  })

/** Nobody who has never seen Markdown would know what these are. */
async function expectPlain(tab: Page): Promise<void> {
  const words = await seen(tab)
  expect(words).not.toMatch(/[{}]|:::|\[\[|^---|^#+ |^- |\*\*|^\w+: |\bligne \d|« kit |npm |\.yaml\b/m)
}

async function write(tab: Page, ...paragraphs: string[]): Promise<void> {
  for (const [index, text] of paragraphs.entries()) {
    if (index > 0) await tab.keyboard.press('Enter')
    await tab.keyboard.type(text)
  }
  await expectPlain(tab)
}

async function insert(tab: Page, title: string, texts: Record<string, string>): Promise<void> {
  await press(tab, title)
  await tab.waitForSelector('dialog')
  await expectPlain(tab)
  await fill(tab, texts)
  await press(tab, 'Insérer')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  await expectPlain(tab)
}

test('a person who has never seen Markdown writes a fiche from an empty page, and sees none', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await press(tab, 'Nouvelle fiche')
  await fill(tab, { titre: 'Se déplacer autrement' })
  await tab.select('dialog [name=famille]', 'levier')
  await press(tab, 'Commencer')
  await reads(tab, '5. Se déplacer autrement')
  await placeCursor(tab, 'À compléter')
  await chord(tab, 'a')
  await tab.keyboard.press('Delete')

  // The front matter.
  await tab.$eval('.entete [name=resume]', field => (field as HTMLTextAreaElement).select())
  await tab.type('.entete [name=resume]', 'Quatre leviers pour les mobilités de tous.')
  await tab.type('.entete [name=mots_cles]', 'vélo, covoiturage')
  await tab.select('.entete [name=maj]', '03')
  await expectPlain(tab)

  const editor = await tab.$('.editeur >>> .cm-content')
  await editor?.focus()
  await write(tab, 'Se déplacer coûte cher.', 'Les communes ont des ', 'Une autre phrase.')
  await placeCursor(tab, 'Les communes')
  await tab.keyboard.type('leviers')
  await chord(tab, 'b')
  await tab.keyboard.press('End')
  await tab.keyboard.type('.')
  await placeCursor(tab, 'Une autre phrase.')
  await insert(tab, 'Des chiffres', {
    'lignes-0-0': '40 %',
    'lignes-0-1': 'des trajets font moins de 5 km',
    'lignes-1-0': '3 millions',
    'lignes-1-1': 'de vélos vendus',
    source: 'Insee, 2024',
  })

  for (const [index, titre] of [
    'Aménager des pistes',
    'Partager les voitures',
    'Former',
    'Réparer',
  ].entries()) {
    await press(tab, 'Un levier')
    await fill(tab, { titre })
    if (index === 0) {
      await tab.type('dialog [type=search]', 'velo')
      await tab.waitForFunction(() => document.querySelectorAll('dialog .pictos svg').length === 1)
      await tab.click('dialog .pictos label:last-child')
      expect(await runAxe(tab)).toEqual([])
    }
    await press(tab, 'Insérer')
    await tab.waitForFunction(() => !document.querySelector('dialog'))
    await write(tab, `${titre} demande du temps.`, 'Cela se prépare.')
    if (index === 1) {
      await tab.keyboard.press('Enter')
      await tab.select('[aria-label=Style]', 'liste')
      await write(tab, 'des places', 'une application')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Enter')
    }
    if (index < 2)
      await insert(tab, 'Un exemple', {
        titre: `${titre}, ici`,
        lieu: 'Clermont-Ferrand',
        code: 'Puy-de-Dôme',
        texte: 'Deux kilomètres en un an.',
      })
  }
  await write(tab, ' La fiche ')
  await press(tab, 'Un renvoi')
  await fill(tab, { titre: 'Acheter autrement' })
  await press(tab, 'Écrire')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  await write(tab, ' dit comment.')
  await press(tab, 'Une image')
  await chooseFile(await tab.$('dialog input[type=file]'), join(home, 'tests/visual/carnet/images/place.png'))
  await fill(tab, { alt: 'Une place', credit: 'Camille Martin', licence: 'CC0' })
  await press(tab, 'Ajouter')
  await tab.waitForSelector('.editeur >>> .image img')
  await expectPlain(tab)
  expect(await runAxe(tab)).toEqual([])

  await press(tab, 'Enregistrer (3)')
  await reads(tab, 'Enregistré dans')
  await expectPlain(tab)
  const text = readFileSync(join(kit.dir, 'leviers/05-se-deplacer-autrement.md'), 'utf8')
  expect(text).toBe(readFileSync(join(home, 'tests/fixtures/atelier/se-deplacer-autrement.md'), 'utf8'))
  expect((await readKit(kit.dir)).problems.filter(({ severity }) => severity === 'erreur')).toEqual([])
  expect(complaints).toEqual([])
})
