import { type Glance, glanceAt } from '../../../src/content/glance.ts'
import { memoryFolder } from '../../../src/content/kit-folder.ts'
import { rememberReadings } from '../../../src/content/read-file.ts'
import { readKitFolder } from '../../../src/content/read-kit.ts'
import {
  ficheAnnonceeSchema,
  fichePublieeSchema,
  pageSchema,
  statuts,
} from '../../../src/content/schemas/fiche.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../../src/kit.ts'
import { blocks } from '../../../src/markdown/blocks/index.ts'
import { departements } from '../../../src/markdown/departements.ts'
import { iconFile, iconNames } from '../../../src/markdown/icon-files.ts'
import { siteChartsCss, siteTokensCss } from '../../../src/web/tokens-css.ts'
import type { PageOfPart } from '../../pdf/page/tab/workbench.ts'
import { type ImportChoice, importedFile, type NewFile, newFile } from './new-file.ts'
import type { PaperDocument, PaperPart, PaperPress, PaperSheets, PaperStyles } from './paper-press.ts'
import { remediesOf } from './remedies.ts'
import type { Remedy } from './remedy.ts'
import { type DrawnBlock, drawBlock, renderItems } from './render-item.ts'
import type { Drawings, ToDraw, WordFiche } from './word-file.ts'

/** Describes the kit after a change. */
export type Reading = { glance: Glance; diagnostics: Diagnostic[] }

/** A page of the site: its HTML, and the style sheet of the kit's colours. Null: there is no such page yet. */
export type WebPage = { html: string; colours: string }

/** The press on the files of one kit in memory: what the Worker of the app answers. */
export type Workbench = {
  /** Takes these files in the place of all former ones. */
  open(files: ReadonlyMap<string, Uint8Array>): Promise<Reading>
  /** Takes other bytes for some files; null removes one. */
  change(files: ReadonlyMap<string, Uint8Array | null>): Promise<Reading>
  /** @throws when the body cannot be rendered */
  webPage(file: string): Promise<WebPage | null>
  /** What the print edition looks like; null: the kit cannot be read. */
  paperStyles(): Promise<PaperStyles | null>
  /** Its documents in reading order; none: the kit cannot be read. */
  paperDocuments(): Promise<PaperDocument[]>
  /** One of them, ready to be cut into pages. @throws when its body cannot be rendered */
  paperPart(id: string): Promise<PaperPart | null>
  /** Takes the pages that one was cut into. */
  keepPages(id: string, pages: readonly PageOfPart[]): Promise<void>
  /** Its sheets, in their frames, with their numbers. */
  paperSheets(id: string): Promise<PaperSheets | null>
  /** The problems of a file that a text mends, each proved. */
  remedies(file: string): Promise<Remedy[]>
  /** A new fiche of a family: where it goes, and its skeleton. */
  newFiche(titre: string, famille: string): Promise<NewFile>
  /** The fiche that a Word file gives, and its pictures. @throws what is wrong with it, in French */
  importWord(nom: string, bytes: Uint8Array, asked: ImportChoice): Promise<NewFile>
  /** What has to be drawn before a fiche is given as a Word file. @throws why it cannot be, in French */
  toDraw(file: string): Promise<ToDraw>
  /** The Word file that `kit export` writes, with these drawings. @throws why it cannot be given, in French */
  wordFile(file: string, drawn: Drawings): Promise<WordFiche>
  /** A block as the site would show it in a fiche or page. */
  drawBlock(file: string, block: string): Promise<DrawnBlock>
  vocabulary(): Promise<Vocabulary>
  /** The drawing of a pictogram; null: there is none of that name. */
  picto(name: string): Promise<string | null>
}

/** @param goesOn whether long work goes on: false when a change of the kit waits for its end */
export function openWorkbench(goesOn = async () => true): Workbench {
  let files = new Map<string, Uint8Array>()
  let readings = rememberReadings()
  let kit: Kit | null = null
  /** As it was when its settings could last be read: a slip in them hides no family. */
  let readable: Kit | null = null
  let diagnostics: Diagnostic[] = []
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

  async function read(): Promise<Reading> {
    const judged = await readKitFolder(memoryFolder(files), readings)
    kit = judged.kit
    diagnostics = judged.diagnostics
    readable = kit ?? readable
    return { glance: glanceAt(judged.draft, readable, [...files.keys()]), diagnostics }
  }

  return {
    open(given) {
      files = new Map(given)
      readings = rememberReadings()
      readable = null
      pages = new Map()
      return read()
    },
    change(given) {
      for (const [file, bytes] of given) {
        if (bytes === null) files.delete(file)
        else files.set(file, bytes)
      }
      return read()
    },
    paperStyles: async () => (await press())?.styles() ?? null,
    paperDocuments: async () => (await press())?.documents() ?? [],
    paperPart: async id => (await press())?.part(id) ?? null,
    keepPages: async (id, list) => (await press())?.keep(id, list),
    paperSheets: async id => (await press())?.sheets(id) ?? null,
    async webPage(file) {
      if (!kit) return null
      // The site is read here, whatever its address will be.
      const here: Kit = { ...kit, site: { url: null, base: '/', atelier: false } }
      const [page] = renderItems(here, 'web', path => path === file, '')
      return page ? { html: page.html, colours: siteTokensCss(here) + siteChartsCss(here) } : null
    },
    remedies: file => remediesOf(file, files, diagnostics, { readings, goesOn }),
    newFiche: async (titre, famille) => newFile(kit, files, { titre, famille }),
    importWord: async (nom, bytes, asked) => importedFile(kit, files, { nom, bytes, ...asked }),
    // Seldom asked for.
    toDraw: async file => (await import('./word-file.ts')).toDraw(kit, files, file),
    wordFile: async (file, drawn) => (await import('./word-file.ts')).wordFile(kit, files, { file, drawn }),
    drawBlock: async (file, block) => (kit ? drawBlock(kit, file, block) : { messages: [] }),
    vocabulary: async () => vocabulary(),
    picto: async name => iconFile(name),
  }
}

/** Lists the words that an author may write and that the press knows by name. */
export type Vocabulary = {
  blocs: string[]
  /** Key of a front matter → what it is for. */
  cles: Record<string, string>
  statuts: readonly string[]
  departements: [code: string, nom: string][]
  pictos: string[]
}

const vocabulary = (): Vocabulary => ({
  blocs: blocks.map(({ name }) => name),
  cles: Object.fromEntries(
    [pageSchema, ficheAnnonceeSchema, fichePublieeSchema].flatMap(({ properties }) =>
      Object.entries(properties).map(([key, { description }]: [string, { description?: string }]) => [
        key,
        description ?? '',
      ]),
    ),
  ),
  statuts,
  departements: [...departements],
  pictos: iconNames(),
})
