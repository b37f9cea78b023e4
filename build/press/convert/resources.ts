import {
  Dict,
  joinGlyphs,
  List,
  name,
  overprintStates,
  pack,
  Ref,
  rewrite,
  Stream,
  UnknownOperatorError,
  unpack,
  type Value,
  widthsIn,
} from '../../pdf/index.ts'
import type { Rgb } from '../colour/ink.ts'
import { type PressPlace, UnprintableError } from '../faults.ts'
import { claim, type Task } from './conversion.ts'

export function convertContent(bytes: Uint8Array, resources: Dict | undefined, task: Task): Uint8Array {
  const { tint, place } = task
  if (resources) convertResources(resources, task)
  const states = resources?.find('ExtGState', Dict) ?? new Dict(task.conversion.file)
  for (const [key, state] of Object.entries(overprintStates))
    states.set(key, task.conversion.file.dict(state))
  resources?.set('ExtGState', states)
  try {
    return rewrite(joinGlyphs(bytes, widthsIn(resources)), tint.painter(place))
  } catch (cause) {
    if (cause instanceof UnknownOperatorError) throw new UnprintableError(place, cause.message, { cause })
    throw new UnprintableError(place, 'le dessin de la page ne peut pas être lu', { cause })
  }
}

// The order in which Chromium writes them; a kind that is not here holds something unknown.
const kinds: Record<string, (entry: Value, task: Task) => void> = {
  ExtGState: (entry, task) => convertState(task.conversion.file.lookup(entry), task),
  Pattern: convertPattern,
  XObject: convertXObject,
  Font: convertFont,
}

function convertResources(resources: Dict, task: Task): void {
  resources.delete('ProcSet')
  for (const kind of resources.keys()) {
    const convert = kinds[kind]
    const entries = resources.find(kind, Dict)
    if (!convert || !entries) throw new UnprintableError(task.place, `ressource /${kind} inconnue`)
    for (const entry of entries.values()) convert(entry, task)
  }
}

function convertXObject(entry: Value, task: Task): void {
  const { conversion, tint, place } = task
  const { dict } = streamOf(entry, task)
  const subtype = dict.name('Subtype')
  if (subtype === 'Form') {
    convertForm(entry, task)
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
function convertForm(entry: Value, task: Task): void {
  const stream = streamOf(entry, task)
  if (!claim(entry, task)) return
  const { dict } = stream
  for (const key of ['StructParent', 'StructParents']) dict.delete(key)
  const group = dict.find('Group', Dict)
  if (group?.has('CS') || (group && task.tint.space === 'DeviceGray')) group.set('CS', name(task.tint.space))
  const content = convertContent(unpack(stream), dict.find('Resources', Dict), task)
  // A stream is an object of its own.
  task.conversion.file.set(entry as Ref, pack(dict, content))
}

function convertPattern(entry: Value, task: Task): void {
  const { conversion, place } = task
  const pattern = conversion.file.lookup(entry)
  if (pattern instanceof Dict) {
    const shading = pattern.find('Shading', Dict)
    if (!shading) throw new UnprintableError(place, 'dégradé d’une sorte inconnue')
    convertShading(shading, task)
    return
  }
  const { dict } = streamOf(entry, task)
  if (dict.number('PaintType') !== 1) throw new UnprintableError(place, 'motif sans couleurs à lui')
  convertForm(entry, task)
}

/** A Type 3 font draws its letters with content streams, which may hold colours. */
function convertFont(entry: Value, task: Task): void {
  const font = task.conversion.file.find(entry, Dict)
  if (font?.name('Subtype') !== 'Type3' || !claim(font, task)) return
  const resources = font.find('Resources', Dict)
  for (const letter of font.need('CharProcs', Dict).values()) {
    const stream = streamOf(letter, task)
    if (!claim(letter, task)) continue
    task.conversion.file.set(
      letter as Ref,
      pack(stream.dict, convertContent(unpack(stream), resources, task)),
    )
  }
}

function streamOf(entry: Value, { conversion, place }: Task): Stream {
  const stream = conversion.file.lookup(entry)
  if (!(stream instanceof Stream)) throw new UnprintableError(place, `${entry} n’est pas un dessin`)
  return stream
}

/** Colourless entries of a graphics state that Chromium writes; transfer functions and halftones are not for PDF/X-4.
 *  @see ISO 15930-7 §6.6 */
const plain = new Set(['Type', 'BM', 'ca', 'CA', 'LC', 'LJ', 'LW', 'ML', 'SA', 'AIS', 'D'])

/** Looks through a graphics state and brings its soft mask to print. */
function convertState(state: Value | undefined, task: Task): void {
  const { conversion, place } = task
  if (!(state instanceof Dict)) throw new UnprintableError(place, 'état graphique illisible')
  if (conversion.done.has(state)) return
  claim(state, task)
  for (const kind of state.keys()) {
    if (plain.has(kind)) continue
    if (kind !== 'SMask') throw new UnprintableError(place, `état graphique /${kind} inconnu`)
    const mask = state.lookup(kind)
    if (mask === name('None')) continue
    if (!(mask instanceof Dict)) throw new UnprintableError(place, 'masque d’une sorte inconnue')
    const form = mask.get('G')
    if (!form) throw new UnprintableError(place, 'masque sans dessin')
    // A luminosity mask is grey by nature. Of an alpha mask only the shape counts, but its colours must be ink too.
    const tint = mask.name('S') === 'Luminosity' ? conversion.mask : conversion.ink
    convertForm(form, { conversion, tint, place })
  }
}

const AXIAL = 2
const RADIAL = 3
const EXPONENTIAL = 2
const STITCHING = 3
/** Chromium writes all other gradients as programs. */
const SIMPLE_ONLY =
  'dégradé conique, répété ou vers le transparent : n’employer que des dégradés simples, linéaires ou radiaux, entre des couleurs pleines'

/** Converts a gradient for print, its ends and stops. Refuses conic and repeating gradients, and fades to nothing. @see ISO
 *  32000-1 §8.7.4.5, §7.10 */
function convertShading(shading: Dict, task: Task): void {
  const { conversion, tint, place } = task
  if (!claim(shading, task)) return
  const kind = shading.number('ShadingType')
  const space = shading.name('ColorSpace')
  const count = space === 'DeviceRGB' ? 3 : space === 'DeviceGray' ? 1 : 0
  if ((kind !== AXIAL && kind !== RADIAL) || count === 0) throw new UnprintableError(place, SIMPLE_ONLY)
  const convert = (components: Value | undefined) =>
    conversion.file.list(tint.stop(readStop(components, count, place)))
  const background = shading.lookup('Background')
  if (background) shading.set('Background', convert(background))
  convertFunction(shading.lookup('Function'))
  shading.set('ColorSpace', name(tint.space))

  function convertFunction(fun: Value | undefined): void {
    if (!(fun instanceof Dict) || fun.has('Range')) throw new UnprintableError(place, SIMPLE_ONLY)
    // Two gradients may share a function.
    if (!claim(fun, task)) return
    const kind = fun.number('FunctionType')
    if (kind === EXPONENTIAL) {
      for (const end of ['C0', 'C1']) fun.set(end, convert(fun.lookup(end)))
    } else if (kind === STITCHING) {
      const parts = fun.need('Functions', List)
      for (let index = 0; index < parts.items.length; index++) convertFunction(parts.lookup(index))
    } else {
      throw new UnprintableError(place, SIMPLE_ONLY)
    }
  }
}

function readStop(components: Value | undefined, count: number, place: PressPlace): Rgb {
  if (!(components instanceof List) || components.items.length !== count)
    throw new UnprintableError(place, 'dégradé dont une couleur manque')
  const [red = 0, green = red, blue = red] = components.numbers().map(part => Math.round(part * 255))
  return [red, green, blue]
}
