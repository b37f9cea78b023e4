import { indexesOf } from '../../../../src/indexes/indexes.ts'
import { isBackCover } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import { type PdfText, type StructureNode, spoken } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { bookmarkTitlesOf, titleOf } from '../source/titles.ts'
import { wordsAfter } from '../word-after.ts'
import { lettersOf, wordsOf } from '../words.ts'

type Documents = ReturnType<typeof pdfDocuments>

/** Each number printed in the PDF is the page that it names. */
export const pageNumbers: AuditCheck = {
  id: 'numeros-pdf',
  title: 'Les numéros de page du PDF sont justes : folios, sommaire, renvois, index, signets',
  subject: 'pdf',
  async run({ kit, pdf }) {
    const file = await pdf()
    const documents = pdfDocuments(file, kit)
    const parts = [
      folios(file, documents),
      sommaire(kit, documents),
      renvois(kit, file, documents),
      territories(kit, file, documents),
      bookmarks(kit, file, documents),
    ]
    return verified(
      parts.map(({ evidence }) => evidence).join(', '),
      parts.flatMap(({ findings }) => findings),
    )
  },
}

type Part = { evidence: string; findings: Finding[] }

function folios({ pages, labels }: PdfText, documents: Documents): Part {
  // The two covers bear no folio.
  const bare = new Set(
    documents
      .filter(({ item }) => item.kind === 'couverture' || isBackCover(item))
      .flatMap(document => document.pages.map(({ number }) => number)),
  )
  const numbered = pages.filter(({ number }) => !bare.has(number))
  const lost = numbered.filter(({ number, artefacts }) => !wordsOf(artefacts).includes(String(number)))
  return {
    evidence: count(numbered.length, 'folio'),
    findings: [
      ...lost.map(({ number }) =>
        fault(`PDF, page ${number}`, `La page ne porte pas son numéro (${number}).`),
      ),
      ...(labels ?? []).flatMap((label, index) =>
        label === String(index + 1)
          ? []
          : [fault(`PDF, page ${index + 1}`, `Un lecteur de PDF la nomme « ${label} ».`)],
      ),
    ],
  }
}

function sommaire(kit: Kit, documents: Documents): Part {
  const lines = documents
    .filter(({ item }) => item.kind === 'sommaire')
    .flatMap(({ pages }) => pages.flatMap(({ elements }) => elements))
    .map(wordsOf)
  const listed = documents.filter(({ item }) => item.kind === 'fiche')
  const findings = listed.flatMap(({ item, first }) => {
    const title = titleOf(kit, item)
    const named = lettersOf(item.kind === 'fiche' ? `${item.fiche.numero} ${title}` : title)
    const printed = lines.find(line => line.slice(0, -1).join('') === named)?.at(-1)
    if (printed === String(first)) return []
    return [
      fault(
        'Sommaire du PDF',
        `« ${title} » commence page ${first} ; le sommaire dit ${printed ?? 'autre chose'}.`,
      ),
    ]
  })
  return { evidence: count(listed.length, 'ligne du sommaire', 'lignes du sommaire'), findings }
}

function renvois(kit: Kit, { destinations }: PdfText, documents: Documents): Part {
  let total = 0
  const findings = documents.flatMap(({ item, pages }) => {
    if (item.kind !== 'fiche' && item.kind !== 'page') return []
    const { corps } = item.kind === 'fiche' ? item.fiche : item.page
    const announced = new Set(
      kit.fiches.filter(({ statut }) => statut === 'a-paraitre').map(({ slug }) => slug),
    )
    const slugs = [...new Set(corps.renvois.map(({ slug }) => slug))].filter(slug => !announced.has(slug))
    const links = pages.flatMap(page => page.links.map(link => ({ ...link, on: page.number })))
    total += slugs.length
    return slugs.flatMap((slug): Finding[] => {
      const page = destinations.get(slug)
      const printed = links
        .filter(({ to }) => to !== null && 'name' in to && to.name === slug)
        .flatMap(({ text, on }) => {
          const number = /p\.[\s\u00a0]*(\d+)\s*$/.exec(text)?.[1]
          return number === undefined ? [] : [{ number: Number(number), on }]
        })
      const place = `${titleOf(kit, item)}, PDF`
      if (page === undefined) return [fault(place, `Le renvoi vers « ${slug} » ne mène nulle part.`)]
      if (printed.length === 0)
        return [fault(place, `Le renvoi vers « ${slug} » ne dit pas sa page (${page}).`)]
      return printed
        .filter(({ number }) => number !== page)
        .map(({ number, on }) =>
          fault(`${place}, page ${on}`, `Le renvoi vers « ${slug} » dit page ${number} au lieu de ${page}.`),
        )
    })
  })
  return { evidence: count(total, 'renvoi'), findings }
}

function territories(kit: Kit, { destinations }: PdfText, documents: Documents): Part {
  const words = wordsOf(
    documents
      .find(({ item }) => item.kind === 'territoires')
      ?.pages.map(({ text }) => text)
      .join('\n') ?? '',
  )
  const { territoires } = indexesOf(kit)
  const entries = [...territoires.departements, ...territoires.ailleurs].flatMap(({ exemples }) => exemples)
  // Two places may have an example of the same name: each of its pages is there, once.
  const printedOf = new Map<string, (string | null)[]>()
  const findings = entries.flatMap(({ fiche, lieu, titre, ancre }) => {
    const page = destinations.get(`${fiche.slug}--${ancre}`)
    const phrase = `${lieu} ${titre}`
    const printed = printedOf.get(phrase) ?? wordsAfter(words, phrase)
    printedOf.set(phrase, printed)
    const at = printed.indexOf(String(page))
    if (page !== undefined && at >= 0) {
      printed.splice(at, 1)
      return []
    }
    return [
      fault(
        'Index des territoires du PDF',
        `« ${titre} » (${lieu}) est page ${page ?? '?'} ; l’index dit ${printed.join(', ') || 'autre chose'}.`,
      ),
    ]
  })
  return { evidence: count(entries.length, 'ligne d’index', 'lignes d’index'), findings }
}

const spelling = (title: string) => wordsOf(title).join(' ')

/** Of the bookmarks of a document, those that do not stand under the one of the section of their heading; none where a
 *  heading is missing, which is told elsewhere.
 *  @param outline what follows the bookmark of the document */
function nesting(outline: PdfText['outline'], headings: { level: number; text: string }[]): string[] {
  const end = outline.findIndex(({ depth }) => depth === 0)
  const left = [...headings]
  const marked = outline.slice(0, end < 0 ? undefined : end).map(bookmark => {
    const at = left.findIndex(({ text }) => lettersOf(text) === lettersOf(bookmark.title))
    return { ...bookmark, level: left.splice(at, at < 0 ? 0 : 1)[0]?.level }
  })
  if (marked.some(({ level }) => level === undefined)) return []
  const above = [1]
  return marked.flatMap(({ title, depth, level = 1 }) => {
    while (above.length > 1 && (above.at(-1) ?? 0) >= level) above.pop()
    return above.push(level) - 1 === depth ? [] : [title]
  })
}

const headingsIn = (node: StructureNode): { level: number; text: string }[] => [
  ...(/^H[1-6]$/.test(node.role) ? [{ level: Number(node.role[1]), text: spoken(node) }] : []),
  ...node.children.flatMap(headingsIn),
]

function bookmarks(kit: Kit, { outline }: PdfText, documents: Documents): Part {
  const findings = documents.flatMap(({ item, first, pages }) => {
    const title = titleOf(kit, item)
    const spelled = bookmarkTitlesOf(kit, item).map(spelling)
    const hasBookmark = outline.some(
      ({ depth, page, title }) => depth === 0 && page === first && spelled.includes(spelling(title)),
    )
    const missing = hasBookmark
      ? []
      : [fault('Signets du PDF', `Aucun signet « ${title} » ne mène à la page ${first}.`)]
    const plan = item.kind === 'fiche' ? item.fiche.corps.plan : []
    const numbers = new Set(pages.map(({ number }) => number))
    const sections = plan.filter(
      section =>
        !outline.some(
          ({ title, page }) =>
            page !== null && numbers.has(page) && spelling(title) === spelling(section.titre),
        ),
    )
    return [
      ...missing,
      ...sections.map(({ titre }) =>
        fault('Signets du PDF', `« ${title} » : la section « ${titre} » n’a pas de signet.`),
      ),
      ...nesting(
        outline.slice(1 + outline.findIndex(({ depth, page }) => depth === 0 && page === first)),
        pages.flatMap(({ structure }) => (structure ? headingsIn(structure) : [])),
      ).map(signet =>
        fault('Signets du PDF', `« ${title} » : le signet « ${signet} » n’est pas sous celui de sa section.`),
      ),
    ]
  })
  const lost = outline.filter(({ page }) => page === null)
  return {
    evidence: count(outline.length, 'signet'),
    findings: [
      ...findings,
      ...lost.map(({ title }) => fault('Signets du PDF', `« ${title} » ne mène nulle part.`)),
    ],
  }
}
