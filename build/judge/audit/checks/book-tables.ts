import { posix } from 'node:path'
import { epubPath } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import {
  type Element,
  find,
  findAll,
  hasClass,
  ownText,
  type Parent,
  parseXml,
  textOf,
} from '../read/html.ts'
import { lettersOf, spellingOf, wordsOf } from '../words.ts'

/** The three tables of an e-book (navigation, NCX of old readers) lead to what they name; its style hides nothing that is to be read. */
export const bookTables: AuditCheck = {
  id: 'tables-livre',
  title: 'Les tables du livre numérique mènent à ce qu’elles nomment, et ses styles ne cachent rien',
  async *run({ kit, epub }) {
    const book = await epub()
    const table = find(book.nav.root, ({ name, attribs }) => name === 'nav' && attribs['epub:type'] === 'toc')
    const lines = findAll(table, 'a').map(lineOf)
    yield* inNav(book, lines)
    yield* inNcx(kit, book, lines)
    yield* hiding(book)
    yield* orderOf(kit, book)
    return `${count(lines.length, 'ligne')} de la table, toc.ncx, feuilles de style`
  },
}

type Line = { text: string; href: string }
const lineOf = (link: Element): Line => ({ text: textOf(link).trim(), href: link.attribs['href'] ?? '' })

/** Each line names the heading to which it leads, and each section is there. */
function* inNav(book: EpubText, lines: readonly Line[]): Generator<Finding> {
  const place = 'Livre numérique, table des matières'
  for (const { text, href } of lines) {
    const [file = '', id] = href.split('#')
    const target = id && find(book.chapter(file)?.root, `#${id}`)
    if (target && !spellingOf(textOf(target)).includes(spellingOf(text)))
      yield fault(place, `« ${text} » mène à « ${textOf(target).trim().slice(0, 60)} ».`)
  }
  const listed = new Set(lines.map(({ href }) => href))
  for (const { href, root } of book.spine)
    for (const heading of /^(?:fiche|page)-/.test(href) ? findAll(root, 'h2') : []) {
      const { id } = heading.attribs
      if (id !== undefined && !listed.has(`${href}#${id}`))
        yield fault(place, `La section « ${textOf(heading).trim()} » n’y est pas.`)
    }
}

const NCX = 'Livre numérique, toc.ncx'

function* inNcx(
  { titre }: Kit,
  { files, folder, opf }: EpubText,
  lines: readonly Line[],
): Generator<Finding> {
  const bytes = files.get(`${folder}/toc.ncx`)
  if (!bytes) return
  const root = parseXml(new TextDecoder().decode(bytes))
  const targets = new Map(lines.map(({ text, href }) => [spellingOf(text), href]))
  for (const point of findAll(root, 'navPoint')) {
    const src = find(point, 'content')?.attribs['src'] ?? ''
    const text = labelOf(point)
    // A family has no page of its own: it leads where its first fiche begins.
    const within = find(point, 'navPoint')
    const href = targets.get(spellingOf(text)) ?? (within && targets.get(spellingOf(labelOf(within))))
    const isSame = lines.some(one => spellingOf(one.text) === spellingOf(text) && one.href === src)
    if (href !== undefined && href !== src && !isSame)
      yield fault(NCX, `« ${text} » mène à ${src} au lieu de ${href}.`)
  }
  const title = textOf(find(root, 'docTitle') ?? root)
  if (spellingOf(title) !== spellingOf(titre)) yield fault(NCX, `Le livre s’y intitule « ${title.trim()} ».`)
  const identifier = find(opf, `#${find(opf, 'package')?.attribs['unique-identifier']}`)
  const uid = find(root, ({ attribs }) => attribs['name'] === 'dtb:uid')?.attribs['content'] ?? 'rien'
  if (!identifier || textOf(identifier).trim() !== uid)
    yield fault(NCX, `Le livre s’y nomme ${uid}, et autrement dans sa notice.`)
  yield* outOfOrder(root)
  yield* miscounted(root)
}

/** An old reader makes room for as many levels and pages as it is told. @see https://www.daisy.org/z3986/2005/Z3986-2005.html#NCX */
function* miscounted(root: Parent): Generator<Finding> {
  const depthOf = (parent: Parent): number =>
    Math.max(
      0,
      ...parent.children.flatMap(one =>
        'attribs' in one && one.name === 'navPoint' ? [1 + depthOf(one)] : [],
      ),
    )
  const pages = findAll(root, 'pageTarget').map(({ attribs }) => Number(attribs['value']))
  for (const [name, right] of Object.entries({
    'dtb:depth': depthOf(find(root, 'navMap') ?? root),
    'dtb:totalPageCount': pages.length,
    'dtb:maxPageNumber': Math.max(0, ...pages),
  })) {
    const stated = find(root, ({ attribs }) => attribs['name'] === name)?.attribs['content'] ?? 'rien'
    if (stated !== String(right)) yield fault(NCX, `${name} dit ${stated} au lieu de ${right}.`)
  }
}

/** Sections, and pages, are numbered in the order in which they are read. @see https://www.daisy.org/z3986/2005/Z3986-2005.html#NCXplayOrder */
function* outOfOrder(root: Parent): Generator<Finding> {
  for (const kind of ['navPoint', 'pageTarget']) {
    const points = findAll(root, kind)
    for (const [at, point] of points.entries())
      if (at > 0 && !(playOrderOf(points[at - 1]) <= playOrderOf(point)))
        yield fault(NCX, `« ${labelOf(point)} » s’y lit avant ce qui le précède (playOrder).`)
  }
}

const playOrderOf = (point: Element | undefined) => Number(point?.attribs['playOrder'])

const labelOf = (point: Element): string => textOf(find(point, 'navLabel')).trim()

/** The book is read in the order of the kit, opens where it says, with its own cover, and each chapter bears its title and its
 *  family's colours. */
function* orderOf(kit: Kit, { opf, spine, nav, files, folder }: EpubText): Generator<Finding> {
  const place = 'Livre numérique'
  const items = sequence(kit)
  const wanted = items.map(item => epubPath(item)).filter(href => spine.some(one => one.href === href))
  const read = spine.map(({ href }) => href).filter(href => wanted.includes(href))
  const skipped = findAll(opf, 'itemref').flatMap(({ attribs: { linear, idref = '' } }) =>
    linear === 'no' && idref !== 'nav' ? idref : [],
  )
  const cover = findAll(opf, 'item').flatMap(({ attribs: { properties = '', href = '' } }) =>
    properties.split(' ').includes('cover-image') ? href : [],
  )
  const shown = spine[0] && find(spine[0].root, ({ name }) => name === 'img' || name === 'image')
  const landmark = (type: string) =>
    find(nav.root, ({ name, attribs }) => name === 'a' && attribs['epub:type'] === type)?.attribs['href']
  const first = items.find(({ kind }) => kind === 'fiche')
  const opens: Record<string, string | undefined> = {
    cover: 'couverture.xhtml',
    toc: 'sommaire.xhtml',
    bodymatter: first && epubPath(first),
  }
  if (read.join() !== wanted.join())
    yield fault(place, `Le livre se lit dans un autre ordre que le kit : ${read.join(', ')}.`)
  for (const id of skipped) yield fault(place, `On passe « ${id} » en lisant (linear="no").`)
  if (cover.length !== 1 || !shown || cover[0] !== (shown.attribs['src'] ?? shown.attribs['xlink:href']))
    yield fault(place, `L’image de couverture est « ${cover.join(', ') || 'aucune'} ».`)
  if (shown && !lettersOf(shown.attribs['alt'] ?? '').includes(lettersOf(kit.titre)))
    yield fault(place, `La couverture est décrite par « ${shown.attribs['alt'] ?? 'rien'} ».`)
  for (const [type, href] of Object.entries(opens).filter(
    ([type, href]) => href !== undefined && landmark(type) !== href,
  ))
    yield fault(place, `Le repère « ${type} » mène à ${landmark(type) ?? 'rien'} au lieu de ${href}.`)
  for (const { attribs } of findAll(nav.root, 'nav'))
    if (attribs['hidden'] !== undefined) yield fault(place, 'Une table du livre est cachée.')
  for (const item of items) {
    const chapter = spine.find(({ href }) => href === epubPath(item))
    if (!chapter) continue
    const where = `${place}, ${chapter.href}`
    const style = find(
      chapter.root,
      ({ name, attribs }) => name === 'link' && attribs['rel'] === 'stylesheet',
    )
    if (!files.get(posix.join(folder, style?.attribs['href'] ?? 'aucune'))?.length)
      yield fault(where, 'Le chapitre n’a pas de feuille de style.')
    if (item.kind !== 'fiche') continue
    const { titre, famille } = item.fiche
    const [said = ''] = findAll(chapter.root, 'title').map(ownText)
    const body = find(chapter.root, 'body')
    if (!lettersOf(said).includes(lettersOf(titre))) yield fault(where, `Le chapitre s’intitule « ${said} ».`)
    if (!body || !hasClass(body, `famille-${famille}`))
      yield fault(where, `Le chapitre n’a pas les couleurs de la famille « ${famille} ».`)
  }
}

/** What takes an element out of sight. */
const HIDING =
  /([^{}]+)\{[^{}]*?(?:display:\s*none|visibility:\s*hidden|font-size:\s*0[;\s}]|opacity:\s*0[;\s}]|[;{\s]color:\s*transparent|(?:left|text-indent):\s*-\d{3,}|clip-path:)/g

/** A style that hides elements of the book hides their words; one class alone is for what is heard and not seen. */
function* hiding({ files, spine }: EpubText): Generator<Finding> {
  for (const [path, bytes] of files)
    if (path.endsWith('.css'))
      for (const selector of [...new TextDecoder().decode(bytes).matchAll(HIDING)]
        .flatMap(([, selectors = '']) => selectors.split(','))
        .map(selector => selector.trim().replace(/^\/\*[\s\S]*?\*\/\s*/, ''))
        .filter(selector => hidesWords(selector, spine)))
        yield fault(`Livre numérique, ${path}`, `Le style cache « ${selector} ».`)
}

/** Whether an element like the last one that a selector names has words. */
function hidesWords(selector: string, spine: EpubText['spine']): boolean {
  const last = /[^\s>+~]+$/.exec(selector)?.[0] ?? ''
  const [, tag = ''] = /^([a-z][a-z0-9]*)/.exec(last) ?? []
  const classes = [...last.matchAll(/\.([\w-]+)/g)].map(([, one = '']) => one)
  // The cells of a narrow table say the names of their columns themselves.
  if (tag === 'thead') return false
  if (/::/.test(last) || classes.includes('hors-vue') || (tag === '' && classes.length === 0)) return false
  return spine.some(({ root }) =>
    findAll(
      root,
      element =>
        (tag === '' || element.name === tag) &&
        classes.every(one => hasClass(element, one)) &&
        element.attribs['aria-hidden'] !== 'true',
    ).some(element => wordsOf(textOf(element)).length > 0),
  )
}
