import type { Page } from 'puppeteer'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { readJson, UNSAID } from '../read/unreadable.ts'
import { examplesOf, type LocatedExample, regionOfDepartements } from '../source/examples.ts'
import { answer, difference, press, type Use } from './session.ts'

const place = 'Site, territoires/'

/** What the page shows once something is chosen: `slug/ancre` of the examples, and the code of the first département. */
type Shown = { examples: string[]; first: string; said: string; search: string }
type Choice = { field: string; value: string; label: string }
const NOTHING: Shown = { examples: [], first: '', said: '', search: '' }

/** Each choice of the filter shows its examples, counts them and is kept in the address; a commune brings those around it. */
export const examples: Use = {
  place,
  async *run(session) {
    const { kit, site, tab, open, addresses } = session
    if (!site.files.has('territoires/index.html')) return
    const all = examplesOf(kit)
    const regionOf = await regionOfDepartements()
    const populations = populationsIn(await site.text('donnees/exemples.json'))
    await open('territoires/')
    const choices = await tab.evaluate(choicesOf)
    const shown = await tab.evaluate(shownAfter, choices)
    for (const [at, choice] of choices.entries()) {
      const { examples, said, search } = shown[at] ?? NOTHING
      const holds = holdersOf(choice, { regionOf, populations })
      const isKept = new URLSearchParams(search).get(choice.field) === choice.value
      if (holds) yield* judged(`« ${choice.label} »`, { examples, said }, all.filter(holds))
      if (!isKept) yield fault(place, `« ${choice.label} » choisi, l’adresse garde « ${search} ».`)
    }
    const offered = difference(
      choicesOfKit(all, regionOf),
      choices.filter(({ field }) => field !== 'taille').map(({ field, value }) => `${field} ${value}`),
    )
    if (offered !== null)
      yield fault(place, `Ce que le filtre propose n’est pas ce qu’ont les exemples : ${offered}.`)
    const last = choices.at(-1)
    if (!last) return
    addresses.push(...choices.map(({ field, value }) => `territoires/?${field}=${value}`))
    const chosen = shown.at(-1) ?? NOTHING
    await open(`territoires/${chosen.search}`)
    const again = await shownIn(tab)
    if (again.said !== chosen.said || difference(chosen.examples, again.examples) !== null)
      yield fault(place, `L’adresse qui garde « ${last.label} » ne le montre plus.`)
    await press(tab, '.exemples-filtre [type="reset"]', '« Tout montrer »')
    await answer(
      '« Tout montrer » vide l’adresse',
      tab.waitForFunction(() => location.search === ''),
    )
    yield* judged('« Tout montrer »', await shownIn(tab), all)
  },
}

function* judged(
  what: string,
  { examples: shown, said }: Pick<Shown, 'examples' | 'said'>,
  wanted: readonly LocatedExample[],
): Generator<Finding> {
  const differs = difference(
    wanted.map(({ id }) => id),
    shown,
  )
  const [count = '0'] = /\d+/.exec(said) ?? []
  if (differs !== null) yield fault(place, `${what} ne montre pas ses exemples : ${differs}.`)
  else if (Number(count) !== wanted.length)
    yield fault(place, `${what} montre ${wanted.length} exemples et dit « ${said} ».`)
}

/** What is known of places beside what the fiches say: the région of each département, the inhabitants of each example's commune. */
type Known = { regionOf: ReadonlyMap<string, string>; populations: ReadonlyMap<string, number> }

/** What a choice promises; null: nothing that can be told. */
function holdersOf(
  { field, value, label }: Choice,
  { regionOf, populations }: Known,
): ((one: LocatedExample) => boolean) | null {
  switch (field) {
    case 'region':
      return ({ codes }) => codes.some(code => regionOf.get(code) === value)
    case 'departement':
      return ({ codes }) => codes.includes(value)
    case 'theme':
      return ({ fiche }) => fiche.slug === value
    case 'famille':
      return ({ fiche }) => fiche.famille === value
    case 'taille': {
      const [from, until] = inhabitantsOf(label)
      const isWithin = (population: number | undefined) =>
        population !== undefined && population >= from && population < until
      return ({ id }) => isWithin(populations.get(id))
    }
    default:
      return null
  }
}

/** The inhabitants that a choice names, the last not included: « moins de 3 500 habitants », « de 3 500 à 20 000 », « 100 000 et plus ». */
function inhabitantsOf(label: string): [from: number, until: number] {
  const [first = 0, second] = (label.replace(/(\d)\s(?=\d)/g, '$1').match(/\d+/g) ?? []).map(Number)
  if (/^moins/i.test(label)) return [0, first]
  return [first, second ?? Number.POSITIVE_INFINITY]
}

const POPULATED = { exemples: [{ id: '', population: UNSAID }] }

/** Inhabitants of the commune of each example, as the open data give them, which « donnees-ouvertes » holds against the Code officiel.
 *  @param json null: the site gives no data */
function populationsIn(json: string | null): Map<string, number> {
  const { exemples } =
    json === null ? { exemples: [] } : readJson('Site, donnees/exemples.json', json, POPULATED)
  return new Map(
    exemples.flatMap(({ id, population }) =>
      typeof population === 'number' ? [[id, population] as const] : [],
    ),
  )
}

/** All that may be chosen, but the sizes of communes. */
const choicesOfKit = (all: readonly LocatedExample[], regionOf: ReadonlyMap<string, string>): string[] =>
  all.flatMap(({ fiche, codes }) => [
    `theme ${fiche.slug}`,
    `famille ${fiche.famille}`,
    ...codes.flatMap(code => [`departement ${code}`, `region ${regionOf.get(code)}`]),
  ])

/** « Près de chez vous », for a commune of the first département that has an example. */
export const nearby: Use = {
  place,
  async *run({ kit, tab, site, addresses, open }) {
    const all = examplesOf(kit)
    const regionOf = await regionOfDepartements()
    const code = all.flatMap(({ codes }) => codes)[0]
    const communes = await site.text('donnees/communes/s.txt')
    if (code === undefined || communes === null) return
    const lines = communes.split('\n')
    const [name] = lines.find(line => line.split('|')[1] === code)?.split('|') ?? []
    if (name === undefined) return
    const commune = `${name} (${code})`
    await open('territoires/')
    const isSaid = (words: string) =>
      tab.waitForFunction(
        wanted => document.querySelector('.exemples-filtre [role="status"]')?.textContent?.startsWith(wanted),
        {},
        words,
      )
    const isOffered = (words: string) =>
      tab.waitForFunction(
        wanted =>
          [...document.querySelectorAll<HTMLOptionElement>('#communes option')].some(
            ({ value }) => value === wanted,
          ),
        {},
        words,
      )
    const lookFor = async (words: string) => {
      await tab.$eval('#filtre-lieu', field => (field as HTMLInputElement).select())
      await tab.type('#filtre-lieu', words)
    }
    const [one] = all
    await lookFor(one?.exemple.lieu ?? '')
    const there = await shownIn(tab)
    await lookFor(`${code}100`)
    const posted = await shownIn(tab)
    await lookFor('qqqq')
    await answer('Un lieu dont le kit ne dit rien', isSaid('Aucun exemple'))
    const nowhere = await shownIn(tab)
    await lookFor(name)
    await answer(`« ${commune} » proposé`, isOffered(commune))
    // Chosen among the proposals it stands in the field at once.
    await tab.$eval(
      '#filtre-lieu',
      (field, chosen) => {
        const input = field as HTMLInputElement
        input.value = chosen
        input.dispatchEvent(new Event('input', { bubbles: true }))
      },
      commune,
    )
    await answer(`« ${commune} » choisi`, isSaid(commune))
    const { search, first, said, examples: shown } = await shownIn(tab)
    addresses.push(`territoires/${search}`)
    const around = all.filter(({ codes }) => codes.some(one => regionOf.get(one) === regionOf.get(code)))
    const inside = around.filter(({ codes }) => codes.includes(code))
    const differs = difference(
      around.map(({ id }) => id),
      shown,
    )
    const counts = (said.slice(commune.length).match(/\d+/g) ?? []).map(Number)
    const wanted = [inside.length, ...(around.length > inside.length ? [around.length - inside.length] : [])]
    yield* judged('Un lieu dont le kit ne dit rien', nowhere, [])
    if (/^\d\d$/.test(code))
      yield* judged(
        `Le code postal « ${code}100 »`,
        posted,
        all.filter(({ codes }) => codes.includes(code)),
      )
    if (one && !there.examples.includes(one.id))
      yield fault(place, `« ${one.exemple.lieu} » cherché, son exemple ne se montre pas.`)
    if (differs !== null)
      yield fault(place, `« ${commune} » ne montre pas les exemples de sa région : ${differs}.`)
    if (first !== code) yield fault(place, `« ${commune} » montre d’abord le département ${first}.`)
    if (counts.join() !== wanted.join()) yield fault(place, `Pour « ${commune} », la page dit « ${said} ».`)
  },
}

/** Runs in the tab: each choice of the filter, but the empty ones. */
function choicesOf(): Choice[] {
  return [...document.querySelectorAll<HTMLSelectElement>('.exemples-filtre select')].flatMap(
    ({ name, options }) =>
      [...options].flatMap(({ value, text }) => (value === '' ? [] : [{ field: name, value, label: text }])),
  )
}

/** What is seen as it is. */
const shownIn = async (tab: Page): Promise<Shown> => (await tab.evaluate(shownAfter, [null]))[0] ?? NOTHING

/** Runs in the tab: what is seen after each choice, made alone; null: as it is. */
function shownAfter(choices: readonly (Choice | null)[]): Shown[] {
  const form = document.querySelector<HTMLFormElement>('.exemples-filtre')
  const set = (field: string, value: string) => {
    const input = form?.elements.namedItem(field)
    if (!(input instanceof HTMLSelectElement)) return
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return choices.map(choice => {
    if (choice) set(choice.field, choice.value)
    const cards = [...document.querySelectorAll('.index-territoires li[data-famille]')]
    const sections = [...document.querySelectorAll<HTMLElement>('.index-territoires > section')]
    const addresses = cards
      .filter(one => one.checkVisibility())
      .map(one => one.querySelector('a')?.href ?? '')
    const shown = {
      examples: addresses.map(address => /fiches\/(.+)\/#(.+)$/.exec(address)?.slice(1).join('/') ?? address),
      first: sections.find(one => one.checkVisibility())?.dataset['departement'] ?? '',
      said: form?.querySelector('[role="status"]')?.textContent ?? '',
      search: location.search,
    }
    if (choice) set(choice.field, '')
    return shown
  })
}
