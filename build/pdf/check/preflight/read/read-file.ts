import { unpack } from '../../../object/packing.ts'
import { PdfFile } from '../../../object/pdf-file.ts'
import { Dict, List, Stream } from '../../../object/values.ts'
import type { FileFacts, IntentFacts } from './facts.ts'
import { readPages } from './read-pages.ts'

/** Measures a PDF on its own bytes.
 *  @throws Error when they are no PDF */
export function readFile(bytes: Uint8Array): FileFacts {
  const file = PdfFile.open(bytes)
  const { catalog, trailer, version } = file
  const metadata = catalog.find('Metadata', Stream)
  return {
    version,
    encrypted: trailer.has('Encrypt'),
    hasId: trailer.find('ID', List)?.size === 2,
    interactive: interactiveOf(catalog),
    intents: intentsOf(catalog),
    info: infoOf(trailer.find('Info', Dict)),
    xmp: metadata ? new TextDecoder().decode(unpack(metadata)) : null,
    ...readPages(file),
  }
}

/** Names the actions, forms, layers, scripts and attached files of a PDF: none of them prints. */
function interactiveOf(catalog: Dict): string[] {
  const entries = {
    OpenAction: 'action à l’ouverture',
    AA: 'actions',
    AcroForm: 'formulaire',
    OCProperties: 'calques',
  }
  const interactive = Object.entries(entries).flatMap(([key, what]) => (catalog.has(key) ? [what] : []))
  const names = catalog.find('Names', Dict)
  if (names?.has('JavaScript')) interactive.push('JavaScript')
  if (names?.has('EmbeddedFiles')) interactive.push('fichiers joints')
  return interactive
}

function intentsOf(catalog: Dict): IntentFacts[] {
  const intents = catalog.find('OutputIntents', List)?.all(Dict) ?? []
  return intents.map(intent => {
    const profile = intent.find('DestOutputProfile', Stream)
    return {
      subtype: intent.name('S') ?? '',
      condition: intent.text('OutputConditionIdentifier') ?? '',
      registry: intent.text('RegistryName') ?? '',
      profile: profile ? unpack(profile) : null,
    }
  })
}

function infoOf(info: Dict | undefined): Record<string, string> {
  if (!info) return {}
  return Object.fromEntries(
    info.keys().flatMap(key => {
      const text = info.name(key) ?? info.text(key)
      return text === undefined ? [] : [[key, text]]
    }),
  )
}
