import advances from './advances.json' with { type: 'json' }

/** Faces of the charts: text in Source Sans 3 400 and 600, figures in Bricolage Grotesque 700. */
export type ChartFace = keyof typeof advances

const widths: Readonly<Record<ChartFace, ReadonlyMap<string, number>>> = {
  texte: widthsOf(advances.texte),
  demi: widthsOf(advances.demi),
  figure: widthsOf(advances.figure),
}

/** Character → its advance in ems. */
function widthsOf(charactersByAdvance: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(charactersByAdvance).flatMap(([advance, characters]) =>
      [...characters].map(character => [character, Number(advance) / 100]),
    ),
  )
}

/** Width of a text in the unit of `size` (its font size), at least: an e-book reader without the fonts may need more.
 *  The narrow no-break space is drawn from the space. */
export function textWidth(text: string, face: ChartFace, size: number): number {
  let ems = 0
  for (const character of text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ')) {
    ems += widths[face].get(character) ?? widths[face].get(character.normalize('NFD').charAt(0)) ?? 1
  }
  return ems * size
}

/** Cuts a text into lines no wider than `width`; a word that is wider is cut where it must be. */
export function wrapText(text: string, face: ChartFace, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, face, size) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = cutWord(word, face, size, width)
    for (const piece of pieces.slice(0, -1)) lines.push(piece)
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function cutWord(word: string, face: ChartFace, size: number, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, face, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
