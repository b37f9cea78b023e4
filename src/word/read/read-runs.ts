import { plainRun, type Run } from '../element.ts'
import { isReference, plainName, signs } from '../parts.ts'
import { NOTE, type WordImage } from './manuscript.ts'
import { type DrawingContext, picturesIn } from './relations.ts'
import type { WordStyle } from './style-table.ts'
import { alternative, childOf, elementsOf, settingOf, textIn, toggle, type XmlElement } from './xml.ts'

/** What runs lead to outside their paragraph. */
export type RunContext = DrawingContext & {
  styleOf(id: string | undefined): WordStyle
  onInsertion(): void
  onDeletion(text: string): void
  onEquation(): void
  /** Words that a cross-reference shows. */
  onReference(text: string): void
  onComment(id: string): void
}

/** What a paragraph says: its runs, its pictures, its notes in order (`NOTE` stands for each in the text). */
export type RunContent = {
  runs: Run[]
  pictures: WordImage[]
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** Of each stretch of words, whether it is underlined. */
  underlined: boolean[]
  /** What is struck out, and what is hidden, each stretch of it. */
  struck: string[]
  hidden: string[]
}

/** A field that is open (`HYPERLINK "https://…"`): its instruction, and whether the text that it shows has begun. */
type Field = { instruction: string; shows: boolean }

/** Reads the runs in a paragraph, in the order of the text. */
export function readRuns(paragraph: XmlElement, context: RunContext): RunContent {
  const content: RunContent = {
    runs: [],
    pictures: [],
    notes: [],
    underlined: [],
    struck: [],
    hidden: [],
  }
  const fields: Field[] = []
  /** The list that the last words went to: those that follow at once go on in it. */
  let stretch: string[] | null = null

  function inside(element: XmlElement, href: string | null): void {
    for (const child of elementsOf(element)) one(child, href)
  }

  function one(element: XmlElement, href: string | null): void {
    const { attributes } = element
    switch (element.name) {
      case 'w:r':
        run(element, href)
        return
      case 'w:ins':
      case 'w:moveTo':
        context.onInsertion()
        inside(element, href)
        return
      case 'w:del':
      case 'w:moveFrom':
        context.onDeletion(textIn(element))
        return
      case 'w:hyperlink': {
        const target = context.target(attributes['r:id'])
        const anchor = attributes['w:anchor'] && !target?.includes('#') ? `#${attributes['w:anchor']}` : ''
        inside(element, target === null ? href : target + anchor)
        return
      }
      case 'w:fldSimple':
        inside(element, linkOf(attributes['w:instr'] ?? '') ?? href)
        return
      case 'm:oMath':
      case 'm:oMathPara':
        context.onEquation()
        put(textIn(element), undefined, href)
        return
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
        return
      case 'mc:AlternateContent':
        inside(alternative(element), href)
        return
      case 'w:sdt':
        if (!isKeptReference(element, href)) inside(element, href)
        return
      default:
        inside(element, href)
        return
    }
  }

  /** A cross-reference whose words nobody has changed. */
  function isKeptReference(element: XmlElement, href: string | null): boolean {
    const about = childOf(element, 'w:sdtPr')
    const tag = settingOf(about, 'w:tag') ?? ''
    const words = textIn({ ...element, children: elementsOf(element).filter(one => one !== about) })
    if (!isReference(tag) || words.trim() !== settingOf(about, 'w:alias')?.trim()) return false
    const look = childOf(
      elementsOf(childOf(element, 'w:sdtContent')).find(({ name }) => name === 'w:r'),
      'w:rPr',
    )
    const [bold, italic] = [toggle(look, 'w:b') ?? false, toggle(look, 'w:i') ?? false]
    content.runs.push(plainRun(tag, { mark: true, bold, italic, href }))
    context.onReference(words)
    return true
  }

  function run(element: XmlElement, href: string | null): void {
    const look = childOf(element, 'w:rPr')
    for (const child of elementsOf(element)) piece(child, look, href)
  }

  function piece(element: XmlElement, look: XmlElement | undefined, href: string | null): void {
    const { attributes } = element
    switch (element.name) {
      case 'w:t':
        put(raised(textIn(element), look), look, href)
        return
      case 'w:br':
      case 'w:cr':
        put(attributes['w:type'] === 'page' ? ' ' : '\n', look, href)
        return
      case 'w:tab':
      case 'w:ptab':
        put('\t', look, href)
        return
      case 'w:noBreakHyphen':
        put('-', look, href)
        return
      case 'w:sym':
        put(symbol(attributes), look, href)
        return
      case 'w:fldChar':
        fieldSign(attributes['w:fldCharType'] ?? '')
        return
      case 'w:instrText': {
        const field = fields.at(-1)
        if (field && !field.shows) field.instruction += textIn(element)
        return
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        content.notes.push({
          kind: element.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: attributes['w:id'] ?? '',
        })
        put(NOTE, undefined, null)
        return
      case 'w:commentReference':
        context.onComment(attributes['w:id'] ?? '')
        return
      case 'mc:AlternateContent':
        for (const child of elementsOf(alternative(element))) piece(child, look, href)
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        content.pictures.push(...picturesIn(element, context))
        return
      default:
        if (!element.name.startsWith('w:')) content.pictures.push(...picturesIn(element, context))
    }
  }

  function fieldSign(type: string): void {
    const field = fields.at(-1)
    if (type === 'begin') fields.push({ instruction: '', shows: false })
    else if (type === 'separate' && field) field.shows = true
    else if (type === 'end') fields.pop()
  }

  function put(text: string, look: XmlElement | undefined, href: string | null): void {
    if (text === '') return
    const style = context.styleOf(settingOf(look, 'w:rStyle') ?? '')
    const name = plainName(style.name)
    const mark = name === plainName(signs.mark)
    if (toggle(look, 'w:vanish') && !mark) {
      note(content.hidden, text)
      return
    }
    if (toggle(look, 'w:strike') || toggle(look, 'w:dstrike')) note(content.struck, text)
    else stretch = null
    const field = fields.findLast(({ shows, instruction }) => shows && linkOf(instruction) !== null)
    content.runs.push(
      plainRun(text, {
        bold: toggle(look, 'w:b') ?? style.bold,
        italic: toggle(look, 'w:i') ?? style.italic,
        code: name === plainName(signs.code) || name === 'verbatim char',
        mark,
        href: href ?? (field ? linkOf(field.instruction) : null),
      }),
    )
    if (text.trim() !== '') content.underlined.push((toggle(look, 'w:u') ?? false) && href === null)
  }

  function note(list: string[], text: string): void {
    if (stretch === list) list.push((list.pop() ?? '') + text)
    else list.push(text)
    stretch = list
  }

  inside(paragraph, null)
  return content
}

function linkOf(instruction: string): string | null {
  const [, url, anchor] = /^\s*HYPERLINK\s+"([^"]+)"(?:.*?\\l\s+"([^"]+)")?/i.exec(instruction) ?? []
  if (url === undefined) return null
  return anchor === undefined || url.includes('#') ? url : `${url}#${anchor}`
}

/** Fonts of signs put their own at private places: what is seen there is a bullet, nearly always. */
function symbol(attributes: Readonly<Record<string, string>>): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code)) return ''
  return code >= 0xe000 && code <= 0xf8ff ? '•' : String.fromCodePoint(code)
}

const above = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
const below = [...'₀₁₂₃₄₅₆₇₈₉']

/** Digits that Word raises or lowers, as characters of their own: set level, « m² » would say « m2 », and « 10⁶ » 106. Letters (« 1er »)
 *  stay as they are: typography raises them.
 *  @param look properties of the run. LibreOffice moves small text where Word aligns it. @see ECMA-376-1 §17.3.2.42 and §17.3.2.24 */
function raised(text: string, look: XmlElement | undefined): string {
  const moved = settingOf(look, 'w:sz') === undefined ? 0 : Number(settingOf(look, 'w:position') ?? 0)
  const align =
    settingOf(look, 'w:vertAlign') ?? (moved > 0 ? 'superscript' : moved < 0 ? 'subscript' : undefined)
  const digits = align === 'superscript' ? above : align === 'subscript' ? below : null
  return digits === null || !/^\s*\d+\s*$/.test(text)
    ? text
    : text.replace(/\d/g, digit => digits[Number(digit)] ?? digit)
}
