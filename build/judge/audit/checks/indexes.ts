import { addressOf, siteFile } from '../../../../src/addresses.ts'
import { authoredOf, type Item, sequence } from '../../../../src/indexes/sequence.ts'
import { titleOf } from '../../../../src/indexes/title-of.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { align } from '../align.ts'
import type { AuditCheck } from '../material.ts'
import { find, textOf } from '../read/html.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { acronymsOf, familiesOf, type Listed, placesOf, textsIn } from '../source/lists.ts'
import { lettersOf, respelledIn } from '../words.ts'

/** Sommaire, territories and acronyms of each edition name all that they must; no text of the folder is left out. */
export const indexes: AuditCheck = {
  id: 'index',
  title: 'Sommaire, index des territoires et sigles sont complets dans chaque édition',
  async *run({ kit, site, pdf, epub, sources }) {
    yield* unread(kit, await sources())
    const [{ pages }, book, printed] = [await site(), await epub(), pdfDocuments(await pdf(), kit)]
    const wanted = (await listedIn(kit)).filter(({ lists }) => lists.length > 0)
    for (const { item, lists } of wanted) {
      const isSommaire = item.kind === 'sommaire'
      const page = pages.get(siteFile(item))?.root
      const sheets = printed.find(one => one.item.id === item.id)
      // The page of the examples names places in its filter and on its map too.
      const texts = {
        'le site': textOf(find(page, '.index-territoires') ?? find(page, 'main') ?? page),
        'le livre numérique': textOf(book.chapter(addressOf(item, 'epub', kit))?.root),
        'le PDF': (sheets?.pages ?? []).map(({ text }) => text).join('\n'),
      }
      const lines = lists.flatMap(({ heading, entries }) => [heading, ...entries])
      // The printed sommaire names its families before it lists them.
      const ordered = lists.flatMap(({ heading, entries }) => [
        ...(isSommaire ? [] : [heading]),
        ...entries.filter(isLong),
      ])
      const inOrder = ordered.map((text, line) => ({ text, line, flow: 'ordre' }))
      for (const [edition, text] of Object.entries(texts)) {
        const place = `${titleOf(item)}, dans ${edition}`
        const shapes = edition === 'le PDF' && isSommaire ? shapesOf(kit) : []
        for (const missed of misspelled([...lines, ...shapes], text))
          yield fault(place, `Manque : « ${missed} »`)
        for (const { text: moved } of align(inOrder, text.split('\n'), { by: 'lettres' }).disordered)
          yield fault(place, `« ${moved} » n’est pas à sa place.`)
      }
    }
    const total = wanted
      .flatMap(({ lists }) => lists)
      .reduce((sum, { entries }) => sum + 1 + entries.length, 0)
    return `${count(total, 'entrée')} cherchées dans chacune des trois éditions`
  },
}

/** What each index must list, in its order. */
async function listedIn(kit: Kit): Promise<{ item: Item; lists: Listed<string>[] }[]> {
  const places = (await placesOf(kit)).map(({ heading, entries }) => ({
    heading,
    entries: entries.map(({ exemple: { lieu, titre } }) => `${lieu} ${titre}`),
  }))
  const acronyms = acronymsOf(kit).map(acronym => ({ heading: acronym, entries: [] }))
  return [
    { item: { kind: 'sommaire', id: 'sommaire' }, lists: familiesOf(kit) },
    { item: { kind: 'territoires', id: 'territoires' }, lists: places },
    { item: { kind: 'sigles', id: 'sigles' }, lists: acronyms },
  ]
}

/** Texts of the folder that the reading order leaves out, and whose authors do not say that they are to come. */
function* unread(kit: Kit, sources: ReadonlyMap<string, string>): Generator<Finding> {
  const read = sequence(kit).map(item => authoredOf(item)?.file)
  for (const file of textsIn(sources.keys()))
    if (!read.includes(file) && !/\ba-paraitre\b/.test(sources.get(file) ?? ''))
      yield fault(file, 'Aucune édition ne compte ce texte.')
}

/** Where « Un 1 » stands is not sure: other words hold its letters. */
const isLong = (text: string) => lettersOf(text).length >= 16

/** Entries that are not there, or in another case or without their signs; editions order their columns as they like. */
function misspelled(entries: readonly string[], text: string): string[] {
  const units = entries.map((entry, at) => ({ text: entry, line: 1, flow: `entrée ${at}` }))
  const { lost } = align(units, [text], { by: 'lettres' })
  const isRespelled = respelledIn(text)
  return units.filter(unit => lost.includes(unit) || isRespelled(unit.text)).map(unit => unit.text)
}

const SHAPES = { carre: 'le carré', triangle: 'le triangle', disque: 'le disque' } as const

/** The printed sommaire tells which shape is whose, as long as each family has its own. */
function shapesOf(kit: Kit): string[] {
  const familles = kit.familles.filter(({ id }) => kit.fiches.some(({ famille }) => famille === id))
  return new Set(familles.map(({ forme }) => forme)).size < familles.length
    ? []
    : familles.map(({ forme, pluriel }) => `${SHAPES[forme]} pour les ${withinSentence(pluriel)}`)
}

/** A name without its capital, unless it begins with an acronym. */
const withinSentence = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
