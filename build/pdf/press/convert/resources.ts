import { widthsIn } from '../../content/font-dictionary.ts'
import { joinGlyphs } from '../../content/join-glyphs.ts'
import { rewrite, UnknownOperatorError } from '../../content/rewrite.ts'
import { pack, unpack } from '../../object/packing.ts'
import { Dict, name, Ref, Stream, type Value } from '../../object/values.ts'
import { type Place, UnprintableError } from '../faults.ts'
import { type Conversion, claim, type Tint } from './conversion.ts'
import { convertShading } from './shading.ts'
import { convertState } from './state.ts'

/** Brings a content stream and all that it names to print.
 *  @returns the content, to be stored by whoever owns the stream */
export function convertContent(
  bytes: Uint8Array,
  resources: Dict | undefined,
  tint: Tint,
  place: Place,
  conversion: Conversion,
): Uint8Array {
  if (resources) convertResources(resources, tint, place, conversion)
  try {
    return rewrite(joinGlyphs(bytes, widthsIn(resources)), tint.painter(place))
  } catch (cause) {
    if (cause instanceof UnknownOperatorError) throw new UnprintableError(place, cause.message, { cause })
    throw new UnprintableError(place, 'le dessin de la page ne peut pas être lu', { cause })
  }
}

// The order in which Chromium writes them; a kind that is not here holds something unknown.
const kinds: Record<string, (entry: Value, tint: Tint, place: Place, conversion: Conversion) => void> = {
  ExtGState: (entry, tint, place, conversion) =>
    convertState(lookUp(entry, conversion), tint, place, conversion, convertForm),
  Pattern: convertPattern,
  XObject: convertXObject,
  Font: convertFont,
}

function convertResources(resources: Dict, tint: Tint, place: Place, conversion: Conversion): void {
  resources.delete('ProcSet')
  for (const kind of resources.keys()) {
    const convert = kinds[kind]
    const entries = resources.find(kind, Dict)
    if (!convert || !entries) throw new UnprintableError(place, `ressource /${kind} inconnue`)
    for (const entry of entries.values()) convert(entry, tint, place, conversion)
  }
}

function convertXObject(entry: Value, tint: Tint, place: Place, conversion: Conversion): void {
  const { dict } = streamOf(entry, place, conversion)
  const subtype = dict.name('Subtype')
  if (subtype === 'Form') {
    convertForm(entry, tint, place, conversion)
    return
  }
  if (subtype !== 'Image' || !(entry instanceof Ref))
    throw new UnprintableError(place, `objet /${subtype} inconnu`)
  // A stencil has no colour of its own.
  if (dict.lookup('ImageMask') === true) return
  if (tint.space === 'DeviceGray') {
    // In a mask a grey picture stays as it is: it is no ink.
    if (dict.name('ColorSpace') === 'DeviceGray') return
    throw new UnprintableError(place, 'une image en couleurs sert de masque')
  }
  if (!conversion.pictures.has(entry)) conversion.pictures.set(entry, place)
}

/** A form, drawn once or on many pages: brought to print the first time. */
function convertForm(entry: Value, tint: Tint, place: Place, conversion: Conversion): void {
  const stream = streamOf(entry, place, conversion)
  if (!claim(conversion, entry, tint, place)) return
  const { dict } = stream
  for (const key of ['StructParent', 'StructParents']) dict.delete(key)
  const group = dict.find('Group', Dict)
  if (group?.has('CS') || (group && tint.space === 'DeviceGray')) group.set('CS', name(tint.space))
  const content = convertContent(
    contentOf(stream, place),
    dict.find('Resources', Dict),
    tint,
    place,
    conversion,
  )
  store(entry, pack(dict, content), place, conversion)
}

function convertPattern(entry: Value, tint: Tint, place: Place, conversion: Conversion): void {
  const pattern = lookUp(entry, conversion)
  if (pattern instanceof Dict) {
    const shading = pattern.find('Shading', Dict)
    if (!shading) throw new UnprintableError(place, 'dégradé d’une sorte inconnue')
    convertShading(shading, tint, place, conversion)
    return
  }
  const { dict } = streamOf(entry, place, conversion)
  if (dict.number('PaintType') !== 1) throw new UnprintableError(place, 'motif sans couleurs à lui')
  convertForm(entry, tint, place, conversion)
}

/** A Type 3 font draws its letters with content streams, which may hold colours. */
function convertFont(entry: Value, tint: Tint, place: Place, conversion: Conversion): void {
  const font = conversion.file.find(entry, Dict)
  if (font?.name('Subtype') !== 'Type3' || !claim(conversion, font, tint, place)) return
  const resources = font.find('Resources', Dict)
  for (const letter of font.need('CharProcs', Dict).values()) {
    const stream = streamOf(letter, place, conversion)
    if (!claim(conversion, letter, tint, place)) continue
    const content = convertContent(contentOf(stream, place), resources, tint, place, conversion)
    store(letter, pack(stream.dict, content), place, conversion)
  }
}

function lookUp(entry: Value, { file }: Conversion): Value | undefined {
  return file.lookup(entry)
}

function streamOf(entry: Value, place: Place, { file }: Conversion): Stream {
  const stream = file.lookup(entry)
  if (!(stream instanceof Stream)) throw new UnprintableError(place, `${entry} n’est pas un dessin`)
  return stream
}

function contentOf(stream: Stream, place: Place): Uint8Array {
  try {
    return unpack(stream)
  } catch (cause) {
    throw new UnprintableError(place, 'un dessin ne peut pas être lu', { cause })
  }
}

function store(entry: Value, stream: Stream, place: Place, { file }: Conversion): void {
  if (!(entry instanceof Ref)) throw new UnprintableError(place, 'un dessin sans numéro d’objet')
  file.set(entry, stream)
}
