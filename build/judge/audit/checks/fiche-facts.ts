import { basename } from 'node:path'
import { onlineAddress, siteFile, withBase } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { type Element, find, findAll, type Parent, textOf } from '../read/html.ts'
import { countPages, type PdfText } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import type { SiteText } from '../read/site.ts'
import { orUnreadable } from '../read/unreadable.ts'
import { decodePart } from '../source/addresses.ts'
import { bytesInWords, dateInWords } from '../source/french.ts'
import { lettersOf, spellingOf, wordsOf } from '../words.ts'

/** What the site writes of a fiche beside its text, and of each file that it offers. */
export const ficheFacts: AuditCheck = {
  id: 'reperes-site',
  title:
    'Le site dit de chaque fiche son numéro, sa famille, sa date et son adresse, de chaque fichier ses pages et son poids',
  async *run({ kit, site, pdf }) {
    const pages = await site()
    const fiches = sequence(kit).filter(item => item.kind === 'fiche')
    for (const item of fiches) yield* ofFiche(item, kit, pages)
    yield* ofDownloads(kit, pages, await pdf())
    yield* weightsIn(pages)
    return `${count(fiches.length, 'fiche')} : tête, chemin, citation, partage ; téléchargements de ${count(pages.pages.size, 'page')}`
  },
}

/** A number stands by itself; of all else the letters tell, as typography spaces figures. */
const isSaid = (text: string, wanted: string) =>
  /^[^\d]*\d{1,3}$/.test(wanted)
    ? ` ${spellingOf(text)} `.includes(` ${spellingOf(wanted)} `)
    : lettersOf(text).includes(lettersOf(wanted))

function* ofFiche(item: Extract<Item, { kind: 'fiche' }>, kit: Kit, { pages }: SiteText): Generator<Finding> {
  const page = pages.get(siteFile(item))
  if (!page) return
  const { fiche } = item
  const family = kit.familles.find(({ id }) => id === fiche.famille)
  const part = (name: string) => find(page.root, `.${name}`)
  const link = (within: Parent | undefined, holds: (href: string) => boolean) =>
    within && findAll(within, 'a').find(({ attribs }) => holds(attribs['href'] ?? ''))
  const time = find(part('tete-fiche') ?? page.root, 'time')
  const cited = part('citer')
  const bibtex = find(cited, 'pre')
  const letter = link(page.root, href => /^mailto:.*@.*\?subject=/.test(href))?.attribs['href']
  const address = onlineAddress(item, kit)
  const publisher = kit.editeur.sigle ?? kit.editeur.nom
  const [year, month] = kit.edition.mois.split('-')
  const shared = link(page.root, href => href.startsWith('mailto:?'))?.attribs['href'] ?? ''
  const composer = link(page.root, href => href.includes('?ajouter='))?.attribs['href']
  const says = (what: string, said: string | undefined, wanted: readonly string[]) =>
    wanted
      .filter(text => !isSaid(said ?? '', text))
      .map(text =>
        fault(`${fiche.titre}, site (${what})`, `« ${text} » n’y est pas ; lu : « ${(said ?? '').trim()} ».`),
      )
  yield* says('famille et numéro', text(part('tete-famille')), [
    family?.singulier ?? '',
    `numéro ${fiche.numero}`,
  ])
  yield* says('grand numéro', text(part('tete-numero')), [String(fiche.numero)])
  yield* says('date', time && `${text(time)} ${time.attribs['datetime']}`, [
    dateInWords(fiche.maj),
    fiche.maj,
  ])
  yield* says('chemin', link(part('fil'), href => href === withBase('/', kit)) && 'accueil', ['accueil'])
  yield* says(
    'chemin',
    link(part('fil'), href => href.endsWith(`/familles/${fiche.famille}/`)) && 'famille',
    ['famille'],
  )
  if (cited) {
    yield* says('citation', text(cited), [
      fiche.titre,
      `fiche ${fiche.numero}`,
      kit.titre,
      publisher,
      dateInWords(kit.edition.mois),
      ...(address ? [address] : []),
    ])
    yield* says('citation BibTeX', text(bibtex), [
      `title ${fiche.titre}`,
      `publisher ${publisher}`,
      `year ${year}`,
      `month ${Number(month)}`,
      `chapter ${fiche.numero}`,
      ...(address ? [`url ${address}`] : []),
    ])
    // What a part of the fiche is cited with.
    yield* says('citation d’une partie', cited.attribs['data-source'], [
      `titre ${fiche.titre}`,
      `numero ${fiche.numero}`,
      `kit ${kit.titre}`,
      `mois ${kit.edition.mois}`,
    ])
  }
  if (letter) yield* says('courriel', decodePart(letter), [`fiche ${fiche.numero}`, fiche.titre])
  if (address && shared) yield* says('partage', decodePart(shared), [address])
  for (const next of findAll(page.root, ({ attribs }) => /^(?:prev|next)$/.test(attribs['rel'] ?? ''))) {
    const neighbour = kit.fiches.find(({ slug }) => next.attribs['href']?.endsWith(`/fiches/${slug}/`))
    const { id = '', singulier = '' } = kit.familles.find(({ id }) => id === neighbour?.famille) ?? {}
    yield* says('fiche voisine', `${text(next)} ${next.attribs['class']}`, [singulier, `famille-${id}`])
  }
  const minutes = Number.parseInt(minutesOf(page.root, 'tete-reperes') ?? '', 10)
  const read = wordsOf(textOf(part('corps') ?? page.root)).length / WORDS_A_MINUTE
  // Words are counted otherwise here, and what stands at the foot of a fiche too.
  if (!(minutes >= 0.7 * read - 1 && minutes <= 1.2 * read + 1))
    yield fault(
      `${fiche.titre}, site (temps de lecture)`,
      `${minutes} min au lieu de ${Math.ceil(read)} environ.`,
    )
  for (const card of cardsOf(pages, fiche.slug)) {
    const within = (name: string) => text(find(card, `.${name}`))
    yield* says('famille d’une carte', within('carte-famille'), [family?.singulier ?? ''])
    yield* says('numéro d’une carte', within('carte-numero'), [String(fiche.numero)])
    yield* says('temps de lecture d’une carte', minutesOf(card, 'carte-pied'), [
      minutesOf(page.root, 'tete-reperes') ?? '',
    ])
  }
  if (composer) yield* says('composer', composer, [`ajouter=${fiche.numero}`])
}

/** What people read, at an easy pace. */
const WORDS_A_MINUTE = 220

/** The cards that lead to a fiche, wherever they are. */
const cardsOf = (pages: SiteText['pages'], slug: string): Element[] =>
  [...pages.values()].flatMap(({ root }) =>
    findAll(root, '.carte').filter(card =>
      find(card, ({ attribs }) => attribs['href']?.endsWith(`/fiches/${slug}/`) ?? false),
    ),
  )

/** « 5 min »: how long a fiche is read, as a part of a page tells it. */
const minutesOf = (root: Parent, part: string) => /\d+\smin/.exec(text(find(root, `.${part}`)) ?? '')?.[0]

const text = (element: Element | undefined) => element && textOf(element)

/** « PDF, 2 pages, 40 ko »: what is told of a file before it is fetched. */
async function* ofDownloads(
  kit: Kit,
  { pages, files, read }: SiteText,
  pdf: PdfText,
): AsyncGenerator<Finding> {
  const counts = new Map<string, number>([[`${kit.slug}-ecran.pdf`, pdf.pages.length]])
  for (const { item, pages } of pdfDocuments(pdf, kit))
    if (item.kind === 'fiche')
      for (const path of files)
        if (new RegExp(`/\\d+-${item.id}\\.pdf$`).test(path)) counts.set(basename(path), pages.length)
  for (const path of files)
    if (/-impression[\w-]*\.pdf$/.test(path))
      counts.set(
        basename(path),
        await orUnreadable(`Site, ${path}`, async () => countPages(await read(path))),
      )
  const weights = new Map<string, string>()
  yield* toPrinter(pages.get('imprimeur/index.html')?.root, counts)
  const base = withBase('/', kit)
  for (const { path, root } of pages.values())
    for (const link of findAll(root, ({ name, attribs }) => name === 'a' && attribs['href'] !== undefined)) {
      const [address = '', place] = (link.attribs['href'] ?? '').split('#')
      const target = address.replace(base, '')
      if (!/^(?:telechargements|donnees)\//.test(target) || !files.has(target)) continue
      if (!weights.has(target)) weights.set(target, bytesInWords((await read(target)).length))
      const label = textOf(link).replace(/\s+/g, ' ')
      const weight = /(?:\d )?[\d,.]+ [kM]o\b/.exec(label)?.[0]
      const sheets = /(\d+) pages?\b/.exec(label)?.[1]
      const real = { weight: weights.get(target)?.replace(/\s/g, ' '), sheets: counts.get(basename(target)) }
      // RGAA 13.3: format, weight and language are said before.
      if (weight !== real.weight)
        yield fault(`Site, ${path}`, `${target} pèse ${real.weight} ; le lien dit ${weight ?? 'rien'}.`)
      // A link to one page of a file says which page.
      if (real.sheets !== undefined && sheets !== String(real.sheets) && (sheets || !place))
        yield fault(
          `Site, ${path}`,
          `${target} a ${count(real.sheets, 'page')} ; le lien dit ${sheets ?? 'rien'}.`,
        )
    }
}

/** What is weighed before it is composed: « data-poids-livre » of « data-livre ». */
async function* weightsIn({ pages, files, read }: SiteText): AsyncGenerator<Finding> {
  const root = pages.get('composer/index.html')?.root
  const offers = [
    ...Object.entries(find(root, '.composer')?.attribs ?? {}).map(([name, address], _, all) => ({
      address,
      weight: new Map(all).get(name.replace('data-', 'data-poids-')),
    })),
    ...findAll(root, 'li').map(line => ({
      address: find(line, 'a')?.attribs['href'] ?? '',
      weight: find(line, 'input')?.attribs['data-poids'],
    })),
  ]
  for (const { address, weight } of offers) {
    const path = /\/(telechargements\/.*)$/.exec(address)?.[1] ?? ''
    if (weight === undefined || !files.has(path)) continue
    const real = bytesInWords((await read(path)).length)
    if (weight.replace(/\s/g, '') !== real.replace(/\s/g, ''))
      yield fault(
        'Site, composer/index.html',
        `${path} pèse ${real} ; le lien dit ${weight.replace(/\s/g, ' ')}.`,
      )
  }
}

/** « Pages : 56 », of each file to print. */
function toPrinter(root: Parent | undefined, counts: ReadonlyMap<string, number>): Finding[] {
  if (!root) return []
  const listed = findAll(root, 'div').flatMap(line => {
    const of = (tag: 'dt' | 'dd') => text(find(line, tag))?.trim() ?? ''
    return of('dt') === 'Pages' ? [of('dd')] : []
  })
  const real = [...counts].flatMap(([file, sheets]) => (file.includes('-impression') ? [String(sheets)] : []))
  return listed.sort().join() === real.sort().join()
    ? []
    : [fault('Site, imprimeur/index.html', `Pages : ${listed.join(', ')} au lieu de ${real.join(', ')}.`)]
}
