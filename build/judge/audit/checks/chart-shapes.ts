import { type Element, find, findAll, hasClass, ownText, type Parent, textOf } from '../read/html.ts'
import { lettersOf } from '../words.ts'

/** How far a line may be from its place, in units of the drawing: its numbers are rounded. */
const NEAR = 0.15
/** What is narrower is not drawn. */
const THIN = 0.13
/** Of a whole turn. */
const NEAR_SHARE = 0.01

type Table = { series: string[]; names: string[]; rows: number[][] }

/** What of a chart is not as long, as high or as wide as its table says, in words; nothing where it has no table.
 *  @param drawing its SVG */
export function* wrongShapes(figure: Element, drawing: Element): Generator<string> {
  if (hasClass(figure, 'domaines')) yield* wheel(figure, drawing)
  const table = tableOf(figure)
  const shapes = findAll(drawing, () => true)
  if (table.rows.length === 0 || shapes.length === 0) return
  switch (figure.attribs['data-type']) {
    case 'barres':
      yield* bars(table, shapes)
      break
    case 'barres-empilees':
      yield* stacks(table, shapes, drawing)
      break
    case 'courbe':
      yield* curves(table, shapes)
      break
    case 'anneau':
      yield* shares(table, shapes)
      break
    default:
  }
  // The names of the series are drawn last.
  const written = lettersOf(shapes.map(shape => (shape.name === 'text' ? ownText(shape) : '')).join(' '))
  if (table.series.length > 1 && figure.attribs['data-type'] !== 'anneau')
    if (!written.endsWith(lettersOf(table.series.join(' '))))
      yield `La légende ne nomme pas ${table.series.join(', ')}, dans cet ordre.`
}

function tableOf(figure: Element): Table {
  const cellsOf = (row: Element) =>
    findAll(row, ({ name }) => name === 'td' || name === 'th').map(cell => textOf(cell))
  const rows = findAll(find(figure, 'tbody'), 'tr')
  return {
    series: findAll(find(figure, 'thead'), 'tr')
      .flatMap(cellsOf)
      .slice(1)
      .map(name => name.replace(/\s*\(\s*(?:en\s+)?[^()\d]{1,20}\)\s*$/u, '')),
    names: rows.map(row => cellsOf(row)[0]?.trim() ?? ''),
    rows: rows.map(row => cellsOf(row).slice(1).map(numberIn)),
  }
}

/** The number that a cell or a graduation says, 0 where it says none. */
function numberIn(text: string): number {
  const [, sign, digits = ''] = /^\s*([+−–-]?)\s*(\d[\d\s]*(?:[.,]\d+)?)/u.exec(text) ?? []
  const value = Number(digits.replace(/\s/g, '').replace(',', '.'))
  return sign && sign !== '+' ? -value : value
}

const widthOf = ({ attribs }: Element) => Number(attribs['width']) + Number(attribs['stroke-width'] ?? 0)
const isMark = (shape: Element) => /^(?:serie-\d+|cible)(?: |$)/.test(shape.attribs['class'] ?? '')
const pointsOf = ({ attribs }: Element): [number, number][] =>
  [...(attribs['d'] ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
const written = (value: number) => String(value).replace('.', ',').replace('-', '−')

/** Where a scale has a value, read from its graduations; null: it has fewer than two. */
function scaleOf(shapes: readonly Element[], axis: 0 | 1): ((value: number) => number) | null {
  const marks = shapes.flatMap((shape, index) => {
    const words = shapes
      .slice(index)
      .find(({ name, attribs }) => name === 'text' || attribs['class'] !== 'grille')
    if (!hasClass(shape, 'grille') || words?.name !== 'text') return []
    return [{ value: numberIn(ownText(words)), at: pointsOf(shape)[0]?.[axis] ?? 0 }]
  })
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last || first.value === last.value) return null
  const unit = (last.at - first.at) / (last.value - first.value)
  return value => first.at + (value - first.value) * unit
}

function* bars({ rows }: Table, shapes: readonly Element[]): Generator<string> {
  const scale = scaleOf(shapes, 0)
  const drawn = shapes.filter(shape => shape.name === 'rect' && isMark(shape)).map(widthOf)
  const values = rows.flat()
  const most = Math.max(...values.map(Math.abs))
  const unit = scale ? Math.abs(scale(1) - scale(0)) : Math.max(...drawn) / most
  yield* lengths(
    values.map(value => ({ value, length: Math.abs(value) * unit })),
    drawn,
  )
}

/** A whole row is as wide as the drawing: the largest, or a hundred percent. */
function* stacks({ rows }: Table, shapes: readonly Element[], { attribs }: Element): Generator<string> {
  const [left = 0, , wide = 0] = (attribs['viewBox'] ?? attribs['viewbox'] ?? '').split(' ').map(Number)
  const drawn = shapes.filter(shape => shape.name === 'rect' && isMark(shape)).map(widthOf)
  const totals = rows.map(row => row.reduce((sum, value) => sum + Math.max(0, value), 0))
  const unit = (wide + 2 * left) / Math.max(...totals)
  const values = rows.flat()
  const parts = (scale: number) => values.map(value => ({ value, length: Math.max(0, value) * scale }))
  const [full] = lengths(parts(unit), drawn)
  if (full === undefined) return
  yield* lengths(parts((wide + 2 * left) / Math.max(100, ...totals)), drawn)
}

function* lengths(
  wanted: readonly { value: number; length: number }[],
  drawn: readonly number[],
): Generator<string> {
  const long = wanted.filter(({ length }) => length >= THIN)
  if (drawn.length < long.length) yield `Il dessine ${drawn.length} barres au lieu de ${long.length}.`
  // A bar about as thin as a line may be drawn or not.
  if (wanted.some(({ length }) => Math.abs(length - THIN) < 0.02)) return
  for (const [index, { value, length }] of long.entries()) {
    const width = drawn[index]
    if (width !== undefined && Math.abs(width - length) > NEAR)
      yield `La barre de ${written(value)} est ${width < length ? 'trop courte' : 'trop longue'} (${Math.round((100 * width) / length)} % de sa longueur).`
  }
}

function* curves({ rows, series, names }: Table, shapes: readonly Element[]): Generator<string> {
  const scale = scaleOf(shapes, 1)
  for (const [index, name] of scale ? series.entries() : []) {
    const line = shapes.find(shape => hasClass(shape, `ligne-${index + 1}`))
    const points = line ? pointsOf(line) : []
    if (rows.length > 1 && points.length !== rows.length)
      yield `La courbe « ${name} » a ${points.length} points au lieu de ${rows.length}.`
    const years = names.map(Number)
    const dated =
      names.every(name => /^\d{4}$/.test(name)) && years.every((year, at) => !(year <= (years[at - 1] ?? 0)))
    const [from = 0, to = 0] = [years[0], years.at(-1)]
    const [left, right] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0]
    for (const [at, [x]] of dated ? points.entries() : [])
      if (Math.abs(x - left - ((right - left) * ((years[at] ?? 0) - from)) / (to - from)) > NEAR)
        yield `Le point de ${names[at]} n’est pas à sa date.`
    for (const [at, [, y]] of points.entries()) {
      const value = rows[at]?.[index] ?? 0
      if (scale && Math.abs(y - scale(value)) > NEAR)
        yield `Le point de ${written(value)} n’est pas à sa hauteur.`
    }
  }
}

/** A segment and a name for each item of its list. */
function* wheel(figure: Element, drawing: Parent): Generator<string> {
  const names = findAll(find(figure, '.domaines-liste'), 'li').flatMap(item => {
    const name = find(item, 'strong')
    return name ? [textOf(name).replace(/\s*:\s*$/, '')] : []
  })
  const written = lettersOf(findAll(drawing, 'text').map(ownText).join(' '))
  for (const name of names) if (!written.includes(lettersOf(name))) yield `La roue ne nomme pas « ${name} ».`
}

/** Of each arc, how much of the turn it takes, by its chord. */
function* shares({ rows }: Table, shapes: readonly Element[]): Generator<string> {
  const arcs = shapes.flatMap(({ attribs }) => {
    const [, x, y, r, large, toX, toY] =
      /^M(\S+) (\S+)A(\S+) \S+ 0 ([01]) 1 (\S+?) (\S+?)L/.exec(attribs['d'] ?? '') ?? []
    const chord = Math.hypot(Number(toX) - Number(x), Number(toY) - Number(y))
    const turn = Math.asin(Math.min(1, chord / (2 * Number(r)))) / Math.PI
    return r === undefined ? [] : [large === '1' ? 1 - turn : turn]
  })
  const values = rows.map(([value = 0]) => value).filter(value => value > 0)
  const total = values.reduce((sum, value) => sum + value, 0)
  if (arcs.length === 0) return
  for (const [index, value] of values.entries()) {
    const drawn = arcs[index]
    if (drawn === undefined || Math.abs(drawn - value / total) > NEAR_SHARE)
      yield `La part de ${written(value)} prend ${Math.round(100 * (drawn ?? 0))} % de l’anneau.`
  }
}
