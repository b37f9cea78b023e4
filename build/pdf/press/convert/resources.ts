import { PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { rewrite, UnknownOperatorError } from '../content/rewrite.ts'
import { type Place, UnprintableError } from '../faults.ts'
import { name, pack, unpack } from '../stream.ts'
import { type Conversion, claim, type Tint } from './conversion.ts'
import { convertShading } from './shading.ts'
import { convertState } from './state.ts'

/** Brings a content stream and all that it names to print.
 *  @returns the content, to be stored by whoever owns the stream */
export function convertContent(
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  tint: Tint,
  place: Place,
  conversion: Conversion,
): Uint8Array {
  if (resources) convertResources(resources, tint, place, conversion)
  try {
    return rewrite(bytes, tint.painter(place))
  } catch (cause) {
    if (cause instanceof UnknownOperatorError) throw new UnprintableError(place, cause.message, { cause })
    throw new UnprintableError(place, 'le dessin de la page ne peut pas être lu', { cause })
  }
}

// The order in which Chromium writes them; a kind that is not here holds something unknown.
const kinds: Record<string, (entry: PDFObject, tint: Tint, place: Place, conversion: Conversion) => void> = {
  ExtGState: (entry, tint, place, conversion) =>
    convertState(lookUp(entry, conversion), tint, place, conversion, convertForm),
  Pattern: convertPattern,
  XObject: convertXObject,
  Font: convertFont,
}

function convertResources(resources: PDFDict, tint: Tint, place: Place, conversion: Conversion): void {
  resources.delete(name('ProcSet'))
  for (const [kind, value] of resources.entries()) {
    const convert = kinds[kind.decodeText()]
    const entries = conversion.context.lookupMaybe(value, PDFDict)
    if (!convert || !entries) throw new UnprintableError(place, `ressource ${kind.asString()} inconnue`)
    for (const [, entry] of entries.entries()) convert(entry, tint, place, conversion)
  }
}

function convertXObject(entry: PDFObject, tint: Tint, place: Place, conversion: Conversion): void {
  const { dict } = streamOf(entry, place, conversion)
  const subtype = dict.lookup(name('Subtype'))
  if (subtype === name('Form')) {
    convertForm(entry, tint, place, conversion)
    return
  }
  if (subtype !== name('Image') || !(entry instanceof PDFRef))
    throw new UnprintableError(place, `objet ${subtype} inconnu`)
  // A stencil has no colour of its own.
  if (dict.lookup(name('ImageMask'))?.toString() === 'true') return
  if (tint.space === 'DeviceGray') {
    // In a mask a grey picture stays as it is: it is no ink.
    if (dict.lookup(name('ColorSpace')) === name('DeviceGray')) return
    throw new UnprintableError(place, 'une image en couleurs sert de masque')
  }
  if (!conversion.pictures.has(entry)) conversion.pictures.set(entry, place)
}

/** A form, drawn once or on many pages: brought to print the first time. */
function convertForm(entry: PDFObject, tint: Tint, place: Place, conversion: Conversion): void {
  const { context } = conversion
  const stream = streamOf(entry, place, conversion)
  if (!claim(conversion, entry, tint, place)) return
  const { dict } = stream
  for (const key of ['StructParent', 'StructParents']) dict.delete(name(key))
  const group = dict.lookupMaybe(name('Group'), PDFDict)
  if (group?.has(name('CS')) || (group && tint.space === 'DeviceGray'))
    group.set(name('CS'), name(tint.space))
  const content = convertContent(
    contentOf(stream, place),
    dict.lookupMaybe(name('Resources'), PDFDict),
    tint,
    place,
    conversion,
  )
  store(entry, pack(context, dict, content), place, conversion)
}

function convertPattern(entry: PDFObject, tint: Tint, place: Place, conversion: Conversion): void {
  const pattern = lookUp(entry, conversion)
  if (pattern instanceof PDFDict) {
    const shading = pattern.lookup(name('Shading'))
    if (!(shading instanceof PDFDict)) throw new UnprintableError(place, 'dégradé d’une sorte inconnue')
    convertShading(shading, tint, place, conversion)
    return
  }
  const { dict } = streamOf(entry, place, conversion)
  if (dict.lookup(name('PaintType'))?.toString() !== '1')
    throw new UnprintableError(place, 'motif sans couleurs à lui')
  convertForm(entry, tint, place, conversion)
}

/** A Type 3 font draws its letters with content streams, which may hold colours. */
function convertFont(entry: PDFObject, tint: Tint, place: Place, conversion: Conversion): void {
  const font = conversion.context.lookupMaybe(entry, PDFDict)
  if (font?.lookup(name('Subtype')) !== name('Type3') || !claim(conversion, font, tint, place)) return
  const resources = font.lookupMaybe(name('Resources'), PDFDict)
  for (const [, letter] of font.lookup(name('CharProcs'), PDFDict).entries()) {
    const stream = streamOf(letter, place, conversion)
    if (!claim(conversion, letter, tint, place)) continue
    const content = convertContent(contentOf(stream, place), resources, tint, place, conversion)
    store(letter, pack(conversion.context, stream.dict, content), place, conversion)
  }
}

function lookUp(entry: PDFObject, { context }: Conversion): PDFObject | undefined {
  return context.lookup(entry)
}

function streamOf(entry: PDFObject, place: Place, { context }: Conversion): PDFStream {
  const stream = context.lookup(entry)
  if (!(stream instanceof PDFStream)) throw new UnprintableError(place, `${entry} n’est pas un dessin`)
  return stream
}

function contentOf(stream: PDFStream, place: Place): Uint8Array {
  try {
    return unpack(stream)
  } catch (cause) {
    throw new UnprintableError(place, 'un dessin ne peut pas être lu', { cause })
  }
}

function store(entry: PDFObject, stream: PDFStream, place: Place, { context }: Conversion): void {
  if (!(entry instanceof PDFRef)) throw new UnprintableError(place, 'un dessin sans numéro d’objet')
  context.assign(entry, stream)
}
