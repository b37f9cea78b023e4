import type { Exemple, FichePubliee, Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { type Element, find, findAll, hasClass, ownText, type Parent, textOf } from '../read/html.ts'
import { examplesOf, type LocatedExample, officialNames, regionOfDepartements } from '../source/examples.ts'
import { lettersOf, wordsOf } from '../words.ts'

const PLACE = 'Site, territoires/index.html'

/** The page of the examples, its map, its filter and its list count and place those of the fiches. */
export const examplesPage: AuditCheck = {
  id: 'page-exemples',
  title: 'La page des exemples, sa carte et son filtre placent et comptent ceux des fiches',
  async *run({ kit, site }) {
    const root = (await site()).pages.get('territoires/index.html')?.root
    if (!root) return 'Le kit n’a pas de page d’exemples.'
    const examples = examplesOf(kit)
    const byDepartement = new Map<string, LocatedExample[]>()
    for (const one of examples)
      for (const code of one.codes) byDepartement.set(code, [...(byDepartement.get(code) ?? []), one])
    yield* onCards(root, examples)
    yield* onSections(root, byDepartement, await regionOfDepartements())
    yield* onMap(root, byDepartement)
    yield* onChoices(root, kit, {
      byDepartement,
      regions: await officialNames('regions'),
      departements: await officialNames('departements'),
    })
    return `${count(examples.length, 'exemple')}, ${count(byDepartement.size, 'département')}`
  },
}

/** Each example has its place, its theme and its family on its card. */
function* onCards(root: Parent, examples: readonly LocatedExample[]): Generator<Finding> {
  for (const { fiche, exemple } of examples) {
    const say = (message: string) => fault(PLACE, `« ${exemple.titre} » ${message}`)
    const cards = cardsIn(root).filter(card => leadsTo(card, fiche, exemple))
    if (cards.length === 0) yield say('n’y est pas.')
    for (const card of cards) {
      const words = wordsOf(textOf(card))
      const { 'data-theme': theme, 'data-famille': family, 'data-lieu': sought = '' } = card.attribs
      const isFound = [exemple.lieu, exemple.titre].every(one => lettersOf(sought).includes(lettersOf(one)))
      if (!wordsOf(exemple.lieu).every(word => words.includes(word)))
        yield say(`n’y a pas son lieu, « ${exemple.lieu} ».`)
      if (!isFound) yield say(`n’y est cherché que par « ${sought} ».`)
      if (theme !== fiche.slug || family !== fiche.famille)
        yield say(`y est filtré comme « ${theme} » et « ${family} ».`)
    }
  }
}

const cardsIn = (root: Parent | undefined) => findAll(root, '.exemple-carte')
const leadsTo = (card: Element, { slug }: FichePubliee, { ancre }: Exemple) =>
  findAll(card, 'a').some(({ attribs }) => attribs['href']?.endsWith(`/fiches/${slug}/#${ancre}`))

/** Each département has its own examples, and is filtered by its own code and région. */
function* onSections(
  root: Parent,
  byDepartement: ReadonlyMap<string, readonly LocatedExample[]>,
  regions: ReadonlyMap<string, string>,
): Generator<Finding> {
  for (const [code, located] of byDepartement) {
    const section = find(root, `#departement-${code}`)
    const { 'data-departement': said, 'data-region': region } = section?.attribs ?? {}
    if (!section) yield fault(PLACE, `Le département ${code} n’y est pas.`)
    else if (said !== code || region !== regions.get(code))
      yield fault(PLACE, `Le département ${code} y est filtré comme ${said}, région ${region}.`)
    for (const { fiche, exemple } of section ? located : [])
      if (!cardsIn(section).some(card => leadsTo(card, fiche, exemple)))
        yield fault(PLACE, `« ${exemple.titre} » n’y est pas sous son département, ${code}.`)
  }
}

/** The map shades each département by its number of examples; the list beside it says that number. */
function* onMap(
  root: Parent,
  byDepartement: ReadonlyMap<string, readonly LocatedExample[]>,
): Generator<Finding> {
  const shapes = findAll(root, ({ attribs }) => /^carte-\w{2,3}$/.test(attribs['id'] ?? ''))
  const list = find(root, '.carte-liste')
  const lines = findAll(list, 'a')
  const shadeOf = (code: string) => {
    const examples = byDepartement.get(code)?.length ?? 0
    return examples > 1 ? 'plusieurs' : examples === 1 ? 'un' : 'aucun'
  }
  const shades = { aucun: 'Aucun exemple', un: 'Un exemple', plusieurs: 'Plusieurs exemples' }
  const legend = find(root, '.carte-legende')
  for (const line of findAll(legend, 'li')) {
    const shade = Object.entries(shades).find(
      ([, words]) => lettersOf(words) === lettersOf(textOf(line)),
    )?.[0]
    if (!find(line, element => hasClass(element, `carte-${shade}`)))
      yield fault(PLACE, `La légende de la carte montre « ${textOf(line).trim()} » dans une autre couleur.`)
  }
  for (const { attribs } of shapes) {
    const code = (attribs['id'] ?? '').replace('carte-', '')
    const shade = attribs['class'] ?? 'aucun'
    if (shade !== shadeOf(code))
      yield fault(PLACE, `La carte montre le département ${code} comme « ${shade} ».`)
  }
  for (const [code, { length }] of byDepartement) {
    const line = lines.find(({ attribs }) => attribs['data-departement'] === code)
    const leads = line?.attribs['href'] === `#departement-${code}`
    const number = find(line, 'small')
    if (!leads || !number || wordsOf(textOf(number))[0] !== String(length))
      yield fault(PLACE, `La liste de la carte ne compte pas ${count(length, 'exemple')} au ${code}.`)
  }
}

type Names = {
  regions: ReadonlyMap<string, string>
  departements: ReadonlyMap<string, string>
  byDepartement: ReadonlyMap<string, readonly LocatedExample[]>
}

/** What is chosen is what is filtered, and a link to a département says its name: in the list, on the map, among the letters. */
function* onChoices(
  root: Parent,
  kit: Kit,
  { regions, departements, byDepartement }: Names,
): Generator<Finding> {
  const named: Record<string, ReadonlyMap<string, string>> = {
    region: regions,
    departement: departements,
    theme: new Map(kit.fiches.flatMap(one => ('titre_court' in one ? [[one.slug, one.titre_court]] : []))),
    famille: new Map(kit.familles.map(({ id, pluriel }) => [id, pluriel])),
  }
  for (const [select, names] of Object.entries(named)) {
    const field = find(root, ({ attribs }) => attribs['name'] === select)
    for (const option of findAll(field, 'option')) {
      const value = option.attribs['value'] ?? ''
      const label = ownText(option).trim()
      if (value !== '' && !lettersOf(label).includes(lettersOf(names.get(value) ?? '?')))
        yield fault(PLACE, `Le filtre dit « ${label} » et choisit « ${names.get(value) ?? value} ».`)
    }
  }
  for (const title of findAll(root, 'title').map(ownText)) {
    const [, said = '', code = '', told = ''] = /^(.*) \((\w+)\), (.*)$/.exec(title) ?? []
    const name = departements.get(code)
    if (name !== undefined && !lettersOf(said).includes(lettersOf(name)))
      yield fault(PLACE, `La carte nomme le département ${code} « ${said} » au lieu de « ${name} ».`)
    const number = byDepartement.get(code)?.length ?? 0
    const right = number === 0 ? 'aucun exemple' : count(number, 'exemple')
    if (name !== undefined && lettersOf(told) !== lettersOf(right))
      yield fault(PLACE, `La carte dit « ${told} » du département ${code}, qui en a ${number}.`)
  }
  for (const link of findAll(root, 'a')) {
    const code = /^#departement-(\w+)$/.exec(link.attribs['href'] ?? '')?.[1]
    const name = departements.get(code ?? '')
    const titles = findAll(link, 'title').map(ownText)
    const label = [link.attribs['aria-label'] ?? '', textOf(link), ...titles].join(' ')
    if (name !== undefined && !lettersOf(label).includes(lettersOf(name)))
      yield fault(PLACE, `« ${label.trim().replace(/\s+/g, ' ')} » mène au département ${code}, ${name}.`)
  }
}
