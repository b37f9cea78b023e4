import { epubPath } from '../../../../src/addresses.ts'
import { type Item, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, find, findAll, hasClass, textOf } from '../read/html.ts'
import { refining } from './book-refinements.ts'

/** What each part of the e-book is, for the readers that list, skip and announce parts. */
export const bookParts: AuditCheck = {
  id: 'parties-livre',
  title: 'Chaque partie du livre numérique dit ce qu’elle est : fiche, index, annexe, exemple, page imprimée',
  async *run({ kit, epub }) {
    const book = await epub()
    yield* chaptersOf(kit, book)
    for (const { href, root } of [...book.spine, book.nav])
      yield* [...findAll(root, ({ name }) => name !== 'a').flatMap(misnamed), ...blocksOf(root)].map(
        message => fault(`Livre numérique, ${href}`, message),
      )
    yield* titlesOf(kit, book)
    return `${count(book.spine.length, 'chapitre')}, blocs, repères, titres de la notice`
  },
}

/** The role that says to assistive tools what each term of EPUB says to readers. @see https://www.w3.org/TR/epub-aam-10/ */
const ROLES: Readonly<Record<string, string>> = {
  appendix: 'doc-appendix',
  chapter: 'doc-chapter',
  colophon: 'doc-colophon',
  example: 'doc-example',
  index: 'doc-index',
  'page-list': 'doc-pagelist',
  pagebreak: 'doc-pagebreak',
  preface: 'doc-preface',
  tip: 'doc-tip',
  toc: 'doc-toc',
}

const semanticsOf = ({ attribs }: Element) => ({ type: attribs['epub:type'], role: attribs['role'] })
const nameOf = (type: string | undefined, role: string | undefined) =>
  [type, role].filter(one => one !== undefined).join(', ') || 'rien'

function misnamed(element: Element): string[] {
  const { type, role } = semanticsOf(element)
  const wanted = type === undefined ? undefined : ROLES[type]
  return wanted === undefined || role === wanted
    ? []
    : [`Une partie est « ${type} » pour un lecteur, et « ${role ?? 'rien'} » pour une machine à lire.`]
}

/** The term of a chapter; undefined: EPUB has none that fits. */
function termOf(item: Item): string | undefined {
  switch (item.kind) {
    case 'couverture':
      return 'cover'
    case 'fiche':
      return 'chapter'
    case 'territoires':
      return 'index'
    case 'page':
      if (item.page.gabarit !== 'texte') return item.page.gabarit === 'colophon' ? 'colophon' : 'backmatter'
      return item.page.partie === 'liminaires' ? 'preface' : 'appendix'
    default:
      return undefined
  }
}

function* chaptersOf(kit: Kit, book: EpubText): Generator<Finding> {
  for (const item of sequence(kit)) {
    const chapter = book.chapter(epubPath(item))
    const part = find(chapter?.root, ({ name }) => /^(?:section|nav|div)$/.test(name))
    if (!chapter || !part) continue
    const { type, role } = semanticsOf(part)
    const term = termOf(item)
    const wanted = item.kind === 'sommaire' ? 'doc-toc' : ROLES[term ?? '']
    const label = part.attribs['aria-labelledby']
    const title = find(chapter.root, 'h1')
    const entries = findAll(part, ({ attribs }) => attribs['epub:type'] === 'index-entry')
    const places = findAll(part, '.index-entree')
    const say = (message: string) => fault(`Livre numérique, ${chapter.href}`, message)
    if (type !== term || role !== wanted)
      yield say(`Le chapitre se dit « ${nameOf(type, role)} » au lieu de « ${nameOf(term, wanted)} ».`)
    if (title !== undefined && label !== title.attribs['id'])
      yield say('Le chapitre n’est pas nommé par son titre (aria-labelledby).')
    if (entries.length !== places.length)
      yield say(`L’index a ${count(places.length, 'entrée')} et en annonce ${entries.length}.`)
  }
}

/** An example and a tip are that, each other block is a note: a landmark without a name would be none. */
const BLOCKS: Readonly<Record<string, string>> = { exemple: 'doc-example', info: 'doc-tip' }

const blocksOf = (root: EpubText['nav']['root']): string[] =>
  findAll(root, element => element.name === 'aside' && hasClass(element, 'bloc')).flatMap(block => {
    const name = /^bloc ([\w-]+)/.exec(block.attribs['class'] ?? '')?.[1] ?? ''
    const { role } = semanticsOf(block)
    const wanted = BLOCKS[name] ?? 'note'
    const words = textOf(block).trim().replace(/\s+/g, ' ').slice(0, 40)
    return role === wanted ? [] : [`« ${words} » se dit « ${role ?? 'rien'} » au lieu de « ${wanted} ».`]
  })

/** The notice says which title is the main one. */
function* titlesOf(kit: Kit, { opf }: EpubText): Generator<Finding> {
  const types = findAll(opf, 'dc:title').map(title => refining(opf, title, 'title-type').join())
  const wanted = kit.sous_titre ? ['main', 'subtitle'] : ['main']
  if (types.join() !== wanted.join())
    yield fault(
      'Livre numérique, notice',
      `Ses titres se disent « ${types.join(', ')} » au lieu de « ${wanted.join(', ')} ».`,
    )
}
