import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { unpack } from '../../press/stream.ts'
import type { FileFacts, IntentFacts } from './facts.ts'
import { readPage } from './read-page.ts'

const name = (text: string) => PDFName.of(text)

/** Measures a PDF on its own bytes.
 *  @throws Error when they are no PDF */
export async function readFile(bytes: Uint8Array): Promise<FileFacts> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: 1e9,
    ignoreEncryption: true,
  })
  const { catalog, context } = pdf
  const { trailerInfo } = context
  const metadata = catalog.lookup(name('Metadata'))
  const fonts = new Map()
  return {
    version: /^%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))?.[1] ?? 'inconnue',
    encrypted: trailerInfo.Encrypt !== undefined,
    hasId: trailerInfo.ID instanceof PDFArray && trailerInfo.ID.size() === 2,
    interactive: interactiveOf(catalog),
    intents: intentsOf(catalog),
    info: infoOf(context.lookup(trailerInfo.Info)),
    xmp: metadata instanceof PDFRawStream ? new TextDecoder().decode(unpack(metadata)) : null,
    pages: pdf.getPages().map((page, index) => readPage(page, index + 1, fonts)),
  }
}

/** What acts, and what a printer cannot print. */
function interactiveOf(catalog: PDFDict): string[] {
  const entries = {
    OpenAction: 'action à l’ouverture',
    AA: 'actions',
    AcroForm: 'formulaire',
    OCProperties: 'calques',
  }
  const found = Object.entries(entries).flatMap(([key, what]) => (catalog.has(name(key)) ? [what] : []))
  const names = catalog.lookup(name('Names'))
  if (names instanceof PDFDict && names.has(name('JavaScript'))) found.push('JavaScript')
  if (names instanceof PDFDict && names.has(name('EmbeddedFiles'))) found.push('fichiers joints')
  return found
}

function intentsOf(catalog: PDFDict): IntentFacts[] {
  const intents = catalog.lookup(name('OutputIntents'))
  if (!(intents instanceof PDFArray)) return []
  return intents.asArray().flatMap((_, index) => {
    const intent = intents.lookup(index)
    if (!(intent instanceof PDFDict)) return []
    const profile = intent.lookup(name('DestOutputProfile'))
    const subtype = intent.lookup(name('S'))
    return {
      subtype: subtype instanceof PDFName ? subtype.decodeText() : '',
      condition: textOf(intent.lookup(name('OutputConditionIdentifier'))) ?? '',
      profile: profile instanceof PDFRawStream ? unpack(profile) : null,
    }
  })
}

function infoOf(info: unknown): Record<string, string> {
  if (!(info instanceof PDFDict)) return {}
  return Object.fromEntries(
    info.entries().flatMap(([key, value]) => {
      const text = value instanceof PDFName ? value.decodeText() : textOf(info.context.lookup(value))
      return text === undefined ? [] : [[key.decodeText(), text]]
    }),
  )
}

function textOf(object: unknown): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
}
