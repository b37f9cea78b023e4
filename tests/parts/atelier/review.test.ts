import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import type { Relecture } from '../../../src/kit/schemas/relecture.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { folderOfFile } from '../../temporary.ts'
import { setting } from '../../unit/word/setting.ts'
import { home } from './bundled.ts'
import { BASE, chord, FICHE, openApp, press, reads } from './open-app.ts'

const THREADS = 'relectures/achats.yaml'

const folder = folderOfFile('relectures')

const thread = (auteur: string, exact: string, set: Partial<Relecture>): Relecture => ({
  auteur,
  date: '2026-12-03',
  etat: 'ouverte',
  citation: { exact, avant: '', apres: '' },
  texte: '',
  remplace_par: null,
  reponses: [],
  ...set,
})

/** Word files in which people wrote, each by a name of its own. */
async function answers(): Promise<string[]> {
  const source = await readFile(join(home, BASE, FICHE), 'utf8')
  const reviews = {
    'lyon.docx': [
      thread('Ana Lo', 'soutient', { texte: 'Depuis 2022 seulement.' }),
      thread('Ana Lo', 'Trente emplois.', { remplace_par: 'Trente-deux emplois.' }),
      thread('Ana Lo', 'Un achat simple.', { remplace_par: 'Un achat très simple.' }),
    ],
    'retour de Bo (2).docx': [thread('Bo Li', 'Trente emplois.', { remplace_par: 'Quarante emplois.' })],
  }
  return Promise.all(
    Object.entries(reviews).map(async ([name, threads]) => {
      const path = join(folder, name)
      await writeFile(path, ficheToWord(source, setting, threads))
      return path
    }),
  )
}

/** Presses a button of the thread that holds these words. */
async function pressIn(tab: Page, words: string, label: string): Promise<void> {
  const button = await tab.waitForSelector(
    `::-p-xpath(//article[contains(normalize-space(), ${JSON.stringify(words)})]//button[normalize-space()=${JSON.stringify(label)}])`,
  )
  await button?.evaluate(one => {
    ;(one as HTMLElement).focus()
    ;(one as HTMLElement).click()
  })
}

const fils = (tab: Page) => tab.$$eval('.fil', all => all.map(one => one.textContent ?? ''))
const text = (tab: Page) =>
  tab.$eval('.editeur', host => host.shadowRoot?.querySelector('.cm-content')?.textContent ?? '')

test('answers in Word come back to their fiche, and are accepted, refused, answered and closed beside its text', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  const input = (await tab.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null
  await input?.uploadFile(...(await answers()))
  await reads(tab, '4 relectures ouvertes sur 4')
  expect(await tab.$eval('.fiche-ouverte h1', one => one.textContent)).toContain('Acheter autrement')
  expect(
    await tab.$$eval('.meme-phrase .signature', all => all.map(one => one.textContent?.split(',')[0])),
  ).toEqual(['Ana Lo', 'Bo Li'])
  expect(await runAxe(tab)).toEqual([])

  // A click leads to the sentence, and the sentence to its thread.
  await pressIn(tab, 'Depuis 2022', '« soutient »')
  await tab.waitForSelector('.fil.ici')

  await pressIn(tab, 'Un achat très simple', 'Accepter')
  await reads(tab, '3 relectures ouvertes sur 4')
  expect(await text(tab)).toContain('Un achat très simple.')
  expect(await tab.evaluate(() => document.activeElement?.className)).toContain('fil')
  await tab.click('.editeur >>> .cm-content')
  await chord(tab, 'z')
  expect(await text(tab)).toContain('Un achat simple.')
  await reads(tab, '4 relectures ouvertes sur 4')
  await pressIn(tab, 'Un achat très simple', 'Accepter')
  await reads(tab, '3 relectures ouvertes sur 4')

  await pressIn(tab, 'Quarante', 'Refuser')
  await reads(tab, '2 relectures ouvertes sur 4')
  await pressIn(tab, 'Depuis 2022', 'Répondre…')
  await tab.type('dialog [name=auteur]', 'RTES')
  await tab.type('dialog [name=texte]', 'Précisé.')
  await press(tab, 'Répondre')
  await tab.waitForFunction(() => document.querySelector('.reponses')?.textContent?.includes('Précisé.'))
  await pressIn(tab, 'Depuis 2022', 'Clore')
  await reads(tab, '1 relecture ouverte sur 4')
  await pressIn(tab, 'Trente-', 'Modifier…')
  await tab.$eval('dialog textarea', area => {
    area.value = 'Trente et un emplois.'
  })
  await press(tab, 'Écrire dans la fiche')
  await reads(tab, '0 relecture ouverte sur 4')
  expect(await text(tab)).toContain('Trente et un emplois.')

  expect(await fils(tab)).toEqual([])
  await tab.select('[name=etat]', '')
  expect(await fils(tab)).toHaveLength(4)
  await tab.select('[name=auteur]', 'Bo Li')
  expect(await fils(tab)).toHaveLength(1)

  await press(tab, 'Enregistrer (2)')
  await reads(tab, 'Enregistré dans')
  const saved = await readFile(join(kit.dir, THREADS), 'utf8')
  expect(saved.match(/etat: \w+/g)?.sort()).toEqual([
    'etat: acceptee',
    'etat: acceptee',
    'etat: close',
    'etat: refusee',
  ])
  expect(saved).toContain('texte: Précisé.')
  // The kit at a glance counts what is open, and leads there.
  await tab.select('[name=auteur]', '')
  await pressIn(tab, 'Quarante', 'Rouvrir')
  await press(tab, 'Le kit')
  await reads(tab, 'Relecture : 1 proposition sans réponse, de Bo Li (1).')
  const [line] = await tab.$$eval('.problemes-kit button', all => all.map(one => one.textContent ?? ''))
  expect(line).toMatch(/^Acheter autrement/)
  await press(tab, line ?? '')
  await reads(tab, '1 relecture ouverte sur 4')
  expect(complaints).toEqual([])
})
