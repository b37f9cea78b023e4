import { epubPath } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { uuid5 } from '../../../../src/uuid5.ts'
import { count, type Finding, fault } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, find, findAll, hasClass, textOf } from '../read/html.ts'
import { lettersOf } from '../words.ts'
import { refinementsOf } from './book-refinements.ts'
import { compareSaid } from './compare-said.ts'

/** What an e-book writes around its texts: its notice, the names and marks of its tables, the numbers of its lists. */
export const bookNotice: AuditCheck = {
  id: 'notice-livre',
  title: 'La notice du livre numérique, ses tables et ses listes disent le kit, ses familles et ses fiches',
  async *run({ kit, epub }) {
    const book = await epub()
    yield* inNotice(kit, book)
    yield* refinementsOf(kit, book)
    yield* inTables(kit, book)
    for (const chapter of book.spine) {
      yield* marksIn(kit, chapter)
      yield* numbersIn(kit, chapter)
      yield* columnsIn(chapter)
    }
    return `${count(book.spine.length, 'chapitre')}, notice, table des matières`
  },
}

function* inNotice(kit: Kit, { opf }: EpubText): Generator<Finding> {
  const texts = (holds: (element: Element) => boolean) =>
    findAll(opf, holds)
      .map(element => textOf(element).trim())
      .join(', ')
  const property = (wanted: string) => texts(({ attribs }) => attribs['property'] === wanted)
  const cover = find(opf, ({ attribs }) => attribs['properties']?.split(' ').includes('cover-image') ?? false)
  const root = find(opf, 'package')
  const stated: Record<string, string | undefined> = {
    // An ISBN is compared with those of the kit.
    'dc:identifier':
      kit.isbn.epub ?? texts(({ attribs }) => attribs['id'] === root?.attribs['unique-identifier']),
    langue: root?.attribs['xml:lang'],
    'schema:accessMode': property('schema:accessMode'),
    'schema:accessModeSufficient': property('schema:accessModeSufficient'),
    'image des anciens lecteurs': find(opf, ({ attribs }) => attribs['name'] === 'cover')?.attribs['content'],
    'rôle de l’auteur': texts(
      ({ attribs }) => attribs['refines'] === '#auteur' && attribs['property'] === 'role',
    ),
    'dc:rights': /^© \d{4} .*?(?=\. Licence)/.exec(texts(({ name }) => name === 'dc:rights'))?.[0],
  }
  const wanted: typeof stated = {
    'dc:identifier': kit.isbn.epub ?? `urn:uuid:${uuid5(`urn:kit:${kit.slug}`)}`,
    langue: 'fr-FR',
    'schema:accessMode': 'textual, visual',
    'schema:accessModeSufficient': 'textual',
    'image des anciens lecteurs': cover?.attribs['id'],
    'rôle de l’auteur': 'aut',
    'dc:rights': `© ${kit.edition.annee} ${kit.editeur.nom}`,
  }
  const place = 'Livre numérique, notice'
  yield* compareSaid(place, stated, wanted)
  if (property('schema:accessibilitySummary') === '')
    yield fault(place, 'Elle ne dit pas comment le livre se lit (accessibilitySummary).')
}

const MARKS = { carre: '■', triangle: '▲', disque: '●' } as const

/** Headings and landmarks are in French; each line of a family or of a fiche begins with its mark. */
function* inTables(kit: Kit, { nav }: EpubText): Generator<Finding> {
  const place = 'Livre numérique, table des matières'
  const names: Record<string, string> = {
    toc: 'Table des matières',
    'page-list': 'Pages de l’édition imprimée',
    landmarks: 'Repères',
  }
  const landmarks: Record<string, string> = {
    cover: 'Couverture',
    toc: 'Sommaire',
    bodymatter: 'Les fiches',
    'page-list': 'Pages de l’édition imprimée',
  }
  const headings = findAll(nav.root, 'nav').map(part => {
    const heading = find(part, ({ name }) => /^h\d$/.test(name))
    return { said: textOf(heading), right: names[part.attribs['epub:type'] ?? ''] }
  })
  const links = findAll(nav.root, ({ name, attribs }) => name === 'a' && attribs['epub:type'] !== undefined)
  const lines = findAll(nav.root, ({ name }) => name === 'a' || name === 'span').map(line =>
    textOf(line).trim(),
  )
  const marked = kit.familles.flatMap(({ id, forme, pluriel }) => [
    { mark: MARKS[forme], name: pluriel },
    ...kit.fiches
      .filter(({ famille }) => famille === id)
      .map(({ numero, titre }) => ({ mark: MARKS[forme], name: `${numero}. ${titre}` })),
  ])
  for (const { said, right } of [
    ...headings,
    ...links.map(link => ({ said: textOf(link), right: landmarks[link.attribs['epub:type'] ?? ''] })),
  ].filter(({ said, right }) => right !== undefined && lettersOf(said) !== lettersOf(right)))
    yield fault(place, `« ${said} » au lieu de « ${right} ».`)
  for (const { mark, name } of marked)
    for (const line of lines.filter(
      line => lettersOf(line) === lettersOf(name) && /^[■▲●]/.test(line) && !line.startsWith(mark),
    ))
      yield fault(place, `« ${line} » n’a pas la marque de sa famille, ${mark}.`)
}

type Chapter = EpubText['spine'][number]

/** A fiche bears the mark of its family. */
function marksIn(kit: Kit, { href, root }: Chapter): Finding[] {
  const item = sequence(kit).find(one => epubPath(one) === href)
  if (item?.kind !== 'fiche') return []
  const family = kit.familles.find(({ id }) => id === item.fiche.famille)
  const head = find(root, '.fiche-famille')
  const mark = find(head, '.marque')
  return !family || textOf(mark).trim() === MARKS[family.forme]
    ? []
    : [fault(`Livre numérique, ${href}`, `La fiche n’a pas la marque de sa famille, ${MARKS[family.forme]}.`)]
}

/** Beside a link to a fiche stands its number. */
function* numbersIn(kit: Kit, { href, root }: Chapter): Generator<Finding> {
  if (href !== 'sommaire.xhtml' && href !== 'territoires.xhtml') return
  const numbers = new Map(
    sequence(kit).flatMap(item =>
      item.kind === 'fiche' ? [[epubPath(item), item.fiche.numero] as const] : [],
    ),
  )
  for (const line of findAll(root, 'li')) {
    const [link, other] = findAll(line, 'a')
    const number = numbers.get((link?.attribs['href'] ?? '').replace(/#.*/, ''))
    if (!link || other || number === undefined) continue
    const beside = find(line, element => hasClass(element, 'numero') || hasClass(element, 'reference'))
    const shown = /\d+/.exec(textOf(beside))?.[0]
    if (shown !== String(number))
      yield fault(
        `Livre numérique, ${href}`,
        `« ${textOf(link).trim()} » y est la fiche ${shown ?? '?'} au lieu de ${number}.`,
      )
  }
}

/** In a narrow window a cell says the name of its column. */
function* columnsIn({ href, root }: Chapter): Generator<Finding> {
  for (const table of findAll(root, 'table')) {
    const [head, ...rows] = findAll(table, 'tr').map(row =>
      findAll(row, ({ name }) => name === 'td' || name === 'th'),
    )
    for (const cells of rows)
      for (const [at, cell] of cells.entries()) {
        const label = cell.attribs['data-colonne'] ?? ''
        const title = head?.[at]
        if (at > 0 && cell.name === 'td' && title && lettersOf(label) !== lettersOf(textOf(title)))
          yield fault(
            `Livre numérique, ${href}`,
            `Une cellule de « ${textOf(title).trim()} » se dit de « ${label} ».`,
          )
      }
  }
}
