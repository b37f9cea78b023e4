import type { Token } from 'markdown-it'
import { lineStarts } from '../content/yaml/line-index.ts'
import { itemsOf } from '../markdown/blocks/items.ts'
import { maskMarkup } from '../markdown/lint/mask.ts'
import { parseTokens } from '../markdown/parse-tokens.ts'
import { positionOf } from '../markdown/positions.ts'
import { blocsOf } from '../markdown/structure.ts'
import { plainText } from '../markdown/text.ts'
import { type Trace, traceOf } from './likeness.ts'

/** Words of a body that an address may be given to. */
export type Spot = {
  kind: 'ressource' | 'exemple' | 'phrase'
  /** As they are read. */
  words: string
  /** What a link may cover of them: a title, or all that is said of it. */
  traces: readonly Trace[]
  /** The address that they have. */
  url: string | null
  /** What becomes the link, as offsets of the body's source; and the words that it will hold. */
  from: number
  to: number
  label: string
}

/** A run of prose, with the way from its characters back to the body's source. */
export type Prose = { content: string; offsetOf(index: number): number }

/** Every place of a body where an address may be written: resources, titles of examples, sentences. */
export function spotsOf(source: string): { spots: Spot[]; prose: Prose[] } {
  const tokens = parseTokens(source)
  const starts = lineStarts(source)
  const placed = (inline: Token) => (index: number) => {
    const { line, column } = positionOf(inline, index)
    return (starts[line] ?? 0) + column
  }
  const blocs = blocsOf(tokens)
  const listed = new Set<Token>()
  const spots: Spot[] = []
  for (const { nom, titre, lieu, corps } of blocs) {
    if (nom === 'exemple' && titre) spots.push(spotOfTitle(titre, lieu, placed(titre)))
    if (nom !== 'ressources') continue
    for (const token of corps) listed.add(token)
    for (const { inline } of itemsOf(corps).items) spots.push(spotOfResource(inline, placed(inline)))
  }
  const prose = tokens.flatMap((token, index) =>
    token.type === 'inline' &&
    tokens[index - 1]?.type === 'paragraph_open' &&
    token.meta?.['role'] === undefined &&
    !listed.has(token)
      ? [{ content: token.content, offsetOf: placed(token) }]
      : [],
  )
  return { spots: [...spots, ...prose.flatMap(sentencesOf)], prose }
}

function spotOfTitle(titre: Token, lieu: Token | null, offsetOf: Prose['offsetOf']): Spot {
  const words = plainText(titre.children)
  return {
    kind: 'exemple',
    words,
    traces: [traceOf(words), traceOf(`${words} ${plainText(lieu?.children ?? [])}`)],
    url: addressIn(titre),
    from: offsetOf(0),
    to: offsetOf(titre.content.length),
    label: titre.content,
  }
}

function spotOfResource(inline: Token, offsetOf: Prose['offsetOf']): Spot {
  const { content } = inline
  const bold = /^\*\*(.+?)\*\*/.exec(content)
  const comma = /,(?=\s|$)/.exec(content)
  const title = bold?.[0] ?? content.slice(0, comma?.index ?? content.length).trimEnd()
  const label = bold?.[1] ?? title
  const whole = plainText(inline.children)
  const named = plainText(parseTokens(label)[1]?.children ?? [])
  return {
    kind: 'ressource',
    words: named,
    traces: [traceOf(named), traceOf(whole)],
    url: addressIn(inline),
    from: offsetOf(0),
    to: offsetOf(title.length),
    label,
  }
}

function sentencesOf({ content, offsetOf }: Prose): Spot[] {
  const spots: Spot[] = []
  for (const { 0: sentence, index } of content.matchAll(/\S(?:[^.!?…]|[.!?…](?!\s))*/g)) {
    const label = sentence.replace(/[\s.!?…]+$/, '')
    // What holds an address or a cross-reference is not all to be another link.
    if (maskMarkup(label) !== label || label.length < 20) continue
    const words = label.replace(/[*_`\\]/g, '')
    const [from, to] = [offsetOf(index), offsetOf(index + label.length)]
    spots.push({ kind: 'phrase', words, traces: [traceOf(words)], url: null, from, to, label })
  }
  return spots
}

function addressIn({ children }: Token): string | null {
  const link = children?.find(({ type }) => type === 'link_open')
  return link ? String(link.attrGet('href')) : null
}
