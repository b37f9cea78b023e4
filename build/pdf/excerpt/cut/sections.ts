import { choiceTitle, type ExcerptedFiche, type ExcerptList } from '../../../../src/kit/index.ts'
import { mm, toPt } from '../../../../src/text/index.ts'
import { type Bookmark, type FolioRun, readOutline } from '../../bind/navigation.ts'
import { readTaggedPages, type TaggedPage } from '../../bind/structure-tree.ts'
import type { Deflate } from '../../object/output.ts'
import { fontsOf, Page } from '../../object/pages.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, name, Ref } from '../../object/values.ts'
import { blanksBefore, layAcronyms, layContents, layTitles, type Placed, pieceName, piecesOf } from './lay.ts'
import { type ExcerptPiece, findElement, kidsOf, makeElement, openPieces } from './pieces.ts'
import { setPage, topsOf } from './set-page.ts'

/** Pages that follow each other, with what stands right under the document for them. */
type ExcerptSection = {
  pages: TaggedPage[]
  tops: Ref[]
  run: Omit<FolioRun, 'count'>
  bookmark: Bookmark | null
}

type SectionsInput = {
  file: PdfFile
  /** Catalogs of the kit and of the pieces. */
  kit: Dict
  spare: Dict
  pages: readonly Page[]
  list: ExcerptList
  choices: readonly ExcerptedFiche[]
  deflate: Deflate
}

/** The sections of an excerpt, in their order: cover, sommaire, fiches, acronyms. */
export function sectionsOf({
  file,
  kit,
  spare,
  pages,
  list,
  choices,
  deflate,
}: SectionsInput): ExcerptSection[] {
  const pieceOf = openPieces(file, spare)
  const height = toPt(mm(list.textHeight))
  const tools = { fontOf: fontsByName(file, pages), deflate }
  const setPages = (laid: readonly Placed<ExcerptPiece>[][]) =>
    laid.map(placed => setPage(file, placed, tools))
  const kidsIn = (piece: ExcerptPiece) =>
    topsOf(file, piece.owners)
      .flatMap(art => kidsOf(file, file.find(art, Dict)))
      .filter(kid => kid instanceof Ref)
  const elementIn = (piece: ExcerptPiece, role: string) =>
    findElement(file, topsOf(file, piece.owners)[0], role)

  const [cover, count] = [pieceOf(pieceName.cover), pieceOf(pieceName.count(choices.length))]
  const titles = layTitles(choices.map(({ id }) => pieceOf(pieceName.title(id))))
  const coverPages = setPages([[...[cover, count].map(piece => ({ piece, right: 0, up: 0 })), ...titles]])
  // The count and the titles are drawn over the rest, and read after it.
  const coverArt = makeElement(
    file,
    'Art',
    [cover, count, ...titles.map(({ piece }) => piece)].flatMap(kidsIn),
  )

  const [head, rest] = [pieceOf(pieceName.contents), pieceOf(pieceName.rest)]
  const { families, acronyms } = piecesOf(list, choices, pieceOf)
  const contentsPages = setPages(layContents(head, rest, families, height))
  const contentsArt = makeElement(file, 'Art', [
    ...kidsIn(head),
    ...families.map(({ heading, entries }) =>
      makeElement(file, 'Sect', [
        elementIn(heading, 'H2'),
        makeElement(
          file,
          'TOC',
          entries.map(entry => elementIn(entry, 'TOCI')),
        ),
      ]),
    ),
  ])

  const sectionOf = (title: string, first: number, pages: TaggedPage[], top: Ref): ExcerptSection => ({
    pages,
    tops: [top],
    run: { first, numerals: 'roman' },
    bookmark: bookmarkOf(title, pages),
  })
  const front = [
    sectionOf(choiceTitle(list, choices), 1, coverPages, coverArt),
    sectionOf('Sommaire', 2, contentsPages, contentsArt),
  ]
  const fiches = fichesOf({ file, kit, choices })
  if (acronyms.length === 0) return [...front, ...fiches]
  const acronymsHead = pieceOf(pieceName.acronyms)
  const acronymsPages = setPages(layAcronyms(acronymsHead, rest, acronyms, height))
  const glossary = makeElement(
    file,
    'L',
    acronyms.map(item => elementIn(item, 'LI')),
  )
  const acronymsArt = makeElement(file, 'Art', [...kidsIn(acronymsHead), glossary])
  return [...front, ...fiches, sectionOf('Sigles', 2 + contentsPages.length, acronymsPages, acronymsArt)]
}

/** The fiches as they are in the kit. */
export function fichesOf({
  file,
  kit,
  choices,
}: Pick<SectionsInput, 'file' | 'kit' | 'choices'>): ExcerptSection[] {
  const pages = readTaggedPages(file, kit)
  const bookmarks = readOutline(kit)
  return choices.map(({ first, last }) => {
    const taggedPages = pages.slice(first - 1, last)
    const bookmark = bookmarks.find(({ view: [page] }) => page === taggedPages[0]?.page.ref)
    return {
      pages: taggedPages,
      tops: [...new Set(taggedPages.flatMap(({ owners }) => topsOf(file, owners)))],
      run: { first },
      bookmark: bookmark ?? null,
    }
  })
}

/** Puts a blank page before each section whose odd folios would stand on the back of a leaf. */
export function withBlanks(file: PdfFile, sections: readonly ExcerptSection[]): ExcerptSection[] {
  let count = 0
  return sections.flatMap(section => {
    const [{ page } = {}] = section.pages
    const { first, numerals } = section.run
    const isLeaf = page && first !== null && numerals === undefined
    const blank: ExcerptSection[] =
      isLeaf && blanksBefore(first, count, { duplex: true }) > 0
        ? [{ pages: [blankLike(file, page)], tops: [], run: { first: null }, bookmark: null }]
        : []
    count += section.pages.length + blank.length
    return [...blank, section]
  })
}

function blankLike(file: PdfFile, { dict }: Page): TaggedPage {
  const blank = file.dict({ Type: 'Page', Resources: {}, Tabs: 'S' })
  for (const box of ['MediaBox', 'CropBox', 'TrimBox']) blank.set(box, dict.get(box) ?? null)
  return { page: new Page(file.add(blank), blank), owners: null, fields: [] }
}

function bookmarkOf(title: string, [first]: readonly TaggedPage[]): Bookmark {
  const [left, , , top] = first?.page.box('MediaBox') ?? [0, 0, 0, 0]
  return { title, view: [first?.page.ref ?? null, name('XYZ'), left, top, null], under: [] }
}

/** The fonts of the kit by their names, which a letter of each tells apart. */
function fontsByName(file: PdfFile, pages: readonly Page[]): (name: string) => Ref {
  const fonts = new Map<string, Ref>()
  for (const ref of fontsOf(pages.flatMap(({ resources }) => resources ?? []))) {
    const fontName = file.find(ref, Dict)?.name('BaseFont')
    if (fontName !== undefined) fonts.set(fontName, ref)
  }
  return fontName => {
    const font = fonts.get(fontName)
    if (!font) throw new SyntaxError(`the kit has no font ${fontName}`)
    return font
  }
}
