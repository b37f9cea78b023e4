import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Relecture, writeThreads } from '../../../src/kit/index.ts'
import { BASE, chord, FICHE, openApp, press, reads, save, serveKit } from './open-app.ts'

const TABLE = '| Ville | Achats |\n| --- | --- |\n| Lyon | 62 |\n'

/** One proposal for each kind of place. */
const changes: readonly [exact: string, remplace_par: string][] = [
  ['Acheter autrement', 'Acheter autrement : mieux'],
  ["Acheter, c'est choisir.", "Acheter, c'est bien choisir."],
  ['Une recherche avant', 'Une vraie recherche avant'],
  ['Une recyclerie', 'Une grande recyclerie'],
  ['Trente emplois.', 'Trente-deux emplois.'],
  ['Un achat simple.', 'Un achat très simple.'],
  ['62', '99 |\n| Crest | 12'],
  ["Réseau d'essai", 'Réseau de test'],
]

const proposals = changes.map(
  ([exact, remplace_par]): Relecture => ({
    auteur: 'Ana Lo',
    date: '2026-12-03',
    etat: 'ouverte',
    citation: { exact, avant: '', apres: '' },
    texte: '',
    remplace_par,
    reponses: [],
  }),
)

async function openReviewed() {
  const kit = await serveKit(BASE)
  const path = join(kit.dir, FICHE)
  const source = readFileSync(path, 'utf8').replace('Un achat simple.\n', `Un achat simple.\n\n${TABLE}`)
  writeFileSync(path, source)
  mkdirSync(join(kit.dir, 'relectures'))
  writeFileSync(join(kit.dir, 'relectures/achats.yaml'), writeThreads(proposals))
  const opened = await openApp(kit)
  const { tab } = opened
  await press(tab, 'Acheter autrement')
  await press(tab, 'Relecture (8)')
  await reads(tab, '8 relectures ouvertes sur 8')
  return {
    ...opened,
    path,
    source,
    saved: () => readFileSync(path, 'utf8'),
    threads: () => readFileSync(join(kit.dir, 'relectures/achats.yaml'), 'utf8'),
  }
}

const all = (source: string) => changes.reduce((text, [exact, next]) => text.replace(exact, next), source)

test('proposals for the header, a title, a cell, a row, a block and an item are accepted as fast as clicks come, and undone one by one', async () => {
  await using open = await openReviewed()
  const { tab } = open
  // As fast as clicks come: none waits for the one before.
  await tab.$$eval('.fil button', buttons => {
    for (const button of buttons) if (button.textContent === 'Accepter') button.click()
  })
  await reads(tab, '0 relecture ouverte sur 8')
  await save(tab)
  const title = 'titre: Acheter autrement'
  expect(open.saved()).toBe(
    all(open.source).replace(`${title} : mieux`, 'titre: "Acheter autrement : mieux"'),
  )
  expect(open.threads().match(/etat: acceptee/g)).toHaveLength(8)

  // Each undo takes back one acceptance, and its thread is open again.
  await tab.click('.editeur >>> .cm-content')
  for (const open of [1, 2, 3]) {
    await chord(tab, 'z')
    await reads(tab, `${open} ${open === 1 ? 'relecture ouverte' : 'relectures ouvertes'} sur 8`)
  }
  await chord(tab, 'y')
  await reads(tab, '2 relectures ouvertes sur 8')
  for (let left = 0; left < 6; left++) await chord(tab, 'z')
  await reads(tab, '8 relectures ouvertes sur 8')
  await save(tab)
  expect(open.saved()).toBe(open.source)
  expect(open.threads()).not.toContain('acceptee')
  expect(open.complaints).toEqual([])
})
