import { departements, fold } from '../text/index.ts'
import type { Engine, SearchData, SearchDocument, SearchHit } from './documents.ts'
import { examplesOfPlace } from './examples-of-place.ts'
import { readNames } from './places.ts'
import { readQuery, readSynonyms, subjectOf, type Wish } from './query.ts'
import { rank } from './rank.ts'
import { type IndexEntry, openIndex } from './text-index.ts'
import { plainStemsOf } from './words.ts'

/** Parts shown of one document beside the best. */
const OTHER_PARTS = 3

export function openEngine({ documents, synonymes, lieux }: SearchData): Engine {
  const index = openIndex(documents)
  const acronyms = index.entries.flatMap(({ part: { genre, titre, texte } }) =>
    genre === 'sigle' ? [[titre, texte]] : [],
  )
  const lexicon = { index, synonyms: readSynonyms([...synonymes, ...acronyms]), names: readNames(lieux) }
  const byName = documentsByName(documents)
  const explained = new Map(
    acronyms.map(([acronym = '', meaning = '']) => [lettersOf(acronym), { acronym, meaning }]),
  )
  return {
    search(typed) {
      const [question] = index.weightsOf('definition') ? (asksDefinition.exec(typed) ?? []) : []
      const query = question === undefined ? typed : typed.replace(question, definition)
      const { wishes, corrected, unheld, region, place, beside } = readQuery(query, lexicon)
      const ranked = hitsOf(wishes)
      const hits = beside ? [] : ranked
      const named = (byName.get(lettersOf(query)) ?? byName.get(lettersOf(subjectOf(query))) ?? []).map(
        document => hits.find(hit => hit.document === document) ?? asHit(document),
      )
      const meaning = meaningOf(query)
      const first = [...meaning, ...named]
      const found = [...first, ...hits.filter(hit => !first.includes(hit))]
      const inRegion: Wish[] =
        region === null ? [] : [{ ways: [{ stems: [region], weight: 1, name: region }], share: 1 }]
      const around = found.length > 0 ? [] : hitsOf(inRegion).flatMap(examplesOfHit)
      return {
        examples: place === null ? null : examplesOfPlace(place, index.entries, { documents, lieux }),
        found,
        corrected: (hits.length > 0 && corrected?.replace(definition, question ?? definition)) || null,
        unheld,
        near:
          around.length > 0
            ? { region, found: around }
            : { region: null, found: found.length > 0 ? [] : ranked },
      }
    },
  }

  /** The acronym that a query asks the meaning of, unless a fiche is about it: « que veut dire EPCI ». */
  function meaningOf(query: string): SearchHit[] {
    const { acronym, meaning } = explained.get(lettersOf(query.replace(asksMeaning, ' '))) ?? {}
    if (acronym === undefined || !asksMeaning.test(query)) return []
    const ways = [acronym, meaning ?? ''].map(plainStemsOf)
    const isTitle = (title = '') => ways.some(way => way.every(stem => plainStemsOf(title).includes(stem)))
    if (documents.some(({ famille, parties: [whole] }) => famille && isTitle(whole?.titre))) return []
    return documents.flatMap(document => {
      const parts = document.parties.filter(({ genre, titre }) => genre === 'sigle' && titre === acronym)
      return parts.length > 0 ? [{ document, parts, stems: new Set<string>() }] : []
    })
  }

  function hitsOf(wishes: readonly Wish[]): SearchHit[] {
    if (wishes.length === 0) return []
    return rank(wishes, index).map(({ document, entries }) => {
      const shown = entries.slice(0, 1 + OTHER_PARTS)
      return { document, parts: shown.map(({ part }) => part), stems: markedIn(shown, wishes) }
    })
  }
}

/** What stands for such a question: texts and keywords with that word answer it. */
const definition = 'définition '

/** `c'est quoi`, `qu'est-ce que` */
const asksDefinition = /(?<!\p{L})(?:c[’' ]?est quoi|qu[’' ]?est[- ]ce qu(?:e |[’']))/iu

const asksMeaning =
  /(?<!\p{L})(?:qu[e’']|(?:c[’']est )?quoi|est-ce|ça|ca|veu(?:t|lent) dire|signifient?|signification|d[ée]finition|sigle|acronyme|l[e’']|la|les|des?|du|une?)(?!\p{L})/giu

const examplesOfHit = (hit: SearchHit): SearchHit[] => {
  const parts = hit.parts.filter(({ genre }) => genre === 'exemple')
  return parts.length > 0 ? [{ ...hit, parts }] : []
}

/** Marks each word that was typed, the code of a département that was (« Creuse »: 23); what means the same where it stands whole in the
 *  parts, and no word of it alone. */
const markedIn = (entries: readonly IndexEntry[], wishes: readonly Wish[]): ReadonlySet<string> =>
  new Set(
    wishes
      .flatMap(({ ways: [typed, ...others] }) => [
        ...(typed ? [typed] : []),
        ...others.filter(({ stems }) => entries.some(entry => entry.says(stems.join(' ')))),
      ])
      .flatMap(({ stems, name = '' }) => [...stems, ...(codes.get(name) ?? [])]),
  )

/** Name of a département → its code, alone. */
const codes: ReadonlyMap<string, [string]> = new Map(
  [...departements].map(([code, name]) => [name, [code.toLowerCase()]]),
)

/** Documents by their whole titles, and by kind and number (`fiche 8`, `levier 8`, `fiche levier 8`): their words may all be such as no search
 *  looks for. */
function documentsByName(documents: readonly SearchDocument[]): ReadonlyMap<string, SearchDocument[]> {
  const byName = new Map<string, SearchDocument[]>()
  for (const document of documents) {
    const { genre, parties } = document
    const [whole = '', kind = '', family = '', number = ''] =
      lettersOf(genre).match(/^(\S+) (.*?)(\d+)$/) ?? []
    const numbered = number === '' ? [] : [whole, `${kind} ${number}`, family + number]
    const titles = parties.slice(0, 1).map(({ titre }) => lettersOf(titre))
    for (const name of new Set([...titles, ...numbered]))
      byName.set(name, [...(byName.get(name) ?? []), document])
  }
  return byName
}

const lettersOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ n(?:o|um|umero)?(?= \d)/, '')
    .trim()

const asHit = (document: SearchDocument): SearchHit => ({
  document,
  parts: document.parties.slice(0, 1),
  stems: new Set(),
})
