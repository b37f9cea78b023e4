import { Parser } from 'htmlparser2'
import { escapeXml } from '../../problems/index.ts'
import { attributes, cleanDeclarations, cleanSheet, cleanValue, elements, properties } from './allowed.ts'
import { MOST_SHAPES, shapesIn } from './count-shapes.ts'

/** Content of a drawing that no edition may show; its line and column count from 1. */
type Refusal = { line: number; column: number; quote: string }

export type Drawing = {
  /** The drawing written anew, of nothing but what is allowed; null where it cannot be. */
  svg: string | null
  /** A script, an animation or an outside reference. */
  active: Refusal | null
  /** Where it nests deeper, or copies itself more often, than browsers can read. */
  nested: Refusal | null
  /** A part that browsers print in coarse dots. */
  coarse: Refusal | null
  /** An element left open: the drawing is not XML. */
  broken: Refusal | null
  /** Why nothing of it can be seen: its frame has no surface, or it has no shape. */
  blank: 'frame' | 'shape' | null
  /** All that it writes. */
  words: string
  /** Its pictures of pixels: the file in base64, and the width that it is drawn at. */
  rasters: { data: string; width: number }[]
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/** libxml, which Chromium reads drawings with, gives up at 256. No program for drawing nests so deep. */
const MOST_NESTED = 200

/** Reads an SVG with its namespaces resolved, and writes its allowed parts anew. Notes of other programs (Inkscape's guides,
 *  RDF) are left out; scripts and outside references are reported. Never throws on text. */
export function writeDrawing(source: string): Drawing {
  const open: {
    local: string
    drawn: boolean
    start: number
    spaces: Readonly<Record<string, string>>
    scale: number
  }[] = []
  const drawing: Drawing = {
    svg: null,
    active: null,
    nested: null,
    coarse: null,
    broken: null,
    blank: null,
    words: '',
    rasters: [],
  }
  let written = ''
  let sheet = ''
  const placeOf = (offset: number, text: string): Refusal => {
    const before = source.slice(0, offset).split(/\r\n?|\n/)
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, quote: text }
  }
  const refuse = (text: string) => {
    drawing.active ??= placeOf(parser.startIndex, text)
  }

  const parser = new Parser(
    {
      onopentag(name, attribs) {
        const parent = open.at(-1)
        const spaces = spacesWithin(parent?.spaces ?? { '': SVG }, attribs)
        const { space, local } = resolved(name, spaces)
        // Words of other programs are no drawing, nor is what stands in them; elements of HTML act there as here.
        const foreign = space !== SVG || local === 'metadata' || parent?.drawn === false
        const acts =
          /^(?:script|foreignobject|handler|iframe|object|embed|audio|video|base|link|meta)$/i.test(local)
        if (acts || (!foreign && !elements.has(local))) refuse(`<${name}`)
        const drawn =
          !foreign && !acts && elements.has(local) && (open.length > 0 || (local === 'svg' && written === ''))
        const scale = (parent?.scale ?? 1) * scaleOf(attribs['transform'] ?? '')
        open.push({ local, drawn, start: parser.startIndex, spaces, scale })
        if (open.length > MOST_NESTED)
          drawing.nested ??= placeOf(
            parser.startIndex,
            `emboîte plus de ${MOST_NESTED} groupes les uns dans les autres`,
          )
        const safe = attributesOf(attribs, { spaces, local, refuse: drawn ? refuse : onlyActs(refuse) })
        if (!drawn) return
        if (local === 'pattern' || local === 'mask') drawing.coarse ??= placeOf(parser.startIndex, local)
        const [, data] = (local === 'image' && / href="data:[^,]*,([^"]*)"/.exec(safe)) || []
        if (data) drawing.rasters.push({ data, width: scale * Number.parseFloat(attribs['width'] ?? '') })
        written += `<${local}${open.length === 1 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''}${safe}>`
      },
      ontext(text) {
        const parent = open.at(-1)
        if (!parent?.drawn) return
        if (parent.local === 'style') sheet += text
        else written += xmlOf(text)
        if (/^(?:text|tspan|textPath)$/.test(parent.local)) drawing.words += text
      },
      onclosetag(name, implied) {
        const closed = open.pop()
        // `<rect/>` is closed where it is opened.
        if (implied && closed && closed.start !== parser.startIndex)
          drawing.broken ??= placeOf(closed.start, `<${name}`)
        if (!closed?.drawn) return
        if (closed.local === 'style') {
          const { css, refused } = cleanSheet(sheet)
          if (refused !== null) refuse(refused)
          written += xmlOf(css)
          sheet = ''
        }
        written += `</${closed.local}>`
      },
      onprocessinginstruction(name, data) {
        if (/^!doctype/i.test(name) ? /<!ENTITY|\[/i.test(data) : !/^\?xml$/i.test(name)) refuse(`<${name}`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(source)
  const ids = new Set(Array.from(written.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id))
  drawing.blank = hasNoSurface(written) ? 'frame' : hasNoShape(written, ids) ? 'shape' : null
  if (written.includes('<use ') && shapesIn(written) > MOST_SHAPES)
    drawing.nested ??= placeOf(0, `répète ses formes plus de ${MOST_SHAPES.toLocaleString('fr-FR')} fois`)
  if (drawing.active === null && written !== '') drawing.svg = `${written}\n`
  return drawing
}

/** No frame, or a side of no length. @see https://www.w3.org/TR/SVG2/coords.html#ViewBoxAttribute */
const hasNoSurface = (written: string): boolean =>
  frameOf(written) === null || /^<svg[^>]* (?:width|height)="0(?:\.0+)?(?:px|mm|cm|pt|%)?"/.test(written)

/** How much larger a transform draws: `matrix(.24 0 0 .24 10 20)` → 0.24. */
function scaleOf(transform: string): number {
  const scales = Array.from(transform.matchAll(/(matrix|scale)\(([^)]*)\)/g), ([, name, list = '']) => {
    const [a = 1, b = a, c = 0, d = 0] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    return Math.sqrt(Math.abs(name === 'scale' ? a * b : a * d - b * c))
  })
  return scales.reduce((product, scale) => product * scale, 1)
}

/** The frame of a drawing in its own units; null where it says none. */
export function frameOf(svg: string): { width: number; height: number } | null {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const side = (name: string) => Number.parseFloat(new RegExp(` ${name}="([^"]*)"`).exec(root)?.[1] ?? '')
  const [, , width = side('width'), height = side('height')] = (/ viewBox="([^"]*)"/.exec(root)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return width > 0 && height > 0 ? { width, height } : null
}

function hasNoShape(written: string, ids: ReadonlySet<string>): boolean {
  return !Array.from(
    written.matchAll(
      /<(?:path|rect|circle|ellipse|line|polyline|polygon|text|image)[ >]|<use [^>]*href="#([^"]*)"/g,
    ),
  ).some(([, used]) => used === undefined || ids.has(used))
}

/** Gives the prefixes within an element: the outer ones, and its own. */
function spacesWithin(
  outer: Readonly<Record<string, string>>,
  attribs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const declared = Object.entries(attribs).flatMap(([name, value]) =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  )
  return declared.length === 0 ? outer : { ...outer, ...Object.fromEntries(declared) }
}

/** The namespace and the local name of an element or, with `''` in `spaces`, of an attribute; an unknown prefix stands for itself. */
function resolved(name: string, spaces: Readonly<Record<string, string>>): { space: string; local: string } {
  const cut = name.indexOf(':')
  const prefix = cut === -1 ? '' : name.slice(0, cut)
  return { space: spaces[prefix] ?? prefix, local: name.slice(cut + 1) }
}

/** In an element that is left out anyway, only event handlers are refused. */
const onlyActs =
  (refuse: (text: string) => void) =>
  (text: string): void => {
    if (/^(?:\S+:)?on/i.test(text)) refuse(text)
  }

/** The attributes of an element that are allowed, as they are written in a tag. */
function attributesOf(
  attribs: Readonly<Record<string, string>>,
  {
    spaces,
    local,
    refuse,
  }: { spaces: Readonly<Record<string, string>>; local: string; refuse(text: string): void },
): string {
  let written = ''
  let href: string | null = null
  for (const [name, value] of Object.entries(attribs)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const { space, local: attribute } = resolved(name, { ...spaces, '': '' })
    if (/^on/i.test(attribute)) refuse(name)
    else if (attribute.toLowerCase() === 'href' && (space === '' || space === XLINK || space === 'xlink')) {
      if (!isInside(value.trim(), local)) refuse(name)
      else if (href === null || space === '') href = value.trim()
    } else if (attribute === 'src' || attribute === 'base') refuse(name)
    else if (space === '' || space === 'xml') written += attributeOf(name, value, refuse)
  }
  // Readers of e-books know the older name alone.
  return href === null ? written : `${written} xlink:href="${xmlOf(href)}" href="${xmlOf(href)}"`
}

/** A part of the drawing; for a picture, its own pixels. */
const isInside = (address: string, local: string): boolean =>
  /^#[^\s"'<>]*$/.test(address) ||
  (local === 'image' && /^data:image\/(?:png|jpe?g);base64,[\w+/=\s]*$/i.test(address))

function attributeOf(name: string, value: string, refuse: (text: string) => void): string {
  if (name === 'style') {
    const { css, refused } = cleanDeclarations(value)
    if (refused !== null) refuse(refused)
    return css === '' ? '' : ` style="${xmlOf(css)}"`
  }
  if (properties.has(name)) {
    const { value: clean, refused } = cleanValue(value)
    if (refused !== null) refuse(refused)
    return ` ${name}="${xmlOf(clean)}"`
  }
  return attributes.has(name) ? ` ${name}="${xmlOf(value)}"` : ''
}

/** A text as XML holds it: without what no XML may. @see https://www.w3.org/TR/xml/#charsets */
const xmlOf = (text: string): string =>
  escapeXml(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
