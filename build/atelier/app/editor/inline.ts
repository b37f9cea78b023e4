/** A part of a line that the page draws: its words between two delimiters, or a sign in its place. Offsets within the line. */
export type Inline = { from: number; to: number } & (
  | { kind: 'gras' | 'italique' | 'lien' | 'echappe'; words: { from: number; to: number } }
  | { kind: 'renvoi'; slug: string }
  | { kind: 'image'; path: string; alt: string }
)

const PARTS = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\`{-~])`,
    String.raw`\[\[[ \t]*(?<slug>[\w-]+)[ \t]*\]\]`,
    String.raw`(?<image>!?)\[(?<label>(?:\\.|[^\]\\\n])*)\]\((?<address>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)`,
    String.raw`\*\*(?<strong>(?=\S)(?:[^*\\]|\\.|\*(?!\*))+?(?<=\S))\*\*(?!\*)`,
    String.raw`\*(?<slanted>(?=[^\s*])(?:[^*\\]|\\.|\*\*(?=\S)[^*]+\*\*)+?(?<=\S))\*(?!\*)`,
  ].join('|'),
  'g',
)

/** The parts of a line from `start` on, those within others too, in the order of the text. */
export function* inlinesOf(text: string, start = 0): Generator<Inline> {
  for (const { 0: whole, index, groups = {} } of text.matchAll(PARTS)) {
    const from = start + index
    const to = from + whole.length
    const around = (length: number, words: string) => ({
      from: from + length,
      to: from + length + words.length,
    })
    const { escaped, slug, image, label, address, strong, slanted } = groups
    if (escaped !== undefined) yield { kind: 'echappe', from, to, words: around(1, escaped) }
    else if (slug !== undefined) yield { kind: 'renvoi', from, to, slug }
    else if (image === '!') yield { kind: 'image', from, to, path: address ?? '', alt: label ?? '' }
    else if (label !== undefined) yield* within({ kind: 'lien', from, to, words: around(1, label) }, label)
    else if (strong !== undefined) yield* within({ kind: 'gras', from, to, words: around(2, strong) }, strong)
    else if (slanted !== undefined)
      yield* within({ kind: 'italique', from, to, words: around(1, slanted) }, slanted)
  }
}

function* within(part: Extract<Inline, { words: object }>, words: string): Generator<Inline> {
  yield part
  yield* inlinesOf(words, part.words.from)
}
