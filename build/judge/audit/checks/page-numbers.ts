import { authoredOf, isBackCover } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { PdfText } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { headingsOf, nodesOn } from '../read/structure-nodes.ts'
import type { LocatedExample } from '../source/examples.ts'
import { type Listed, placesOf } from '../source/lists.ts'
import { bookmarkTitlesOf, titleOf } from '../source/titles.ts'
import { wordsAfter } from '../word-after.ts'
import { lettersOf, spellingOf, wordsOf } from '../words.ts'

type Documents = ReturnType<typeof pdfDocuments>

/** Yields what is wrong, and returns what was looked at. */
type Part = Generator<Finding, string>

/** Each number printed in the PDF is the page that it names. */
export const pageNumbers: AuditCheck = {
  id: 'numeros-pdf',
  title: 'Les numéros de page du PDF sont justes : folios, sommaire, renvois, index, signets',
  async *run({ kit, pdf }) {
    const file = await pdf()
    const documents = pdfDocuments(file, kit)
    const looked = [
      yield* folios(file, documents),
      yield* sommaire(kit, documents),
      yield* renvois(kit, file, documents),
      yield* territories(file, documents, await placesOf(kit)),
      yield* bookmarks(kit, file, documents),
    ]
    return looked.join(', ')
  },
}

function* folios({ pages, labels }: PdfText, documents: Documents): Part {
  // The two covers bear no folio.
  const bare = new Set(
    documents
      .filter(({ item }) => item.kind === 'couverture' || isBackCover(item))
      .flatMap(document => document.pages.map(({ number }) => number)),
  )
  const numbered = pages.filter(({ number }) => !bare.has(number))
  for (const { number, artefacts } of numbered)
    if (!wordsOf(artefacts).includes(String(number)))
      yield fault(`PDF, page ${number}`, `La page ne porte pas son numéro (${number}).`)
  for (const [index, label] of (labels ?? []).entries())
    if (label !== String(index + 1))
      yield fault(`PDF, page ${index + 1}`, `Un lecteur de PDF la nomme « ${label} ».`)
  return count(numbered.length, 'folio')
}

function* sommaire(kit: Kit, documents: Documents): Part {
  const lines = documents
    .filter(({ item }) => item.kind === 'sommaire')
    .flatMap(({ pages }) => pages.flatMap(({ elements }) => elements))
    .map(wordsOf)
  const listed = documents.filter(({ item }) => item.kind === 'fiche')
  for (const { item, first } of listed) {
    const title = titleOf(kit, item)
    const named = lettersOf(item.kind === 'fiche' ? `${item.fiche.numero} ${title}` : title)
    const printed = lines.find(line => line.slice(0, -1).join('') === named)?.at(-1)
    if (printed !== String(first))
      yield fault(
        'Sommaire du PDF',
        `« ${title} » commence page ${first} ; le sommaire dit ${printed ?? 'autre chose'}.`,
      )
  }
  return count(listed.length, 'ligne du sommaire', 'lignes du sommaire')
}

function* renvois(kit: Kit, { destinations }: PdfText, documents: Documents): Part {
  let total = 0
  for (const { item, pages } of documents) {
    const place = `${titleOf(kit, item)}, PDF`
    const links = pages.flatMap(page => page.links.map(link => ({ ...link, on: page.number })))
    for (const slug of new Set(authoredOf(item)?.corps.renvois.map(({ slug }) => slug))) {
      if (isAnnounced(kit, slug)) continue
      total++
      const page = destinations.get(slug)
      const printed = links
        .filter(({ to }) => to !== null && 'name' in to && to.name === slug)
        .flatMap(({ text, on }) => {
          const number = /p\.[\s\u00a0]*(\d+)\s*$/.exec(text)?.[1]
          return number === undefined ? [] : [{ number: Number(number), on }]
        })
      const renvoi = `Le renvoi vers « ${slug} »`
      if (page === undefined) yield fault(place, `${renvoi} ne mène nulle part.`)
      else if (printed.length === 0) yield fault(place, `${renvoi} ne dit pas sa page (${page}).`)
      else
        for (const { number, on } of printed)
          if (number !== page)
            yield fault(`${place}, page ${on}`, `${renvoi} dit page ${number} au lieu de ${page}.`)
    }
  }
  return count(total, 'renvoi')
}

const isAnnounced = ({ fiches }: Kit, slug: string) =>
  fiches.some(fiche => fiche.slug === slug && fiche.statut === 'a-paraitre')

function* territories(
  { destinations }: PdfText,
  documents: Documents,
  places: readonly Listed<LocatedExample>[],
): Part {
  const index = documents.find(({ item }) => item.kind === 'territoires')?.pages ?? []
  const words = wordsOf(index.map(({ text }) => text).join('\n'))
  const entries = places.flatMap(({ entries }) => entries)
  // Two places may have an example of the same name: each of its pages is there, once.
  const printedOf = new Map<string, (string | null)[]>()
  for (const { fiche, exemple } of entries) {
    const { lieu, titre, ancre } = exemple
    const page = destinations.get(`${fiche.slug}--${ancre}`)
    const phrase = `${lieu} ${titre}`
    const printed = printedOf.get(phrase) ?? wordsAfter(words, phrase)
    printedOf.set(phrase, printed)
    const at = printed.indexOf(String(page))
    if (page !== undefined && at >= 0) printed.splice(at, 1)
    else
      yield fault(
        'Index des territoires du PDF',
        `« ${titre} » (${lieu}) est page ${page ?? '?'} ; l’index dit ${printed.join(', ') || 'autre chose'}.`,
      )
  }
  return count(entries.length, 'ligne d’index', 'lignes d’index')
}

/** Of the bookmarks of a document, those that do not stand under the one of the section of their heading; none where a
 *  heading is missing, which is told elsewhere, or stands at two levels.
 *  @param outline what follows the bookmark of the document */
function nesting(outline: PdfText['outline'], headings: { level: number; text: string }[]): string[] {
  const end = outline.findIndex(({ depth }) => depth === 0)
  const marked = outline.slice(0, end < 0 ? undefined : end).map(bookmark => {
    const levels = headings.flatMap(({ level, text }) =>
      lettersOf(text) === lettersOf(bookmark.title) ? [level] : [],
    )
    // An example may have the title of a section.
    return { ...bookmark, level: new Set(levels).size === 1 ? levels[0] : undefined }
  })
  if (marked.some(({ level }) => level === undefined)) return []
  const above = [1]
  return marked.flatMap(({ title, depth, level = 1 }) => {
    while (above.length > 1 && (above.at(-1) ?? 0) >= level) above.pop()
    return above.push(level) - 1 === depth ? [] : [title]
  })
}

function* bookmarks(kit: Kit, { outline }: PdfText, documents: Documents): Part {
  const place = 'Signets du PDF'
  for (const { item, first, pages } of documents) {
    const title = titleOf(kit, item)
    const spelled = bookmarkTitlesOf(kit, item).map(spellingOf)
    const isThere = outline.some(
      ({ depth, page, title }) => depth === 0 && page === first && spelled.includes(spellingOf(title)),
    )
    if (!isThere) yield fault(place, `Aucun signet « ${title} » ne mène à la page ${first}.`)
    const within = outline.filter(({ page }) => pages.some(({ number }) => number === page))
    const sections = new Set(within.map(({ title }) => spellingOf(title)))
    for (const { titre } of item.kind === 'fiche' ? item.fiche.corps.plan : [])
      if (!sections.has(spellingOf(titre)))
        yield fault(place, `« ${title} » : la section « ${titre} » n’a pas de signet.`)
    const following = outline.slice(1 + outline.findIndex(({ depth, page }) => depth === 0 && page === first))
    const headings = headingsOf(nodesOn(pages))
    for (const signet of nesting(following, headings))
      yield fault(place, `« ${title} » : le signet « ${signet} » n’est pas sous celui de sa section.`)
  }
  for (const { title, page } of outline)
    if (page === null) yield fault(place, `« ${title} » ne mène nulle part.`)
  return count(outline.length, 'signet')
}
