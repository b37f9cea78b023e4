import {
  Dict,
  faceOf,
  familyOf,
  identity,
  List,
  type Page,
  PdfFile,
  type Sides,
  Stream,
  unpack,
} from '../../../../pdf/index.ts'
import { type DrawingReading, readDrawing } from './read-drawing.ts'

export type PageFacts = Omit<DrawingReading, 'fonts'> & {
  /** Place in the file, from 1. */
  page: number
  boxes: Record<'bleed' | 'trim', Sides | undefined> & { media: Sides }
  /** Names of the fonts, without the mark of a subset → how each is there; drawn: its letters are drawings (Type 3). */
  fonts: ReadonlyMap<string, FontState>
}

export type IntentFacts = {
  subtype: string
  condition: string
  profile: Uint8Array | null
}

export type FileFacts = { intents: IntentFacts[]; pages: PageFacts[] }

export function readFile(bytes: Uint8Array): FileFacts {
  const { catalog, pages } = PdfFile.open(bytes)
  const intents = catalog.find('OutputIntents', List)?.all(Dict) ?? []
  return {
    intents: intents.map(intent => {
      const profile = intent.find('DestOutputProfile', Stream)
      return {
        subtype: intent.name('S') ?? '',
        condition: intent.text('OutputConditionIdentifier') ?? '',
        profile: profile ? unpack(profile) : null,
      }
    }),
    pages: pages.map((page, index) => readPage(page, index + 1)),
  }
}

function readPage(sheet: Page, page: number): PageFacts {
  const reading: DrawingReading = {
    fonts: new Set(),
    spaces: new Set(),
    coverages: new Set(),
    pictures: [],
    mixes: new Set(),
  }
  const { dict, resources } = sheet
  readDrawing(sheet.content(), dict, { resources, reading, base: identity, open: [] })
  return {
    ...reading,
    page,
    boxes: {
      media: sheet.box('MediaBox') ?? [0, 0, 0, 0],
      bleed: sheet.box('BleedBox'),
      trim: sheet.box('TrimBox'),
    },
    fonts: new Map([...reading.fonts].map(stateOf)),
  }
}

type FontState = 'embedded' | 'absent' | 'drawn'

function stateOf(font: Dict): [name: string, state: FontState] {
  const { fontName = 'sans nom', program } = faceOf(font)
  if (font.name('Subtype') === 'Type3') return [font.name('Name') ?? fontName, 'drawn']
  return [familyOf(fontName), program ? 'embedded' : 'absent']
}
