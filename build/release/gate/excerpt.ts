import type { Choice, ExcerptList } from '../../../src/excerpt/list.ts'
import { publishedFiches } from '../../../src/indexes/published.ts'
import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, fault, type Look } from '../../../src/problems/finding.ts'
import { makeEpubExcerpt } from '../../epub/excerpt/index.ts'
import { faultsOfBook } from '../../judge/audit/checks/accessibility-epub.ts'
import { type EpubText, readEpub } from '../../judge/audit/read/epub.ts'
import { type PdfText, readPdf } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { orUnreadable, readJson } from '../../judge/audit/read/unreadable.ts'
import { lettersOf } from '../../judge/audit/words.ts'
import { makeExcerpt } from '../../pdf/excerpt/cut/index.ts'
import { deflate } from '../../pdf/object/zlib/fflate.ts'
import { readArtefact } from '../manifest.ts'
import type { Edition } from './edition.ts'
import { judgeChoices, overlaid } from './excerpt-choices.ts'

const PLACE = 'Fiches choisies'

const LIST: ExcerptList = {
  metadata: { title: '', author: '', subject: null, creator: '', language: '', date: '' },
  slug: '',
  families: [''],
  fiches: [{ id: '', number: 0, family: '', keywords: [''], first: 0, last: 0, acronyms: [0] }],
  addresses: {},
}

/** What a reader would get who chose every fiche: the list names each with its pages, and the pieces are those of the kit. */
export async function* judgeExcerpt({ material, dir, manifest }: Edition): Look {
  const { kit, pdf, signal } = material
  const read = (ending: string) => readArtefact(dir, manifest, 'extrait', ending)
  const whole = await pdf()
  const list = readJson(`${PLACE}, extrait-liste.json`, new TextDecoder().decode(await read('.json')), LIST)
  const listed = inList(kit, whole, list)
  yield* listed
  if (listed.length > 0) return 'Liste des fiches'
  const printed = { whole: await readArtefact(dir, manifest, 'pdf-ecran'), template: await read('.pdf') }
  const pdfOf = (choice: Choice) => makeExcerpt({ ...printed, list, choice, deflate })
  const all = { numbers: list.fiches.map(({ number }) => number), duplex: false }
  const excerpt = await orUnreadable(`${PLACE}, PDF`, async () => readPdf(await pdfOf(all), signal))
  const wholeBook = await readArtefact(dir, manifest, 'epub')
  const bookOf = (choice: Pick<Choice, 'numbers'>) => makeEpubExcerpt({ whole: wholeBook, list, choice })
  yield* inPages(kit, whole, excerpt, list)
  yield* inBook(
    await orUnreadable(`${PLACE}, livre numérique`, async () => readEpub(await bookOf(all))),
    list,
  )
  yield* judgeChoices({ kit, list, pdfOf, bookOf, signal })
  return `${count(list.fiches.length, 'fiche choisie', 'fiches choisies')}, ${count(excerpt.pages.length, 'page')}`
}

/** It is a valid book, and holds every fiche. */
async function* inBook(book: EpubText, { fiches }: ExcerptList): AsyncGenerator<Finding> {
  for await (const finding of faultsOfBook(book)) yield { ...finding, place: `${PLACE}, ${finding.place}` }
  for (const { id, number } of fiches)
    if (!book.spine.some(({ href }) => href === `fiche-${id}.xhtml`))
      yield fault(PLACE, `La fiche ${number} n’est pas dans le livre numérique.`)
}

/** Each fiche, its number, keywords and folios. */
function inList(kit: Kit, whole: PdfText, list: ExcerptList): Finding[] {
  const printed = pdfDocuments(whole, kit).flatMap(({ item, first, pages }) =>
    item.kind === 'fiche'
      ? [
          `${item.fiche.numero} ${item.id} p. ${first} à ${first + pages.length - 1} (${item.fiche.mots_cles.join(', ')})`,
        ]
      : [],
  )
  const listed = list.fiches.map(
    ({ number, id, first, last, keywords }) =>
      `${number} ${id} p. ${first} à ${last} (${keywords.join(', ')})`,
  )
  return printed.flatMap((line, at) =>
    listed[at] === line
      ? []
      : [fault(PLACE, `La liste dit « ${listed[at] ?? 'rien'} » au lieu de « ${line} ».`)],
  )
}

/** Around the fiches a cover and a sommaire that name them; their pages as they are in the kit. */
function* inPages(kit: Kit, whole: PdfText, excerpt: PdfText, list: ExcerptList): Generator<Finding> {
  const labels = excerpt.labels ?? []
  const folios = list.fiches.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  )
  const strange = folios.filter(folio => {
    const [page, wanted] = [excerpt.pages[labels.indexOf(String(folio))], whole.pages[folio - 1]]
    return page?.text !== wanted?.text || page?.artefacts !== wanted?.artefacts
  })
  const [cover, ...around] = excerpt.pages.filter((_, at) => /^[ivx]+$/.test(labels[at] ?? ''))
  const contents = lettersOf(around.map(({ text }) => text).join(' '))
  for (const page of around) for (const wrong of overlaid(page)) yield fault(PLACE, wrong)
  const titles = publishedFiches(kit).map(({ titre }) => titre)
  for (const folio of strange) yield fault(PLACE, `La page ${folio} n’est pas celle du kit.`)
  if (!lettersOf(cover?.text ?? '').includes(lettersOf(kit.titre)))
    yield fault(PLACE, 'La couverture ne nomme pas le kit.')
  for (const title of titles.filter(title => !contents.includes(lettersOf(title))))
    yield fault(PLACE, `Le sommaire ne nomme pas « ${title} ».`)
  for (const sigle of Object.keys(kit.sigles).filter(
    sigle => usesIn(kit, list, sigle) && !contents.includes(lettersOf(kit.sigles[sigle] ?? '')),
  ))
    yield fault(PLACE, `Les sigles ne disent pas « ${sigle} ».`)
}

/** Whether the text of a fiche says an acronym. */
const usesIn = (kit: Kit, { fiches }: ExcerptList, sigle: string): boolean =>
  publishedFiches(kit).some(
    fiche =>
      fiches.some(({ id }) => id === fiche.slug) &&
      ` ${fiche.corps.texte.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${sigle} `),
  )
