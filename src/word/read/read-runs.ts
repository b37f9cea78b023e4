import { plainRun, type WordRun } from '../element.ts'
import { isReference, plainName, signs } from '../parts.ts'
import { type Manuscript, NOTE, type WordImage } from './manuscript.ts'
import type { Anchor } from './read-comments.ts'
import { type DrawingSource, picturesIn } from './relations.ts'
import type { WordStyle } from './style-table.ts'
import {
  alternative,
  childOf,
  elementsOf,
  equationIn,
  raisedText,
  settingOf,
  textIn,
  toggle,
  type XmlElement,
} from './xml.ts'

/** Surroundings of a paragraph. Changes, struck and hidden words and references are noted in `manuscript`. */
export type RunSource = DrawingSource & {
  manuscript: Manuscript
  styleOf(id: string | undefined): WordStyle
}

/** Content of a paragraph: its runs, its pictures, its notes in order (`NOTE` stands for each in the text). */
type RunContent = {
  runs: WordRun[]
  pictures: WordImage[]
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** Its words without what the press alone reads, and where comments are anchored in them. */
  visible: string
  anchors: Anchor[]
  /** Of each stretch of words, whether it is underlined. */
  underlined: boolean[]
}

/** Surroundings of an element: the properties of its run, and the address of its link. */
type RunPlace = { look?: XmlElement | undefined; href: string | null }

/** Boxes to tick and ticks, by their place in MS Gothic, Segoe UI Symbol, Wingdings and Wingdings 2. */
const boxes: Readonly<Record<string, string>> = {
  ...{ '2610': '☐', F0A8: '☐', F06F: '☐' },
  ...{ '2611': '☑', '2612': '☑', F0FE: '☑', F0FD: '☑', F052: '☑', F054: '☑' },
  ...{ '2713': '✓', '2714': '✔', F0FC: '✓', F050: '✓', F0FB: '✗', F04F: '✗' },
}

/** Reads the runs in a paragraph, in the order of the text. */
export function readRuns(paragraph: XmlElement, source: RunSource): RunContent {
  const { manuscript } = source
  const fields = openFields()
  const { content, put: write } = createContent(source)
  const put = (text: string, { look, href }: RunPlace) => write(text, { look, href: href ?? fields.link() })

  function inside(element: XmlElement, place: RunPlace): void {
    for (const child of elementsOf(element)) read(child, place)
  }

  function read(element: XmlElement, place: RunPlace): void {
    const { name, attributes } = element
    const sign = signOf(element)
    switch (name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
        return
      case 'w:r':
        inside(element, { ...place, look: childOf(element, 'w:rPr') })
        return
      case 'w:t':
        put(raised(element, place.look), place)
        return
      case 'w:hyperlink':
        inside(element, { ...place, href: addressOf(attributes, source) ?? place.href })
        return
      case 'w:fldSimple':
        inside(element, { ...place, href: linkOf(attributes['w:instr'] ?? '') ?? place.href })
        return
      case 'w:fldChar':
        fields.sign(attributes['w:fldCharType'])
        return
      case 'w:instrText':
        fields.instruct(textIn(element))
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        content.notes.push({ kind: noteKinds[name], id: attributes['w:id'] ?? '' })
        put(NOTE, { href: null })
        return
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
      case 'w:commentReference':
        content.anchors.push({
          id: attributes['w:id'] ?? '',
          kind: anchorKinds[name],
          at: content.visible.length,
        })
        return
      case 'm:oMath': {
        const text = equationIn(element)
        if (text !== textIn(element)) manuscript.flattened.push(`l’équation « ${text} »`)
        put(text, { href: place.href })
        return
      }
      case 'mc:AlternateContent':
        inside(alternative(element), place)
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        content.pictures.push(...picturesIn(element, source))
        return
      case 'w:sdt': {
        const reference = referenceIn(element, place)
        if (reference) {
          content.runs.push(reference.run)
          manuscript.omissions.push({ rule: 'renvoi', text: reference.words })
        } else inside(element, place)
        return
      }
      default:
        if (sign === null) inside(element, place)
        else put(sign, place)
    }
  }

  /** « 10ⁿ » is written 10n; « 1er » and « n° » say the same on the line. */
  function raised(element: XmlElement, look: XmlElement | undefined): string {
    const text = textIn(element)
    if (!isRaised(look)) return text
    const set = raisedText(text)
    if (set === text && /[\p{L}\p{N}]/u.test(text) && !ordinal.test(text.trim()))
      manuscript.flattened.push(
        `l’exposant « ${text} » de « ${content.visible.slice(-20).trimStart()}${text} »`,
      )
    return set
  }

  inside(paragraph, { href: null })
  return content
}

/** Creates the content of a paragraph, to which words are added one by one. */
function createContent({ manuscript, styleOf }: RunSource) {
  const content: RunContent = { runs: [], pictures: [], notes: [], visible: '', anchors: [], underlined: [] }
  /** List of the last words: words that follow at once are added to it. */
  let stretch: string[] | null = null

  function note(list: string[], text: string): void {
    if (stretch === list) list.push((list.pop() ?? '') + text)
    else list.push(text)
    stretch = list
  }

  function put(text: string, { look, href }: RunPlace): void {
    if (text === '') return
    const style = styleOf(settingOf(look, 'w:rStyle') ?? '')
    const name = plainName(style.name)
    const mark = name === plainName(signs.mark)
    if (toggle(look, 'w:vanish') && !mark) {
      note(manuscript.hidden, text)
      return
    }
    if (toggle(look, 'w:strike') || toggle(look, 'w:dstrike')) note(manuscript.struck, text)
    else stretch = null
    if (!mark) content.visible += text
    content.runs.push(
      plainRun(text, {
        bold: toggle(look, 'w:b') ?? style.bold,
        italic: toggle(look, 'w:i') ?? style.italic,
        code: name === plainName(signs.code) || name === 'verbatim char',
        mark,
        href,
      }),
    )
    if (text.trim() !== '') content.underlined.push((toggle(look, 'w:u') ?? false) && href === null)
  }

  return { content, put }
}

/** A cross-reference whose words nobody has changed. */
function referenceIn(element: XmlElement, { href }: RunPlace) {
  const about = childOf(element, 'w:sdtPr')
  const tag = settingOf(about, 'w:tag') ?? ''
  const words = textIn({ ...element, children: elementsOf(element).filter(child => child !== about) })
  if (!isReference(tag) || words.trim() !== settingOf(about, 'w:alias')?.trim()) return null
  const look = childOf(childOf(childOf(element, 'w:sdtContent'), 'w:r'), 'w:rPr')
  const [bold, italic] = [toggle(look, 'w:b') ?? false, toggle(look, 'w:i') ?? false]
  return { words, run: plainRun(tag, { mark: true, bold, italic, href }) }
}

/** The sign that an element of its own stands for. */
function signOf({ name, attributes }: XmlElement): string | null {
  switch (name) {
    case 'w:br':
    case 'w:cr':
      return attributes['w:type'] === 'page' ? ' ' : '\n'
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:noBreakHyphen':
      return '-'
    // Fonts of signs draw boxes and ticks, and else bullets, nearly always.
    case 'w:sym':
      return boxes[attributes['w:char']?.toUpperCase() ?? ''] ?? '•'
    default:
      return null
  }
}

const noteKinds = { 'w:footnoteReference': 'footnote', 'w:endnoteReference': 'endnote' } as const

const anchorKinds = {
  'w:commentRangeStart': 'start',
  'w:commentRangeEnd': 'end',
  'w:commentReference': 'reference',
} as const

function addressOf(attributes: XmlElement['attributes'], { target: find }: RunSource): string | null {
  const target = find(attributes['r:id'])
  const anchor = attributes['w:anchor'] && !target?.includes('#') ? `#${attributes['w:anchor']}` : ''
  return target === null ? null : target + anchor
}

/** Fields (`HYPERLINK "https://…"`) that are open: the instruction of each, and whether the text that it shows has begun. */
function openFields() {
  const fields: { instruction: string; shows: boolean }[] = []
  return {
    sign(type: string | undefined): void {
      const field = fields.at(-1)
      if (type === 'begin') fields.push({ instruction: '', shows: false })
      else if (type === 'separate' && field) field.shows = true
      else if (type === 'end') fields.pop()
    },
    instruct(text: string): void {
      const field = fields.at(-1)
      if (field && !field.shows) field.instruction += text
    },
    /** The address that the words lead to by the innermost of them. */
    link: (): string | null =>
      fields
        .filter(({ shows }) => shows)
        .flatMap(({ instruction }) => linkOf(instruction) ?? [])
        .at(-1) ?? null,
  }
}

function linkOf(instruction: string): string | null {
  const [, url, anchor] = /^\s*HYPERLINK\s+"([^"]+)"(?:.*?\\l\s+"([^"]+)")?/i.exec(instruction) ?? []
  if (url === undefined) return null
  return anchor === undefined || url.includes('#') ? url : `${url}#${anchor}`
}

/** Tells of what Word raises: set level, « m² » would say « m2 », and « 10⁶ » 106. « CO2 » says the same on the line, and its
 *  lowered digit is in no font of the editions.
 *  @param look properties of the run. LibreOffice moves small text where Word aligns it. @see ECMA-376-1 §17.3.2.42 and §17.3.2.24 */
function isRaised(look: XmlElement | undefined): boolean {
  const moved = settingOf(look, 'w:sz') === undefined ? 0 : Number(settingOf(look, 'w:position') ?? 0)
  return (settingOf(look, 'w:vertAlign') ?? (moved > 0 && 'superscript')) === 'superscript'
}

/** What French raises after a number or a letter. */
const ordinal =
  /^(?:ers?|i?è?res?|n?des?|nds?|i?[èe]mes?|es?|os?|mes?|lles?|grs?|rs?|bis|ter|[a-z]?°|TM|[*\d,; ]+)$/i
