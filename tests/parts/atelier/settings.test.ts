import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { newKitFiles } from '../../../build/atelier/worker/new-file.ts'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { openApp, press, reads, serveKit } from './open-app.ts'

/** A kit as « Commencer un kit » gives it. */
async function serveNewKit(changed: Record<string, string> = {}) {
  const kit = await serveKit('tests/fixtures/erreurs/_base')
  await rm(kit.dir, { recursive: true })
  const files = newKitFiles('Le kit des ports', 'Réseau des ports')
  for (const [path, bytes] of [...files, ...Object.entries(changed)]) {
    await mkdir(dirname(join(kit.dir, path)), { recursive: true })
    await writeFile(join(kit.dir, path), bytes)
  }
  return kit
}

const valueIn = (tab: Page, path: string) =>
  tab.$eval(`[data-cle="${path}"] :is(input, select, textarea)`, one => (one as HTMLInputElement).value)

async function writeIn(tab: Page, path: string, words: string) {
  const input = await tab.waitForSelector(`[data-cle="${path}"] :is(input, textarea)`)
  await input?.focus()
  await input?.type(words)
}

test('kit.yaml is a form: what is to be completed leads to its field, and no YAML is seen', async () => {
  await using kit = await openApp(serveNewKit())
  const { tab, complaints } = kit
  await press(tab, 'Qui publie le kit › Adresse postale de son siège')
  await tab.waitForSelector('.reglage details[open]')
  expect(
    await tab.evaluate(() => document.activeElement?.closest('[data-cle]')?.getAttribute('data-cle')),
  ).toBe('editeur.adresse')
  expect(await tab.$eval('body', one => one.textContent)).not.toMatch(/[{}]|\bnull\b/)
  await tab.$$eval('.reglage details', groups => {
    for (const group of groups) group.open = true
  })
  expect(await runAxe(tab)).toEqual([])
  await tab.keyboard.type('2, quai du Port, 44000 Nantes : bâtiment « B »')
  await writeIn(tab, 'editeur.site', 'www.ports.fr')
  await writeIn(tab, 'mentions.contact', 'bonjour@ports.fr')
  await writeIn(tab, 'credits.0', 'Rédaction')
  // A group that says nothing any more is none.
  await writeIn(tab, 'imprimeur.nom', 'X')
  await tab.keyboard.press('Backspace')
  await tab.select('[data-cle="edition.mois"] select', '04')
  await reads(tab, 'Enregistrer (1)')
  // What is wrong is said at its field.
  await writeIn(tab, 'isbn.pdf', '12')
  await tab.waitForFunction(() =>
    document.querySelector('[data-cle="isbn.pdf"] .faux')?.textContent?.includes('ISBN'),
  )
  await tab.evaluate(() => (document.activeElement as HTMLElement).blur())
  await tab.$eval('[aria-label="Annuler"]', one => (one as HTMLElement).click())
  await tab.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-cle="isbn.pdf"] input')?.value === '',
  )
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'Enregistré dans')
  const text = await readFile(join(kit.dir, 'kit.yaml'), 'utf8')
  expect(text).toContain('adresse: "2, quai du Port, 44000 Nantes : bâtiment « B »"')
  expect(text).toContain('site: https://www.ports.fr')
  expect(text).toContain('# un numéro par format')
  expect(text).toContain('\nimprimeur: null\n')
  expect(text).toMatch(/^edition: \{ annee: \d{4}, mois: \d{4}-04, statut: version de travail \}$/m)
  expect(complaints).toEqual([])
})

test('acronyms and partners are tables: a row is written, named after its words, and removed', async () => {
  await using kit = await openApp(serveNewKit())
  const { tab, complaints } = kit
  await press(tab, 'Sigles')
  await writeIn(tab, '1', 'SCIC')
  await tab.keyboard.press('Tab')
  await tab.keyboard.type('Société coopérative d’intérêt collectif')
  await tab.waitForSelector('[data-cle="2"]')
  expect(await runAxe(tab)).toEqual([])
  await tab.$eval('[aria-label="Supprimer la ligne 1"]', one => (one as HTMLElement).click())
  await tab.waitForFunction(() => !document.querySelector('[data-cle="2"]'))
  expect(await valueIn(tab, '0')).toBe('SCIC')
  await press(tab, 'Le kit')
  await press(tab, 'Partenaires')
  await writeIn(tab, '0.nom', 'ESS France')
  expect(await valueIn(tab, '0')).toBe('ess-france')
  await press(tab, 'Enregistrer (2)')
  await reads(tab, 'Enregistré dans')
  expect(await readFile(join(kit.dir, 'sigles.yaml'), 'utf8')).toMatch(/^# .*\nSCIC: Société coopérative/)
  expect(await readFile(join(kit.dir, 'partenaires.yaml'), 'utf8')).toMatch(
    /^# .*\ness-france:\n {2}nom: ESS France\n$/,
  )
  expect(complaints).toEqual([])
})

test('settings that cannot be read are shown as they stand, with what is wrong', async () => {
  await using kit = await openApp(serveNewKit({ 'sigles.yaml': 'ESS: "ouvert\n' }))
  const { tab } = kit
  await press(tab, 'Sigles')
  await tab.waitForSelector('.editeur:not([hidden])')
  expect(await tab.$eval('.reglage', one => one.checkVisibility())).toBe(false)
})

test('an error in the settings is said on the page of each fiche, and leads to its field', async () => {
  const served = await serveKit()
  const file = join(served.dir, 'kit.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^(edition:.*mois: )[\d-]+/m, '$12026-13'))
  await using kit = await openApp(served)
  const { tab } = kit
  await press(tab, 'Acheter autrement')
  await tab.waitForFunction(() =>
    document.querySelector('.apercu-vide')?.textContent?.match(/Réglages du kit.*2026-13/s),
  )
  await tab.waitForSelector('.problemes details')
  await tab.$eval('.problemes details', list => list.setAttribute('open', ''))
  const [link] = await tab.$$('.problemes .erreur .lieu')
  expect(await link?.evaluate(one => one.textContent)).toMatch(/^Réglages du kit › /)
  await link?.evaluate(one => (one as HTMLElement).click())
  await tab.waitForFunction(() => document.activeElement?.matches('.reglage [name^=mois]'))
})
