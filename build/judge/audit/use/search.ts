import { publishedFiches } from '../../../../src/indexes/published.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { find } from '../read/html.ts'
import { decodePart } from '../source/addresses.ts'
import { lettersOf } from '../words.ts'
import { answer, difference, leadingTo, type Session, type Use } from './session.ts'

const place = 'Site, recherche'

/** A link among the results: its own words, and the title of the page that its result names. */
type Found = { page: string; words: string; href: string }

/** Each fiche is found by its title, where its title leads to it; a family is kept to, in the address too. */
export const search: Use = {
  place,
  async *run(session) {
    const { kit, tab, open, addresses, host } = session
    const fiches = publishedFiches(kit)
    await open('')
    yield* inFamilies(session, '')
    yield* backToFamily(session)
    await answer('La recherche', tab.waitForSelector('#recherche-mots')).then(field => field?.focus())
    const titles = fiches.map(({ titre }) => titre)
    const answers = await tab.evaluate(findEach, titles)
    for (const [at, { titre, slug }] of fiches.entries()) {
      const results = answers[at]
      const isThere = results?.some(({ href }) => href.startsWith(`${host.address}fiches/${slug}/`))
      if (!results) yield fault(place, `« ${titre} » cherché, rien ne répond.`)
      else if (!isThere) yield fault(place, `« ${titre} » cherché, aucun résultat ne mène à la fiche.`)
      for (const result of results ?? []) yield* misleading(result, session)
    }
    const [fiche] = fiches
    if (!fiche) return
    // The address keeps what is looked for, and the family.
    const query = `?q=${encodeURIComponent(fiche.titre)}&famille=${fiche.famille}`
    addresses.push(query)
    await open(query)
    await answer('Une adresse qui garde ce que l’on cherche', tab.waitForSelector('.resultat a'))
    yield* inFamilies(session, fiche.titre)
  },
}

/** A result that names a fiche leads to it; one that names a section, lever or example leads there. */
function misleading({ page, words, href }: Found, { kit, host, site }: Session): Finding[] {
  const [path = '', anchor = ''] = href.slice(host.address.length).split('#')
  const file = site.pages.get(`${path}index.html`)
  const say = [fault(place, `Le résultat « ${words} » (${page}) mène à ${path}${anchor && `#${anchor}`}.`)]
  // Several may have one title, announced ones too.
  const named = kit.fiches.filter(({ titre }) => lettersOf(titre) === lettersOf(page))
  const fiche = publishedFiches({ fiches: named }).find(({ slug }) => path === `fiches/${slug}/`)
  const isAnnounced = named.some(
    ({ slug, statut }) => statut === 'a-paraitre' && anchor === `a-paraitre-${slug}`,
  )
  if (named.length > 0 && !fiche && !isAnnounced) return say
  if (!fiche || !file || anchor === '') return []
  const right = leadingTo(words, fiche, file.root)
  const decoded = decodePart(anchor)
  const isThere = find(file.root, `#${decoded}`) !== undefined
  return isThere && (right.length === 0 || right.includes(decoded)) ? [] : say
}

/** Each family of the home page shows its fiches, or its results where words are looked for; the address keeps both. */
async function* inFamilies({ kit, tab }: Session, words: string): AsyncGenerator<Finding> {
  const home = 'Site, accueil'
  for (const { id, pluriel } of [...kit.familles, { id: '', pluriel: 'Toutes' }]) {
    const slugs = publishedFiches(kit).flatMap(({ famille, slug }) =>
      id === '' || famille === id ? [slug] : [],
    )
    const shown = await tab.evaluate(chooseFamily, id)
    if (!shown) {
      yield fault(home, `« ${pluriel} » ne se choisit pas.`)
      continue
    }
    const strange = id === '' ? undefined : shown.results.find(slug => !slugs.includes(slug))
    const differs = words === '' ? difference(slugs, shown.cards) : null
    if (strange !== undefined)
      yield fault(place, `« ${pluriel} » choisi, la recherche mène à « ${strange} ».`)
    if (differs !== null) yield fault(home, `« ${pluriel} » ne montre pas ses fiches : ${differs}.`)
    if (shown.family !== id || shown.words !== words)
      yield fault(home, `« ${pluriel} » choisi, l’adresse ne le garde pas.`)
  }
}

/** Going back brings the family chosen before, and its fiches. */
async function* backToFamily({ kit, tab }: Session): AsyncGenerator<Finding> {
  const [first, second] = kit.familles
  if (!first || !second) return
  const before = await tab.evaluate(chooseFamily, first.id)
  await tab.evaluate(chooseFamily, second.id)
  await tab.evaluate(() => history.back())
  await answer(
    'Revenir à la famille d’avant',
    tab.waitForFunction(
      id => document.querySelector<HTMLInputElement>('input[name="famille"]:checked')?.value === id,
      {},
      first.id,
    ),
  )
  const after = await tab.evaluate(chooseFamily, first.id)
  if (before && after && difference(before.cards, after.cards) !== null)
    yield fault('Site, accueil', `Revenu à « ${first.pluriel} », la page montre d’autres fiches.`)
  await tab.evaluate(chooseFamily, '')
}

/** Runs in the tab: what the field finds for each of these words; null: nothing is said. */
export async function findEach(all: readonly string[]): Promise<(Found[] | null)[]> {
  const input = document.querySelector<HTMLInputElement>('#recherche-mots')
  const status = document.querySelector('.recherche-etat')
  const nextAnswer = () =>
    new Promise<boolean>(done => {
      const watcher = new MutationObserver(() => status?.textContent && end(true))
      const late = setTimeout(() => end(false), 10_000)
      function end(answered: boolean): void {
        watcher.disconnect()
        clearTimeout(late)
        done(answered)
      }
      if (status) watcher.observe(status, { childList: true, subtree: true })
      else end(false)
    })
  const answers: (Found[] | null)[] = []
  for (const words of all) {
    if (!input || answers.at(-1) === null) {
      answers.push(null)
      continue
    }
    const answer = nextAnswer()
    input.value = words
    input.dispatchEvent(new Event('input', { bubbles: true }))
    const answered = await answer
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.recherche-resultats a')]
    const textOf = (link: Element, selector: string) => link.querySelector(selector)?.textContent
    answers.push(
      answered
        ? links.map(link => ({
            page: textOf(link.closest('.resultat') ?? link, '.resultat-titre') ?? '',
            words:
              textOf(link, '.resultat-section') ?? textOf(link, '.resultat-titre') ?? link.textContent ?? '',
            href: link.href,
          }))
        : null,
    )
  }
  return answers
}

/** Runs in the tab: slugs of what is seen once a family is chosen, and what the address keeps; null: it cannot be chosen. */
async function chooseFamily(id: string) {
  const radio = document.querySelector<HTMLInputElement>(`input[name="famille"][value="${id}"]`)
  if (!radio) return null
  radio.click()
  // What is looked for is found in one turn of the page.
  await new Promise(done => setTimeout(done))
  const slugs = (selector: string) =>
    [...document.querySelectorAll<HTMLAnchorElement>(selector)]
      .filter(one => one.checkVisibility())
      .map(({ href }) => /fiches\/([^/]+)\//.exec(href)?.[1] ?? href)
  const { searchParams } = new URL(location.href)
  return {
    results: slugs('.resultat > a'),
    cards: slugs('.liste-fiches .carte-titre a'),
    family: searchParams.get('famille') ?? '',
    words: searchParams.get('q') ?? '',
  }
}
