import { blockNamed } from '../../blocks/index.ts'
import { type InList, type Paragraph, plainRun, type RunChange, type WordRun } from '../element.ts'
import { blockStyle, isReference, type StyleName, signs, styleId, styleOf, styles } from '../parts.ts'
import { signature } from './comments.ts'
import type { WordPicture } from './markup.ts'
import { PIC, xml, xmlText } from './markup.ts'
import { suiteIndent } from './numbering.ts'

/** Services of the file to its paragraphs. */
export type WordSheet = {
  /** Id of a relation that leads to an address. */
  link(href: string): string
  /** Id of a relation that leads to a picture, put into the file. */
  picture(picture: WordPicture): string
  /** Number of the list that an item's sign comes from. */
  listOf(element: Paragraph): number
  nextId(): number
  /** Titles shown for cross-references to fiches and pages; null in the template, which shows the marks as they are. */
  titles: ReadonlyMap<string, string> | null
  /** Ground of the row that names the columns of a table, as six hexadecimal digits. */
  ground: string
}

/** A paragraph of words in a style. */
export function styled(style: StyleName, runs: readonly WordRun[], sheet: WordSheet, more = ''): string {
  return xml('w:p', {}, [
    xml('w:pPr', {}, [xml('w:pStyle', { 'w:val': styleId(style) }), more]),
    ...(sheet.titles === null ? runs : withHiddenSpaces(runs)).map(run => inline(run, sheet, style)),
  ])
}

/** The paragraph of an element that is no table. */
export function paragraphOf(element: Paragraph, sheet: WordSheet, inChapo: boolean): string {
  const { list, runs, end } = element
  const place = list ? placeOf(list, element, sheet) : ''
  const change = end ? xml('w:rPr', {}, changeMark(end, sheet)) : ''
  return styled(styleOf(element, inChapo), runs, sheet, place + change)
}

const changeMark = (change: RunChange, sheet: WordSheet, inside = '') =>
  xml(`w:${change.kind}`, { 'w:id': sheet.nextId(), ...signature(change) }, inside)

function placeOf(list: InList, element: Paragraph, sheet: WordSheet): string {
  if (list.suite) return xml('w:ind', { 'w:left': suiteIndent(list.depth, element.bloc) })
  return xml('w:numPr', {}, [
    xml('w:ilvl', { 'w:val': Math.min(list.depth, 8) }),
    xml('w:numId', { 'w:val': sheet.listOf(element) }),
  ])
}

/** Of the spaces around a mark that nobody sees, one is seen. */
function withHiddenSpaces(runs: readonly WordRun[]): WordRun[] {
  const set = runs.map(run => ({ ...run }))
  for (const [index, run] of set.entries()) {
    const [before, after] = [set[index - 1], set[index + 1]]
    if (!run.mark || isReference(run.text) || !after || after.change || !/(^|\s)$/.test(before?.text ?? ''))
      continue
    const [space = ''] = /^ */.exec(after.text) ?? []
    run.text += space
    after.text = after.text.slice(space.length)
  }
  return set.filter(({ text }) => text !== '')
}

function inline(run: WordRun, sheet: WordSheet, style: StyleName): string {
  const { opens = [], closes = [] } = run
  return [
    ...opens.map(id => xml('w:commentRangeStart', { 'w:id': id })),
    words(run, sheet, style),
    ...closes.flatMap(id => [
      xml('w:commentRangeEnd', { 'w:id': id }),
      xml('w:r', {}, xml('w:commentReference', { 'w:id': id })),
    ]),
  ].join('')
}

function words(run: WordRun, sheet: WordSheet, style: StyleName): string {
  const title = run.mark && isReference(run.text) ? sheet.titles?.get(run.text.slice(2, -2)) : undefined
  // Word takes no longer tags.
  if (title && title.length <= 64 && run.text.length <= 64) return reference(run, title)
  const hidden = run.mark && sheet.titles !== null && !isReference(run.text)
  const plain = runOf(run, signOf(run, style), hidden)
  const runXml = run.change ? changeMark(run.change, sheet, plain) : plain
  return run.href === null ? runXml : xml('w:hyperlink', { 'r:id': sheet.link(run.href) }, runXml)
}

/** A cross-reference: its title for whoever reads, in a frame that keeps its slug. */
function reference(run: WordRun, title: string): string {
  return xml('w:sdt', {}, [
    xml('w:sdtPr', {}, [
      xml('w:alias', { 'w:val': title }),
      xml('w:tag', { 'w:val': run.text }),
      xml('w:lock', { 'w:val': 'contentLocked' }),
    ]),
    xml('w:sdtContent', {}, runOf({ ...run, text: title }, signs.reference, false)),
  ])
}

/** The character style that says what a run is. */
function signOf({ mark, code, href, bold }: WordRun, style: StyleName): StyleName | null {
  if (mark) return signs.mark
  if (code) return signs.code
  if (href !== null) return signs.link
  return bold && style === blockStyle('chiffres', 'liste') ? signs.figure : null
}

function runOf({ text, bold, italic, change }: WordRun, sign: StyleName | null, hidden: boolean): string {
  const set = [
    sign ? xml('w:rStyle', { 'w:val': styleId(sign) }) : '',
    bold ? xml('w:b') : '',
    italic ? xml('w:i') : '',
    hidden ? xml('w:vanish') : '',
  ].join('')
  const name = change?.kind === 'del' ? 'w:delText' : 'w:t'
  const pieces = text.split(/([\n\t])/).map(piece => {
    if (piece === '\n') return '<w:br/>'
    if (piece === '\t') return '<w:tab/>'
    return piece === '' ? '' : `<${name} xml:space="preserve">${xmlText(piece)}</${name}>`
  })
  return xml('w:r', {}, [set ? xml('w:rPr', {}, set) : '', ...pieces])
}

/** Writes lines that the press must keep and readers need not see, as hidden text. */
export const hiddenLines = (lines: readonly string[], sheet: WordSheet): string =>
  styled(
    styles.lignes,
    [plainRun(lines.join('\n'), { mark: true })],
    sheet,
    xml('w:rPr', {}, xml('w:vanish')),
  )

/** Writes the label above a block, for readers of Word; the press never reads it. */
export function label(bloc: string, sheet: WordSheet): string {
  return styled(styles.etiquette, [plainRun(blockNamed(bloc).label)], sheet)
}

/** 914 400 units are an inch; a picture is never wider than the text. */
const WIDEST = 6_120_000
const UNITS_A_PIXEL = 914_400 / 96

/** A picture on its own. @param scale pixels of the picture for one of the page */
export function drawing(
  picture: WordPicture,
  { style, name, alt, scale = 1 }: { style: StyleName; name: string; alt: string; scale?: number },
  sheet: WordSheet,
): string {
  const natural = (picture.width / scale) * UNITS_A_PIXEL
  const cx = Math.round(Math.min(WIDEST, natural))
  const cy = Math.round((cx * picture.height) / picture.width)
  const id = sheet.nextId()
  const about = { id, name, descr: alt }
  const shape = xml('pic:pic', {}, [
    xml('pic:nvPicPr', {}, [xml('pic:cNvPr', about), xml('pic:cNvPicPr')]),
    xml('pic:blipFill', {}, [
      xml('a:blip', { 'r:embed': sheet.picture(picture) }),
      xml('a:stretch', {}, xml('a:fillRect')),
    ]),
    xml('pic:spPr', {}, [
      xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', { cx, cy })]),
      xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
    ]),
  ])
  const inlineShape = xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    xml('wp:extent', { cx, cy }),
    xml('wp:docPr', about),
    xml('a:graphic', {}, xml('a:graphicData', { uri: PIC }, shape)),
  ])
  return xml('w:p', {}, [
    xml('w:pPr', {}, xml('w:pStyle', { 'w:val': styleId(style) })),
    xml('w:r', {}, xml('w:drawing', {}, inlineShape)),
  ])
}
