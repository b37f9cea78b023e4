import {
  decodeText,
  type Glance,
  glanceAt,
  type Kit,
  memoryFolder,
  readKitFolder,
  rememberReadings,
  splitFrontMatter,
  writeAnchors,
} from '../../../src/kit/index.ts'
import type { Problem } from '../../../src/problems/index.ts'
import { iconFile, iconNames } from '../../../src/text/index.ts'
import type { FicheChoice } from '../../../src/word/index.ts'
import { siteChartsCss, siteTokensCss } from '../../pages/browser.ts'
import type { PageOfPart } from '../../paper/index.ts'
import { begunFile, importPoints, newFile, newKitFiles, placeOfText } from './new-file.ts'
import type { PaperPress } from './paper-press.ts'
import { remediesOf } from './remedies.ts'
import { type DrawnBlock, drawBlock, linesOf, renderItems, type TextLines } from './render-item.ts'
import { reviewsOf } from './reviews.ts'
import type { Drawings } from './word-file.ts'

export type KitReading = { glance: Glance; problems: Problem[] }

/** A page of the site: its HTML, and the style sheet of the kit's colours. Null: there is no such page yet. */
export type WebPage = { html: string; colours: string; lines: TextLines }

export type Workbench = ReturnType<typeof openWorkbench>

/** Answers for the kit in memory, in the Worker of the app. `goesOn`: false when a change waits for the end of long work. */
export function openWorkbench(goesOn = async () => true) {
  let files = new Map<string, Uint8Array>()
  let readings = rememberReadings()
  let kit: Kit | null = null
  /** As it was when its settings could last be read: a slip in them hides no family. */
  let readable: Kit | null = null
  let problems: Problem[] = []
  let pages = new Map<string, readonly PageOfPart[]>()
  let printing: { kit: Kit; press: PaperPress } | null = null

  /** Loaded with the first sheet that is shown. */
  async function press(): Promise<PaperPress | null> {
    if (!kit) return null
    if (printing?.kit !== kit) {
      const { openPaperPress } = await import('./paper-press.ts')
      printing = { kit, press: openPaperPress(kit, pages) }
    }
    return printing.press
  }

  async function read(): Promise<KitReading> {
    const judged = await readKitFolder(memoryFolder(files), readings)
    kit = judged.kit
    problems = judged.problems
    readable = kit ?? readable
    // Anchors are the atelier's to write: `anchored`.
    const toTell = problems.filter(({ code }) => code !== 'ancre-absente')
    return { glance: glanceAt(judged.draft, readable, [...files.keys()]), problems: toTell }
  }

  return {
    /** Takes these files in the place of all former ones. */
    open(given: ReadonlyMap<string, Uint8Array>): Promise<KitReading> {
      files = new Map(given)
      readings = rememberReadings()
      readable = null
      pages = new Map()
      return read()
    },
    /** Takes other bytes for some files; null removes one. */
    change(given: ReadonlyMap<string, Uint8Array | null>): Promise<KitReading> {
      for (const [file, bytes] of given) {
        if (bytes === null) files.delete(file)
        else files.set(file, bytes)
      }
      return read()
    },
    // Of the print edition; null: the kit cannot be read, or has no such document.
    paperDocuments: async () => (await press())?.documents() ?? [],
    /** A document, ready to be cut into pages. @throws when its body cannot be rendered */
    paperPart: async (id: string) => (await press())?.part(id) ?? null,
    keepPages: async (id: string, list: readonly PageOfPart[]) => (await press())?.keep(id, list),
    /** Its sheets, in their frames, with their numbers. */
    paperSheets: async (id: string) => (await press())?.sheets(id) ?? null,
    /** @throws when the body cannot be rendered */
    webPage: async (file: string) => kit && webPageOf(kit, file),
    /** The problems of a file that a text mends, each proved. */
    remedies: (file: string) => remediesOf(file, files, problems, { readings, goesOn }),
    /** A fiche with the anchors that it lacks; null: it lacks none, no fiche of this kit has any, or it is not published: its anchors
     *  still follow its titles. */
    async anchored(file: string): Promise<Uint8Array | null> {
      const bytes = files.get(file)
      return bytes && kit && hasAnchors(kit, file) ? withAnchors(bytes, file) : null
    },
    /** The files of a new kit, in the colours of the press. */
    newKit: async (titre: string, editeur: string) => newKitFiles(titre, editeur),
    newFiche: async (titre: string, famille: string) => newFile(kit, files, { titre, famille }),
    placeOfText: (name: string, bytes: Uint8Array) => placeOfText(files, name, bytes),
    begunFiche: async (file: string) => begunFile(readable, files, file),
    /** The fiche that a Word file gives, its pictures, and what to look at. @throws what is wrong with it, in French */
    async importWord(bytes: Uint8Array, choice: Omit<FicheChoice, 'familles'>) {
      const { takeFiche } = await import('../../../src/word/index.ts')
      const { familles } = readable ?? { familles: [] }
      const fiche = await takeFiche(memoryFolder(files), bytes, { ...choice, familles })
      return { ...fiche, points: await importPoints(fiche) }
    },
    /** What was copied elsewhere, as Markdown. */
    pasted: async (html: string) => (await import('../../../src/word/index.ts')).pastedMarkdown(html),
    reviews: async (file: string) => reviewsOf(files, file),
    /** @throws Error in French */
    takeReview: async (bytes: Uint8Array, jour: string, reviewed: number | null) =>
      (await import('../../../src/word/index.ts')).takeReview(memoryFolder(files), bytes, jour, reviewed),
    /** The fiche that a Word file which does not say it may be a review of. @throws Error in French */
    likeFiche: async (bytes: Uint8Array) =>
      (await import('../../../src/word/index.ts')).likeFiche(memoryFolder(files), bytes),
    /** Lists the drawings to make before a fiche is given as a Word file. @throws the reason, in French */
    toDraw: async (file: string) => (await import('./word-file.ts')).toDraw(kit, files, file),
    wordFile: async (file: string, drawn: Drawings) =>
      (await import('./word-file.ts')).wordFile(kit, files, { file, drawn }),
    /** A block as the site would show it in a fiche or page. */
    drawBlock: async (file: string, block: string): Promise<DrawnBlock> =>
      kit ? drawBlock(kit, file, block) : { messages: [] },
    /** The names of all pictograms, and the shapes of one. */
    pictos: async () => iconNames(),
    picto: async (name: string) => iconFile(name),
  }
}

function webPageOf(kit: Kit, file: string): WebPage | null {
  // The site is read here, whatever its address will be.
  const here: Kit = { ...kit, site: { ...kit.site, url: null, base: '/' } }
  const [page] = renderItems(here, 'web', path => path === file, '')
  if (!page) return null
  const { html, item } = page
  return { html, colours: siteTokensCss(here) + siteChartsCss(here), lines: linesOf(item) }
}

/** Tells whether a kit writes anchors, and into this file. */
function hasAnchors({ fiches }: Kit, file: string): boolean {
  const written = fiches.filter(fiche => fiche.statut !== 'a-paraitre')
  const isAnchored = written.some(({ corps }) => corps.reperes.some(({ ancre }) => ancre !== null))
  return isAnchored && written.some(fiche => fiche.file === file && fiche.statut === 'publiee')
}

/** Writes anchors at the ends of lines, whatever ends these. @returns null: the file lacks none */
function withAnchors(bytes: Uint8Array, file: string): Uint8Array | null {
  const { body = '', bodyLine = 1 } = splitFrontMatter(decodeText(bytes, file).text ?? '', file).parts ?? {}
  const { source, count } = writeAnchors(body)
  if (count === 0) return null
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/(\r\n|\r|\n)/)
  const former = body.split('\n')
  for (const [index, line] of source.split('\n').entries())
    if (line !== former[index]) lines[2 * (bodyLine - 1 + index)] = line
  return new TextEncoder().encode(lines.join(''))
}
