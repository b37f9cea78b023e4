import { publishedFiches } from '../../../../src/indexes/published.ts'
import { fault } from '../../../../src/problems/finding.ts'
import { lettersOf } from '../words.ts'
import { findEach } from './search.ts'
import { answer, type Given, leadingTo, press, titledIn, type Use } from './session.ts'

/** What a reader copies or sends of a fiche leads there: to each section, lever, example and figure by its own name. */
export const copies: Use = {
  place: 'Site, liens à copier',
  async *run({ kit, tab, open, host, site }) {
    const [fiche] = publishedFiches(kit).toSorted((a, b) => b.corps.exemples.length - a.corps.exemples.length)
    if (!fiche) return
    const place = `Site, fiches/${fiche.slug}/`
    const address = `${host.address}fiches/${fiche.slug}/`
    await open(`fiches/${fiche.slug}/`)
    const given = await tab.evaluate(copyEach)
    await press(tab, '.entete .chercher', 'Chercher depuis une fiche')
    await answer('Chercher depuis une fiche', tab.waitForSelector('dialog[open] #recherche-mots'))
    const [results] = await tab.evaluate(findEach, [fiche.titre])
    const page = site.pages.get(`fiches/${fiche.slug}/index.html`)?.root
    for (const { titre } of titledIn(fiche.corps))
      if (!given.anchored.some(({ name }) => lettersOf(name).includes(lettersOf(titre))))
        yield fault(place, `Aucun bouton ne copie le lien vers « ${titre} ».`)
    for (const { name, copied } of given.anchored) {
      const wanted = leadingTo(name, fiche, page).map(anchor => `${address}#${encodeURI(anchor)}`)
      const addresses = copied.match(/http[^\s}]+#[^\s}]*/g) ?? []
      if (addresses.length === 0 || !addresses.every(one => wanted.includes(one)))
        yield fault(place, `« ${name} » donne « ${addresses.join(' », « ')} ».`)
    }
    if (!results?.some(({ href }) => href.startsWith(address)))
      yield fault(place, `« ${fiche.titre} » cherché depuis la fiche, aucun résultat n’y mène.`)
    for (const message of given.wrong) yield fault(place, message)
    if (given.page !== address) yield fault(place, `« Copier le lien » donne « ${given.page} ».`)
    if (!given.mail.includes(encodeURIComponent(address)))
      yield fault(place, `Le courriel porte « ${given.mail} ».`)
  },
}

/** Runs in the tab: what each button gives, and its name. */
async function copyEach() {
  const page = window as Given
  const anchored: { name: string; copied: string }[] = []
  const wrong = new Set<string>()
  const turn = () => new Promise(done => setTimeout(done))
  const press = async (button: HTMLElement | null) => {
    page.copied = ''
    button?.click()
    await Promise.resolve()
    return page.copied
  }
  for (const button of document.querySelectorAll<HTMLElement>('.copier-lien')) {
    const name = button.getAttribute('aria-label') ?? ''
    if (/^Copier/.test(name)) {
      anchored.push({ name, copied: await press(button) })
      await turn()
      const spoken = [...document.querySelectorAll('[role="status"]')].map(one => one.textContent).join('')
      if (spoken.trim() === '') wrong.add('Un lien copié ne se dit pas à qui écoute la page.')
    } else {
      button.click()
      const dialog = document.querySelector('dialog[open]')
      const names = [
        dialog?.ariaLabel,
        dialog && document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent,
      ]
      if (!names.some(one => one?.trim())) wrong.add('La fenêtre qui donne une citation n’a pas de nom.')
      for (const copy of dialog?.querySelectorAll('button') ?? []) {
        const what = copy.textContent ?? ''
        const right = copy.previousElementSibling?.textContent
        if (what.startsWith('Copier') && (await press(copy)) !== right)
          wrong.add(`« ${what} » ne copie pas toute la citation.`)
      }
      anchored.push({ name, copied: [...(dialog?.children ?? [])].map(one => one.textContent).join('\n') })
      const close = [...(dialog?.querySelectorAll('button') ?? [])].at(-1)
      close?.click()
      if (dialog instanceof HTMLDialogElement && dialog.open) {
        wrong.add(`« ${close?.textContent} » ne ferme pas la citation.`)
        dialog.close()
      }
      await turn()
    }
  }
  const mail = document.querySelector<HTMLAnchorElement>('.partage a[href^="mailto:"]')?.href ?? ''
  return { anchored, wrong: [...wrong], mail, page: await press(document.querySelector('.partage button')) }
}
