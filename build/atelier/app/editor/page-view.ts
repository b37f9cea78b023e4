import { type Extension, type Range, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type Inline, inlinesOf } from './inline.ts'
import { blockOn, isHidden, type Shape, shapeOf, spanOf } from './shape.ts'
import { blockSign, markSign, type PageContext, pictureSign, tableSign, wordsSign } from './signs.ts'

/** Draws a fiche as a page: no front matter, blocks in frames, titles, bullets, bold. The text stays Markdown, to the byte. */
export const pageView = (context: PageContext): Extension => {
  const drawing = ViewPlugin.fromClass(
    class {
      drawn: ReturnType<typeof drawn>
      constructor(view: EditorView) {
        this.drawn = drawn(view, context)
      }
      update({ docChanged, selectionSet, viewportChanged, focusChanged, view }: ViewUpdate) {
        if (docChanged || selectionSet || viewportChanged || focusChanged) this.drawn = drawn(view, context)
      }
    },
    {
      decorations: plugin => plugin.drawn.all,
      provide: plugin =>
        EditorView.atomicRanges.of(view => view.plugin(plugin)?.drawn.atoms ?? Decoration.none),
    },
  )
  return [foldedLines(context), drawing, EditorView.editorAttributes.of({ class: 'en-page' })]
}

/** The lines that the page does not show as text: the front matter, which has a form, and tables. */
const foldedLines = (context: PageContext) =>
  StateField.define<DecorationSet>({
    create: ({ doc }) => fold(doc, context),
    update: (former, { docChanged, newDoc }) => (docChanged ? fold(newDoc, context) : former),
    provide: field => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of(view => view.state.field(field)),
    ],
  })

function fold(doc: EditorView['state']['doc'], context: PageContext): DecorationSet {
  const shape = shapeOf(doc)
  const { head, tables } = shape
  const ranges = tables.map(({ first, last }) => {
    const [from, to] = [doc.line(first).from, doc.line(last).to]
    return Decoration.replace({
      block: true,
      widget: tableSign(doc.sliceString(from, to), blockOn(shape, first) !== undefined, context),
    }).range(from, to)
  })
  if (head > 0) ranges.unshift(Decoration.replace({ block: true }).range(0, doc.line(head).to))
  return Decoration.set(ranges)
}

const gone = Decoration.replace({})

/** The decorations of the lines in view; `atoms`: those that the cursor steps over. */
function drawn(view: EditorView, context: PageContext): Record<'all' | 'atoms', DecorationSet> {
  const { doc } = view.state
  const shape = shapeOf(doc)
  const all: Range<Decoration>[] = []
  const atoms: Range<Decoration>[] = []
  const atom = (from: number, to: number, decoration: Decoration) => {
    const range = decoration.range(from, to)
    all.push(range)
    atoms.push(range)
  }
  for (const { from, to: end } of view.visibleRanges) {
    // An empty last line is drawn, though the editor leaves it out of what is in view.
    const to = end + 1 === doc.length ? doc.length : end
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      const { number, text } = line
      const look = lookOf(shape, number, text)
      if (look) all.push(Decoration.line({ class: look }).range(line.from))
      if (!isHidden(shape, number)) {
        const { lead, tail, marks } = spanOf(shape, number, text)
        if (lead > 0) atom(line.from, line.from + lead, leadSign(shape, number, text, context))
        for (const mark of marks)
          atom(
            line.from + mark.from,
            line.from + mark.to,
            Decoration.replace({ widget: markSign(mark.text, context) }),
          )
        for (const part of inlinesOf(text.slice(lead, tail), lead))
          all.push(...drawInline(view, line.from, part, context))
      } else if (/^:::/.test(text)) atom(line.from, line.to, gone)
      if (line.to >= to) break
    }
  }
  return { all: Decoration.set(all, true), atoms: Decoration.set(atoms, true) }
}

/** The classes of a line. */
function lookOf(shape: Shape, number: number, text: string): string {
  const block = blockOn(shape, number)
  const level = /^#{2,4}(?=[ \t])/.exec(text)?.[0].length
  const bullet = /^([ \t]*)[-*][ \t]/.exec(text)
  return [
    block && 'dans-bloc',
    block?.first === number && 'debut-de-bloc',
    block?.last === number && 'fin-de-bloc',
    level && `titre-${level}`,
    bullet && `element niveau-${Math.min(3, 1 + Math.floor((bullet[1]?.length ?? 0) / 2))}`,
    text.trim() === '' && 'vide',
    block && /^(?:Sources?\s*:|— )/.test(text) && 'source',
  ]
    .filter(Boolean)
    .join(' ')
}

function leadSign(shape: Shape, number: number, text: string, context: PageContext): Decoration {
  const block = blockOn(shape, number)
  if (block?.first === number) return Decoration.replace({ widget: blockSign(block.label, context) })
  return text.startsWith('#') ? gone : Decoration.replace({ widget: wordsSign('point', '•') })
}

/** Hides what is written around words, unless the cursor is among them: then it is there to be changed. */
function drawInline(
  view: EditorView,
  start: number,
  part: Inline,
  context: PageContext,
): Range<Decoration>[] {
  const [from, to] = [start + part.from, start + part.to]
  const isOpen =
    view.hasFocus && view.state.selection.ranges.some(range => from < range.from && range.to < to)
  if (part.kind === 'renvoi' || part.kind === 'image') {
    const sign = isOpen ? null : signOf(part, context)
    return sign ? [Decoration.replace({ widget: sign }).range(from, to)] : []
  }
  const [first, last] = [start + part.words.from, start + part.words.to]
  const words = Decoration.mark({ class: part.kind }).range(first, last)
  return isOpen ? [words] : [gone.range(from, first), words, ...(last < to ? [gone.range(last, to)] : [])]
}

function signOf(part: Extract<Inline, { kind: 'renvoi' | 'image' }>, context: PageContext) {
  if (part.kind === 'image') return pictureSign(part.path, part.alt, context)
  const titre = context.titleOf(part.slug)
  return titre === null ? null : wordsSign('renvoi', titre)
}
