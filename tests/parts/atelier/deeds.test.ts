import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAxe } from '../../../build/gate/read/axe.ts'
import { portOf } from '../../../scripts/commands/atelier.ts'
import { startKit } from '../../e2e/run-kit.ts'
import { thorough } from '../../thorough.ts'
import { editKit } from '../../unit/content/edit-kit.ts'
import { until } from '../../until.ts'
import {
  BASE,
  draftSays,
  FICHE,
  linesShown,
  openAlone,
  openApp,
  openDesk,
  placeCursor,
  press,
  pressIn,
  reads,
  save,
  serveKit,
} from './open-app.ts'

test('a fiche is renamed, and the references to it follow; another is announced, which is undone', async () => {
  await using kit = await openApp()
  const { tab } = kit
  await pressIn(tab, 'Acheter autrement', 'Renommer')
  for (const [name, text] of [
    ['titre', 'Acheter mieux'],
    ['slug', 'acheter-mieux'],
  ]) {
    await tab.$eval(`dialog [name=${name}]`, input => {
      if (input instanceof HTMLInputElement) input.value = ''
    })
    await tab.type(`dialog [name=${name}]`, text ?? '')
  }
  // Each row has a button of the same words.
  await tab.click('dialog .principal')
  await reads(tab, '2. Acheter mieux')
  await press(tab, 'Le kit')
  await reads(tab, 'aucun problème')

  await pressIn(tab, 'Acheter mieux', 'Mettre « à paraître »')
  await reads(tab, 'son texte est retiré')
  await press(tab, 'Annuler')
  await tab.waitForFunction(
    () => !document.querySelector('.kit')?.textContent?.includes('son texte est retiré'),
  )
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('.rayon > li')].some(
      ({ textContent }) => textContent?.includes('Acheter mieux') && textContent.includes('publiée'),
    ),
  )
  await save(tab)
  expect(existsSync(join(kit.dir, FICHE))).toBe(false)
  expect(readFileSync(join(kit.dir, 'leviers/02-acheter-mieux.md'), 'utf8')).toContain('titre: Acheter mieux')
  expect(readFileSync(join(kit.dir, 'introductives/01-reperes.md'), 'utf8')).toContain('[[acheter-mieux]]')
})

test('to begin an announced fiche keeps the words that stand in it, and is undone', async () => {
  const served = await serveKit()
  const file = join(served.dir, 'thematiques/04-habitat.md')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nDes mots déjà là.\n`)
  await using kit = await openApp(served)
  const { tab, complaints } = kit
  await pressIn(tab, 'Habiter', 'Commencer à écrire')
  await reads(tab, 'le texte déjà écrit est gardé')
  await placeCursor(tab, 'Des mots déjà là.')
  expect(await linesShown(tab)).not.toContain('À compléter')
  await press(tab, 'Annuler')
  await reads(tab, 'Une fiche annoncée n’a pas encore de page.')
  await placeCursor(tab, 'Des mots déjà là.')
  expect(complaints).toEqual([])
})

test('to release says first what it does, and does nothing until one agrees', async () => {
  let released = 0
  await using kit = await openApp(
    await serveKit(BASE, {
      build: async () => {},
      release: async tell => {
        released += 1
        tell({ kind: 'end', good: true, text: 'La livraison est prête.', opens: [] })
      },
      draft: async tell => tell({ kind: 'end', good: true, text: 'Le brouillon est prêt.', opens: [] }),
    }),
  )
  const { tab } = kit
  await press(tab, 'Livrer')
  await reads(tab, 'Rien n’est mis en ligne')
  await press(tab, 'Annuler')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  expect(released).toBe(0)
  await press(tab, 'Livrer')
  await tab.click('dialog .principal')
  await reads(tab, 'La livraison est prête.')
  await press(tab, 'Livrer')
  await (await tab.waitForSelector('dialog [name=brouillon]'))?.click()
  await tab.click('dialog .principal')
  await reads(tab, 'Le brouillon est prêt.')
  expect(released).toBe(1)
})

test('pages that a release changed are seen before and after, those that nobody rewrote first, and are accepted', async () => {
  const pixel =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const view = (name: string, before: string | null) => ({ name, constat: '', before, after: pixel })
  let accepted = 0
  await using kit = await openApp(
    await serveKit(BASE, {
      build: async () => {},
      release: async tell =>
        tell({ kind: 'end', good: false, text: 'La livraison est refusée.', opens: [], views: 2 }),
      draft: async () => {},
      pictures: {
        views: () => [
          { title: '1 vue changée sans qu’un mot change', what: '…', views: [view('Page A', pixel)] },
          { title: '1 vue réécrite', what: '…', views: [view('Page B', null)] },
        ],
        accept: async () => void accepted++,
      },
    }),
  )
  const { tab } = kit
  await press(tab, 'Livrer')
  await tab.waitForSelector('dialog .principal')
  await tab.click('dialog .principal')
  await press(tab, 'Regarder 2 pages')
  await tab.waitForSelector('.vues img')
  expect(await runAxe(tab)).toEqual([])
  expect(await tab.$$eval('.vues details[open] h3', all => all.map(one => one.textContent))).toEqual([
    'Page A',
  ])
  await press(tab, 'Plus tard')
  await tab.waitForFunction(() => !document.querySelector('dialog'))
  expect(accepted).toBe(0)
  await press(tab, 'Regarder 2 pages')
  await press(tab, 'J’ai regardé')
  await reads(tab, 'ces pages sont la référence')
  expect(accepted).toBe(1)
})

test('fiches are looked for by title, number and state, and the kit is read anew beneath', async () => {
  await using kit = await openApp()
  const { tab } = kit
  const shown = () =>
    tab.$$eval('.rayon > li', rows =>
      rows.filter(row => row.checkVisibility()).map(row => row.querySelector('h3')?.textContent),
    )
  const all = (await shown()).length
  await tab.type('.chercher', 'ACHÉter')
  expect(await shown()).toEqual(['Acheter autrement'])
  const path = join(kit.dir, 'leviers/03-contrats.md')
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('titre: Contractualiser', 'titre: Acheter par contrat'),
  )
  await until(async () => (await shown()).length === 2)
  expect(await tab.evaluate(() => document.activeElement?.className)).toBe('chercher')
  await tab.$eval('.chercher', one => {
    if (one instanceof HTMLInputElement) one.value = ''
    one.dispatchEvent(new Event('input'))
  })
  expect((await shown()).length).toBe(all)
})

test('of two tabs on one kit one writes; the other reads, and takes over when the first is closed', async () => {
  await using kit = await openApp()
  const first = kit.tab
  await press(first, 'Acheter autrement')
  await placeCursor(first, 'Un achat simple.')
  await first.keyboard.type(' Du premier.')
  await first.waitForFunction(() => document.title.startsWith('•'))
  const { tab: second } = await openDesk(kit.context, kit.url)
  await reads(second, 'Ce kit est ouvert dans un autre onglet')
  await press(second, 'Acheter autrement')
  await placeCursor(second, 'Un achat simple.')
  await second.keyboard.type(' Du second.')
  await press(second, 'Nouvelle fiche')
  expect(await second.$('dialog')).toBeNull()
  expect(await second.title()).not.toMatch(/^•/)
  await first.bringToFront()
  await draftSays(first, FICHE, 'Du premier.')
  await first.close()
  await reads(second, `Retrouvé, non enregistré : ${FICHE}.`)
  expect(await second.$eval('body', body => body.textContent)).not.toContain('autre onglet')
  await placeCursor(second, 'Du premier.')
  await second.keyboard.type(' Du second.')
  await press(second, 'Enregistrer (1)')
  await reads(second, 'Enregistré dans')
  expect(readFileSync(join(kit.dir, FICHE), 'utf8')).toContain('Un achat simple. Du premier. Du second.')
})

/** Starts the command on a folder. @returns it, where it answers, and all that it has said */
async function startAtelier(fiches: string): Promise<{ child: ChildProcess; url: string; said: string }> {
  const child = startKit(['atelier', '--fiches', fiches, '--sans-navigateur'])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  const [, url = ''] = await until(
    () => /Atelier : (\S+)/.exec(said) ?? false,
    () => said,
  )
  return { child, url, said }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGINT')
  await once(child, 'close')
}

test.runIf(thorough)(
  'what was not saved is found again when the command is started again, at the address that the folder has',
  async () => {
    await using kit = await editKit(null)
    const before = await startAtelier(kit.dir)
    expect(new URL(before.url).port).toBe(String(portOf(kit.dir)))
    await using page = await openAlone(before.url)
    const { tab, context } = page
    await press(tab, 'Acheter autrement')
    await placeCursor(tab, 'Un achat simple.')
    await tab.keyboard.type(' Pas encore enregistré.')
    await draftSays(tab, FICHE, 'encore enregistré.')
    await end(before.child)
    await tab.close()

    const after = await startAtelier(kit.dir)
    const beside = await startAtelier(kit.dir)
    expect(beside.said).toContain('en voici une autre')
    expect(new URL(beside.url).port).not.toBe(String(portOf(kit.dir)))
    const { tab: again } = await openDesk(context, after.url)
    await reads(again, `Retrouvé, non enregistré : ${FICHE}.`)
    await Promise.all([end(after.child), end(beside.child)])
  },
)
