import { blocks } from '../../../src/blocks/index.ts'
import {
  ficheAnnonceeSchema,
  fichePublieeSchema,
  type Glance,
  glanceAt,
  type Kit,
  memoryFolder,
  pageSchema,
  type Relecture,
  readKitFolder,
  rememberReadings,
  statuts,
} from '../../../src/kit/index.ts'
import type { Problem } from '../../../src/problems/index.ts'
import { departements, iconFile, iconNames } from '../../../src/text/index.ts'
import { siteChartsCss, siteTokensCss } from '../../pages/browser.ts'
import type { PageOfPart } from '../../paper/index.ts'
import { type ImportChoice, importedFile, newFile } from './new-file.ts'
import type { PaperPress } from './paper-press.ts'
import { remediesOf } from './remedies.ts'
import { type DrawnBlock, drawBlock, renderItems } from './render-item.ts'
import { reviewsOf, takeReview, threadBytes } from './reviews.ts'
import type { Drawings } from './word-file.ts'

export type KitReading = { glance: Glance; problems: Problem[] }

/** A page of the site: its HTML, and the style sheet of the kit's colours. Null: there is no such page yet. */
export type WebPage = { html: string; colours: string }

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
    return { glance: glanceAt(judged.draft, readable, [...files.keys()]), problems }
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
    paperStyles: async () => (await press())?.styles() ?? null,
    paperDocuments: async () => (await press())?.documents() ?? [],
    /** A document, ready to be cut into pages. @throws when its body cannot be rendered */
    paperPart: async (id: string) => (await press())?.part(id) ?? null,
    keepPages: async (id: string, list: readonly PageOfPart[]) => (await press())?.keep(id, list),
    /** Its sheets, in their frames, with their numbers. */
    paperSheets: async (id: string) => (await press())?.sheets(id) ?? null,
    /** @throws when the body cannot be rendered */
    async webPage(file: string): Promise<WebPage | null> {
      if (!kit) return null
      // The site is read here, whatever its address will be.
      const here: Kit = { ...kit, site: { url: null, base: '/', atelier: false } }
      const [page] = renderItems(here, 'web', path => path === file, '')
      return page ? { html: page.html, colours: siteTokensCss(here) + siteChartsCss(here) } : null
    },
    /** The problems of a file that a text mends, each proved. */
    remedies: (file: string) => remediesOf(file, files, problems, { readings, goesOn }),
    newFiche: async (titre: string, famille: string) => newFile(kit, files, { titre, famille }),
    /** The fiche that a Word file gives, and its pictures. @throws what is wrong with it, in French */
    importWord: async (nom: string, bytes: Uint8Array, choice: ImportChoice) =>
      importedFile(kit, files, { nom, bytes, ...choice }),
    reviews: async (file: string) => reviewsOf(files, file),
    /** @throws Error in French */
    takeReview: async (bytes: Uint8Array, jour: string) => takeReview(files, bytes, jour),
    threadBytes: async (threads: readonly Relecture[]) => threadBytes(threads),
    /** Lists the drawings to make before a fiche is given as a Word file. @throws the reason, in French */
    toDraw: async (file: string) => (await import('./word-file.ts')).toDraw(kit, files, file),
    wordFile: async (file: string, drawn: Drawings) =>
      (await import('./word-file.ts')).wordFile(kit, files, { file, drawn }),
    /** A block as the site would show it in a fiche or page. */
    drawBlock: async (file: string, block: string): Promise<DrawnBlock> =>
      kit ? drawBlock(kit, file, block) : { messages: [] },
    vocabulary: async () => vocabulary(),
    picto: async (name: string) => iconFile(name),
  }
}

export type Vocabulary = ReturnType<typeof vocabulary>

/** Lists the words that the press knows by name. `cles`: key of a front matter → its purpose. */
const vocabulary = () => ({
  blocs: blocks.map(({ name }) => name),
  cles: Object.fromEntries<string>(
    [pageSchema, ficheAnnonceeSchema, fichePublieeSchema].flatMap(({ properties }) =>
      Object.entries(properties).map(([key, { description }]: [string, { description?: string }]) => [
        key,
        description ?? '',
      ]),
    ),
  ),
  statuts,
  departements: [...departements] as [code: string, nom: string][],
  pictos: iconNames(),
})
