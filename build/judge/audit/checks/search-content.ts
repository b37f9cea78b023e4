import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { FichePubliee } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { anchorOf, type SearchDocument } from '../../../../src/web/search/documents.ts'
import type { AuditCheck } from '../material.ts'
import { textOf } from '../read/html.ts'
import { readSearch } from '../read/search-index.ts'
import { readSource } from '../source/units.ts'
import { lettersOf, wordsOf } from '../words.ts'
import { inLessons } from './search-lessons.ts'

/** The search knows every section, every example of a fiche, with its place, and what its boxes say, and shows of each part what its page says there. */
export const searchContent: AuditCheck = {
  id: 'recherche-site',
  title: 'La recherche connaît chaque section et chaque exemple des fiches, et en montre le texte',
  async *run({ kit, site, sources }) {
    const pages = await site()
    const search = await readSearch(pages)
    if (search === null) return 'Le site n’a pas de recherche'
    const documents = new Map(search.documents.map(document => [document.adresse, document]))
    for (const fiche of publishedFiches(kit)) {
      const place = `Site, recherche, « ${fiche.titre} »`
      const document = documents.get(`fiches/${fiche.slug}/`)
      const page = pages.pages.get(`fiches/${fiche.slug}/index.html`)
      if (!document || !page) continue
      const anchors = new Set(document.parties.map(anchorOf))
      for (const { ancre, titre } of fiche.corps.plan)
        if (!anchors.has(ancre)) yield fault(place, `La section « ${titre} » n’y est pas.`)
      for (const exemple of fiche.corps.exemples) yield* misplaced(place, document, exemple)
      const pageWords = new Set(wordsOf(`${textOf(page.root)} ${fiche.resume}`))
      yield* strangeTexts(place, document, pageWords)
      yield* unheldTexts(place, document, fiche)
    }
    yield* inLessons(search, await sources())
    const parts = search.documents.reduce((sum, { parties }) => sum + parties.length, 0)
    return `${count(parts, 'partie')} de ${count(documents.size, 'document')}`
  },
}

type Example = { titre: string; lieu: string; ancre: string }

function* misplaced(
  place: string,
  { parties }: SearchDocument,
  { titre, lieu, ancre }: Example,
): Generator<Finding> {
  const part = parties.find(one => anchorOf(one) === ancre)
  if (!part) yield fault(place, `L’exemple « ${titre} » n’y est pas.`)
  else if (!lettersOf(`${part.titre} ${part.texte} ${part.mots ?? ''}`).includes(lettersOf(lieu)))
    yield fault(place, `L’exemple « ${titre} » y est sans son lieu, « ${lieu} ».`)
}

/** @param known every word of the page */
function* strangeTexts(
  place: string,
  { parties }: SearchDocument,
  known: ReadonlySet<string>,
): Generator<Finding> {
  for (const { titre, texte } of parties) {
    const strange = wordsOf(texte).filter(word => !known.has(word))
    if (strange.length > 0)
      yield fault(place, `« ${titre} » y dit « ${strange.slice(0, 5).join(' ')} », que la page ne dit pas.`)
  }
}

/** Fewer words that a search does not have are a cross-reference, or a sign between two of them. */
const FEW = 3

/** What a fiche says is found by its words, in the boxes of its margin too; the numbers of a chart are not sought. */
function* unheldTexts(
  place: string,
  { parties }: SearchDocument,
  { corps: { source, line } }: FichePubliee,
): Generator<Finding> {
  const indexed = new Set(
    parties.flatMap(({ titre, texte, mots }) => wordsOf(`${titre} ${texte} ${mots ?? ''}`)),
  )
  const { units, blocks } = readSource(source, line, () => '')
  const flows = new Map<string, Set<string>>()
  for (const { text, flow } of units) {
    const [name = ''] = /^bloc \d+|^\w+/.exec(flow) ?? []
    const words = flows.get(name) ?? new Set()
    for (const word of wordsOf(text)) if (!indexed.has(word)) words.add(word)
    flows.set(name, words)
  }
  for (const [flow, words] of flows) {
    const block = blocks[Number(/\d+/.exec(flow)?.[0] ?? -1)]
    if (words.size < FEW || block?.nom === 'graphique' || block?.nom === 'schema') continue
    const where = block ? `Le bloc « ${block.nom} » de la ligne ${block.line}` : 'Le texte'
    yield fault(place, `${where} ne s’y trouve pas : « ${[...words].slice(0, 5).join(' ')} ».`)
  }
}
