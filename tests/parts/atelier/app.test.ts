import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home } from './bundled.ts'
import {
  activeLine,
  BASE,
  chord,
  draftSays,
  FICHE,
  fill,
  linesShown,
  openApp,
  placeCursor,
  press,
  pressIn,
  previewReads,
  reads,
  save,
  serveKit,
} from './open-app.ts'

test('a fiche is opened, a mistake is mended by its button, an example is written by its form, all is saved', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await reads(tab, 'aucun problème')
  await press(tab, 'Acheter autrement')
  await previewReads(tab, 'Trente emplois')

  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' Etat et Ecole.')
  await reads(tab, '2 conseils')
  await previewReads(tab, 'Etat et Ecole')
  await press(tab, 'Écrire « École »')
  await reads(tab, '1 conseil')
  await press(tab, 'Écrire « État »')
  await reads(tab, 'Aucun problème')

  await press(tab, 'Un exemple')
  await fill(tab, { titre: 'Une ressourcerie', lieu: 'Lille', code: '59', texte: 'Vingt emplois.' })
  await press(tab, 'Insérer')
  await previewReads(tab, 'Vingt emplois')
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'Enregistré dans « fiches ».')

  const former = readFileSync(join(home, BASE, FICHE), 'utf8')
  expect(readFileSync(join(kit.dir, FICHE), 'utf8')).toBe(
    former.replace(
      'Un achat simple.\n',
      'Un achat simple. État et École.\n\n::: exemple Une ressourcerie · Lille (59)\nVingt emplois.\n:::\n',
    ),
  )
  expect(complaints).toEqual([])
})

test('what was not saved is found again, and what changed outside is shown, not written over', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  await press(tab, 'Acheter autrement')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(' Le mien.')
  await reads(tab, 'Enregistrer (1)')
  // The draft is kept a moment after the last key.
  await draftSays(tab, FICHE, '')
  await tab.reload()
  await reads(tab, `Retrouvé, non enregistré : ${FICHE}.`)

  const path = join(kit.dir, FICHE)
  const theirs = readFileSync(path, 'utf8')
    .replace('Un achat simple.', 'Un achat double.')
    .replace('Trente emplois', 'Quarante emplois')
  writeFileSync(path, theirs)
  await reads(tab, '1 passage a changé des deux côtés')
  expect(await tab.$eval('.conflit', one => one.textContent)).toContain('Un achat double.')
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'à trancher d’abord')
  expect(readFileSync(path, 'utf8')).toBe(theirs)
  await press(tab, 'Garder le mien')
  await tab.waitForFunction(() => document.querySelector('.conflit') === null)
  expect(await tab.$eval('.avis', one => one.textContent)).not.toContain('trancher')
  await press(tab, 'Enregistrer (1)')
  await reads(tab, 'Enregistré dans')
  expect(await tab.$eval('.avis', one => one.textContent)).not.toContain('Retrouvé')
  const saved = readFileSync(path, 'utf8')
  for (const words of ['Un achat simple. Le mien.', 'Quarante emplois']) expect(saved).toContain(words)
  expect(complaints.filter(text => !text.includes('409'))).toEqual([])
})

test('a slip in kit.yaml hides no family, and is mended where it is told; a fiche with errors shows no other’s page', async () => {
  await using kit = await openApp()
  const { tab, complaints } = kit
  const shown = () =>
    tab.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.textContent?.trim() ?? '')
  await press(tab, 'Réglages du kit')
  await tab.waitForSelector('.reglage')
  expect(await tab.$eval('.editeur', one => one.checkVisibility())).toBe(false)
  // What has no field is mended in the text, which stands below the form until then.
  const file = join(kit.dir, 'kit.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^titre:.*$/m, '$&\ncouleur: rouge'))
  await reads(tab, 'cette clé n')
  await tab.waitForSelector('.editeur:not([hidden])')
  await press(tab, 'Le kit')
  await tab.waitForSelector('.problemes-kit .erreur')
  expect(await tab.$eval('.problemes-kit li', one => one.textContent)).toMatch(/^Réglages du kit erreur : /)
  expect(await tab.$$eval('.famille h2', heads => heads.map(head => head.textContent))).not.toContain(
    ' Sans famille connue ',
  )
  await tab.click('.problemes-kit .erreur button')
  expect(await activeLine(tab)).toBe('couleur: rouge')
  for (let sign = 0; sign < 'couleur: rouge'.length; sign++) await tab.keyboard.press('Delete')
  await reads(tab, 'Aucun problème')
  await tab.waitForSelector('.editeur[hidden]')

  await press(tab, 'Le kit')
  await press(tab, 'Acheter autrement')
  await previewReads(tab, 'Trente emplois')
  // Complete, the header is one line.
  await (await tab.$('.tete-de-fiche > summary'))?.click()
  await tab.focus('.entete [name=resume]')
  await tab.keyboard.type('x'.repeat(160))
  await reads(tab, 'Voici celle d’avant.')
  await tab.waitForFunction(() =>
    document.querySelector('[data-cle=resume] p.faux')?.textContent?.includes('160 au plus'),
  )
  expect(await shown()).toContain('Trente emplois')
  await press(tab, 'Le kit')
  await press(tab, 'Réglages du kit non enregistré')
  await reads(tab, 'Ce fichier n’a pas de page.')
  expect(await shown()).toBe('')
  expect(complaints).toEqual([])
})

test('a fiche is duplicated and removed; removing is undone', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await pressIn(tab, 'Acheter autrement', 'Dupliquer')
  await reads(tab, '5. Acheter autrement (copie)')
  await reads(tab, 'Aucun problème')
  await press(tab, 'Le kit')
  await pressIn(tab, 'Acheter autrement (copie)', 'Supprimer')
  await reads(tab, '« Acheter autrement (copie) » est supprimée.')
  await press(tab, 'Annuler')
  await tab.waitForFunction(() => document.querySelector('.kit')?.textContent?.includes('(copie)'))
})

test('what cannot be taken is told, whatever is dropped', async () => {
  await using kit = await openApp()
  const { tab } = kit
  const drop = (name: string) =>
    tab.evaluate(file => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['texte'], file))
      document
        .querySelector('#atelier')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
    }, name)
  for (const [name, words] of [
    ['note.odt', 'l’enregistrer au format Word'],
    ['photo.heic', 'JPEG ou en PNG'],
    ['guide.pdf', 'un PDF ne se récrit pas'],
    ['kit.zip', 'écran d’accueil'],
    ['place.png', 'ouvrir d’abord la fiche'],
    ['autre', 'donner un document Word'],
  ]) {
    await drop(name ?? '')
    await reads(tab, words ?? '')
  }
})

test('in an empty folder a kit is begun', async () => {
  const folder = await serveKit()
  rmSync(folder.dir, { recursive: true })
  mkdirSync(folder.dir)
  await using kit = await openApp(folder)
  const { tab } = kit
  await reads(tab, 'Ce dossier n’a pas encore de kit')
  const buttons = () =>
    tab.$$eval('.barre :is(button, label)', all =>
      all.filter(one => one.checkVisibility()).map(one => one.textContent),
    )
  expect(await buttons()).toEqual(['Le kit', 'Enregistré'])
  await press(tab, 'Commencer un kit')
  await tab.type('dialog [name=titre]', 'Habiter 2027')
  await tab.type('dialog [name=editeur]', 'Réseau d’essai')
  await press(tab, 'Commencer')
  await reads(tab, 'Fiche levier à compléter')
  expect(await tab.$$eval('.kit .erreur', list => list.length)).toBe(0)
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Habiter 2027')
  expect(await buttons()).toEqual([
    'Le kit',
    'Nouvelle fiche',
    'Importer',
    'Enregistrer (12)',
    'Fabriquer',
    'Livrer',
  ])
  await tab.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await save(tab)
  // What was done is told in sight.
  expect(await tab.$eval('.avis p', one => one.getBoundingClientRect().top)).toBeGreaterThan(0)
  expect(readFileSync(join(kit.dir, 'kit.yaml'), 'utf8')).toContain('titre: Habiter 2027')
})

test('words are replaced everywhere, and no address, mark or reference with them', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await press(tab, 'Acheter autrement')
  await press(tab, 'Texte source')
  await placeCursor(tab, 'Un achat simple.')
  await tab.keyboard.type(
    ' Des achats, [leurs achats](https://exemple.fr/achats) et [[achats]] {picto=achats}',
  )
  await chord(tab, 'f')
  await (await tab.waitForSelector('.editeur >>> [name=search]'))?.type('achats')
  await (await tab.waitForSelector('.editeur >>> [name=replace]'))?.type('courses')
  await (await tab.waitForSelector('.editeur >>> [name=replaceAll]'))?.click()
  const text = await linesShown(tab)
  expect(text).toContain(
    'Des courses, [leurs courses](https://exemple.fr/achats) et [[achats]] {picto=achats}',
  )
  expect(text).toContain('slug: achats')
  expect(text).toContain('[Guide des courses]')
})
