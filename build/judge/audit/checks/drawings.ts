import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { epubPath, siteFile, withBase } from '../../../../src/addresses.ts'
import { authoredOf, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { bookPicture, publishedPicture } from '../../../../src/svg/published-picture.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, find, findAll, hasClass, type Parent, parseXml, textOf } from '../read/html.ts'
import type { SiteText } from '../read/site.ts'
import { decode } from '../source/addresses.ts'
import { titleOf } from '../source/titles.ts'
import { joinThousands, lettersOf, wordsOf } from '../words.ts'
import { wrongShapes } from './chart-shapes.ts'

/** What is seen and not read: the figures that a chart writes are those of its table, and each picture is the kit's own. */
export const drawings: AuditCheck = {
  id: 'dessins',
  title: 'Les graphiques écrivent les nombres de leur tableau, et chaque image est celle du kit',
  async *run({ kit, site, epub }) {
    const [pages, book] = [await site(), await epub()]
    const bookFile = (href: string) => book.files.get(posix.join(book.folder, href))
    const charts = [
      ...[...pages.pages.values()].flatMap(({ path, root }) =>
        drawnIn(root).map(figure => ({ place: `Site, ${path}`, figure, drawing: find(figure, '.graphe') })),
      ),
      ...book.spine.flatMap(({ href, root }) =>
        drawnIn(root).map(figure => ({
          place: `Livre numérique, ${href}`,
          figure,
          drawing: drawingIn(
            bookFile(posix.join(posix.dirname(href), find(figure, 'img')?.attribs['src'] ?? '')),
          ),
        })),
      ),
    ]
    for (const { place, figure, drawing } of charts) {
      yield* wrongFigures({ place, figure, drawn: findAll(drawing, isWritten) })
      for (const wrong of drawing ? wrongShapes(figure, drawing) : [])
        yield fault(place, `${nameOf(figure)} : ${wrong}`)
    }
    const pictures = Object.keys(kit.images)
    for (const path of pictures) {
      const drawn = await readFile(join(kit.dir, path))
      const onSite = pages.files.has(path) ? await pages.read(path) : undefined
      yield* other('Site', path, onSite, publishedPicture(path, drawn))
      yield* other('Livre numérique', path, bookFile(path), bookPicture(path, drawn))
    }
    yield* misplaced(kit, pages, book)
    return `${count(charts.length, 'graphique')}, ${count(pictures.length, 'image')}`
  },
}

/** Each picture stands under its own alternative text, in the proportions of its file; a chart of the book is a chart of its fiche. */
function* misplaced(kit: Kit, { pages }: SiteText, book: EpubText): Generator<Finding> {
  for (const item of sequence(kit)) {
    const text = authoredOf(item)
    if (!text) continue
    const { source } = text.corps
    const chapter = book.chapter(epubPath(item))
    const page = pages.get(siteFile(item))
    const addresses = new Map<string, Set<string>>()
    const add = (alt: string, path: string) =>
      addresses.set(lettersOf(alt), (addresses.get(lettersOf(alt)) ?? new Set()).add(decode(path)))
    for (const [, alt = '', path = ''] of source.matchAll(/!\[([^\]\n]*)\]\(\s*<?([^)>\s]+)/g)) add(alt, path)
    // Two pictures may have the same words.
    for (const [, path = '', title = ''] of source.matchAll(/^:{3,}\s*schema\s+(\S+)\s+(.+)$/gm))
      add(title, path)
    const titre = titleOf(kit, item)
    for (const { edition, root, folder } of [
      { edition: 'site', root: page?.root, folder: withBase('/', kit) },
      { edition: 'livre numérique', root: chapter?.root, folder: '' },
    ])
      for (const { attribs } of findAll(root, 'img')) {
        const wanted = addresses.get(lettersOf(attribs['alt'] ?? ''))
        const path = decode(attribs['src'] ?? '').replace(folder, '')
        const say = (message: string) => fault(`${titre}, ${edition}`, message)
        const pixels = kit.images[path]?.pixels
        const { width, height } = attribs
        if (wanted !== undefined && !wanted.has(path))
          yield say(`« ${attribs['alt']} » montre ${path} au lieu de ${[...wanted].join(', ')}.`)
        if (pixels && width && Number(width) * pixels.height !== Number(height) * pixels.width)
          yield say(
            `${path} est déformée : ${width} × ${height} au lieu de ${pixels.width} × ${pixels.height}.`,
          )
      }
    for (const { attribs } of chartsIn(chapter?.root).flatMap(chart => findAll(chart, 'img')))
      if (!attribs['src']?.startsWith(`graphiques/${item.id}-`))
        yield fault(`${titre}, livre numérique`, `Un graphique montre ${attribs['src']}.`)
  }
}

const chartsIn = (root: Parent | undefined) =>
  findAll(root, one => one.name === 'figure' && hasClass(one, 'graphique'))
/** Charts and wheels. */
const drawnIn = (root: Parent | undefined) =>
  findAll(root, one => one.name === 'figure' && (hasClass(one, 'graphique') || hasClass(one, 'domaines')))

const drawingIn = (svg: Uint8Array | undefined) => svg && find(parseXml(new TextDecoder().decode(svg)), 'svg')
const nameOf = (figure: Element) => {
  const title = find(figure, '.bloc-titre')
  return title ? `Graphique « ${textOf(title).trim()} »` : 'Graphique'
}

const isWritten = ({ name }: Element) => name === 'text'
/** A value that a chart writes beside its mark; graduations are other numbers. */
const isValue = (element: Element) => hasClass(element, 'v')

type Chart = { place: string; figure: Element; drawn: readonly Element[] }

function* wrongFigures({ place, figure, drawn }: Chart): Generator<Finding> {
  const cells = findAll(figure, ({ name }) => name === 'td' || name === 'th').flatMap(cell =>
    wordsOf(textOf(cell)),
  )
  if (cells.length === 0) return
  const words = new Set(cells)
  const letters = lettersOf(textOf(figure))
  for (const text of drawn) {
    const isWrong = (word: string) =>
      /\d/.test(word)
        ? isValue(text) && !words.has(word)
        : word.length > 3 && !letters.includes(lettersOf(word))
    // « 1 007 » stands for « 1007 » of a table.
    const written = textOf(text)
    if ([written, joinThousands(written)].every(one => wordsOf(one).some(isWrong)))
      yield fault(place, `Un graphique écrit « ${written.trim()} », que son tableau n’a pas.`)
  }
}

const other = (
  edition: string,
  path: string,
  shown: Uint8Array | undefined,
  wanted: Uint8Array,
): Finding[] =>
  shown === undefined || Buffer.compare(shown, wanted) === 0
    ? []
    : [fault(`${edition}, ${path}`, 'L’image n’est pas celle du kit.')]
