import { publishedFiches } from '../../../../src/indexes/published.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { findingOf, runAxe } from '../axe.ts'
import { answer, press, type Session, type Use } from './session.ts'

const place = 'Site, recherche depuis une fiche'
const FIELD = 'dialog[open] #recherche-mots'

/** Control and K open the search over a page, and what is typed at once is looked for; it can be read by day and by night, and closed. */
export const dialog: Use = {
  place,
  async *run(session) {
    const { kit, tab, open } = session
    const [fiche] = publishedFiches(kit)
    if (!fiche) return
    await open(`fiches/${fiche.slug}/`)
    await openByKeyboard(session)
    const isReady = await tab.$eval(FIELD, field => field === document.activeElement)
    if (!isReady) {
      yield fault(place, 'Ouverte, elle n’attend pas que l’on tape.')
      return
    }
    await tab.keyboard.type(fiche.titre)
    await answer('Ce qui est tapé', tab.waitForSelector('dialog[open] .resultat a'))
    yield* illegible(session)
    await tab.keyboard.press('Escape')
    const isClosed = () => tab.waitForFunction(() => document.querySelector('dialog[open]') === null)
    await answer('La touche Échap', isClosed())
    await openByKeyboard(session)
    await press(tab, 'dialog[open] .recherche-fermer', '« Fermer »')
    await answer('« Fermer »', isClosed())
  },
}

async function openByKeyboard({ tab }: Session): Promise<void> {
  await tab.keyboard.down('Control')
  await tab.keyboard.press('k')
  await tab.keyboard.up('Control')
  await answer('Ctrl + K', tab.waitForSelector(FIELD, { visible: true }))
}

async function* illegible({ tab }: Session): AsyncGenerator<Finding> {
  for (const [when, value] of [
    ['de jour', 'light'],
    ['de nuit', 'dark'],
  ] as const) {
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    for (const violation of await runAxe(tab))
      if (violation.impact !== 'minor') yield findingOf(`${place}, ${when}`, violation)
  }
  await tab.emulateMediaFeatures([])
}
