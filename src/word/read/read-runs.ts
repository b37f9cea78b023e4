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

type Reader = (element: XmlElement, place: RunPlace) => void

/** Reads the runs in a paragraph, in the order of the text. */
export function readRuns(paragraph: XmlElement, source: RunSource): RunContent {
  const { manuscript } = source
  const fields = openFields()
  const { content, put: write } = createContent(source)
  const put = (text: string, { look, href }: RunPlace) => write(text, { look, href: href ?? fields.link() })

  const inside: Reader = (element, place) => {
    for (const child of elementsOf(element)) (readers.get(child.name) ?? inside)(child, place)
  }
  const nothing: Reader = () => {}
  const tab: Reader = (_, place) => put('\t', place)
  const lineBreak: Reader = ({ attributes }, place) =>
    put(attributes['w:type'] === 'page' ? ' ' : '\n', place)
  const picture: Reader = element => void content.pictures.push(...picturesIn(element, source))
  const note =
    (kind: 'footnote' | 'endnote'): Reader =>
    ({ attributes }) => {
      content.notes.push({ kind, id: attributes['w:id'] ?? '' })
      put(NOTE, { href: null })
    }
  const anchor =
    (kind: Anchor['kind']): Reader =>
    ({ attributes }) =>
      void content.anchors.push({ id: attributes['w:id'] ?? '', kind, at: content.visible.length })

  const readers: ReadonlyMap<string, Reader> = new Map(
    Object.entries<Reader>({
      'w:pPr': nothing,
      'w:rPr': nothing,
      'w:sdtPr': nothing,
      'w:sdtEndPr': nothing,
      'w:r': (element, place) => inside(element, { ...place, look: childOf(element, 'w:rPr') }),
      'w:t': (element, place) => put(raised(element, place.look), place),
      'w:br': lineBreak,
      'w:cr': lineBreak,
      'w:tab': tab,
      'w:ptab': tab,
      'w:noBreakHyphen': (_, place) => put('-', place),
      // Fonts of signs draw boxes and ticks, and else bullets, nearly always.
      'w:sym': ({ attributes }, place) => put(boxes[attributes['w:char']?.toUpperCase() ?? ''] ?? '•', place),
      'w:hyperlink': (element, place) =>
        inside(element, { ...place, href: addressOf(element, source) ?? place.href }),
      'w:fldSimple': (element, place) =>
        inside(element, { ...place, href: linkOf(element.attributes['w:instr'] ?? '') ?? place.href }),
      'w:fldChar': ({ attributes }) => fields.sign(attributes['w:fldCharType']),
      'w:instrText': element => fields.instruct(textIn(element)),
      'w:footnoteReference': note('footnote'),
      'w:endnoteReference': note('endnote'),
      'w:commentRangeStart': anchor('start'),
      'w:commentRangeEnd': anchor('end'),
      'w:commentReference': anchor('reference'),
      'm:oMath'(element, { href }) {
        const text = equationIn(element)
        if (text !== textIn(element)) manuscript.flattened.push(`l’équation « ${text} »`)
        put(text, { href })
      },
      'mc:AlternateContent': (element, place) => inside(alternative(element), place),
      'w:drawing': picture,
      'w:pict': picture,
      'w:object': picture,
      'w:sdt'(element, place) {
        const reference = referenceIn(element, place)
        if (!reference) return inside(element, place)
        content.runs.push(reference.run)
        manuscript.omissions.push({ rule: 'renvoi', text: reference.words })
      },
    }),
  )

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

function addressOf({ attributes }: XmlElement, source: RunSource): string | null {
  const target = source.target(attributes['r:id'])
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
