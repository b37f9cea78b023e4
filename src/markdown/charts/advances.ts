/** Faces of the charts: text in Source Sans 3 400 and 600, figures in Bricolage Grotesque 700. */
export type Face = 'texte' | 'demi' | 'figure'

// Advances in hundredths of an em, rounded up, as Chromium measures the shipped fonts: two digits, then the characters
// that are so wide. An accented letter is as wide as its base.
const advances: Record<Face, readonly string[]> = {
  texte: [
    '20 ',
    "25',.:;ij|’‘·",
    '26l',
    '27I',
    '29!',
    '30f',
    '31()[]{}•',
    '32-',
    '34t°',
    '35/\\r',
    '37²³',
    '42*s',
    '43"?z“”«»',
    '45x',
    '46c',
    '47vy',
    '48JY–',
    '49L',
    '50#$+0123456789<=>F^_ek~−€£×÷±§',
    '51ag',
    '52VX',
    '53E',
    '54STZ',
    '55A`hnou',
    '56bdpq',
    '57PR',
    '58CK',
    '59B',
    '61&',
    '62DG',
    '65NU',
    '66H‰',
    '67OQ',
    '72w',
    '73M',
    '78æ',
    '79W¼',
    '80—',
    '81½',
    '83%mÆ',
    '84œ',
    '85@Œ',
    '95…',
  ],
  demi: [
    '20 ',
    '26|',
    '27ij',
    "28',.:;l’‘·",
    '29I',
    '32!f',
    '33()-[]{}•',
    '35/\\°',
    '37t',
    '38r²³',
    '44*s',
    '45?z',
    '46«»',
    '47c',
    '48–',
    '49"x“”',
    '50J_vy',
    '51FLYe',
    '52#$+0123456789<=>^ag~−€£×÷±§',
    '53k',
    '54EVZ',
    '55STX`o',
    '56Ahnu',
    '57bdpq',
    '58C',
    '59P',
    '60BKR',
    '63DG',
    '64&',
    '66NU',
    '67H',
    '68OQ‰',
    '75Mw',
    '78æ',
    '80W—¼',
    '83œ½',
    '84Æ',
    '85%m',
    '86Œ',
    '88@',
    '97…',
  ],
  figure: [
    "18'",
    '20,',
    '21’‘',
    '22;',
    '23 ',
    '24.·',
    '25:',
    '28il|',
    '29`j',
    '30!I',
    '32)]',
    '33([•',
    '351{}',
    '36"-\\°',
    '37/',
    '38J',
    '40ft“”',
    '42³',
    '43?',
    '44*r²',
    '47«»',
    '517L',
    '53+<=>z~−×÷±',
    '54–',
    '55s',
    '56_',
    '57cx§',
    '58TZ^v',
    '59ae',
    '60Fk',
    '61235goy',
    '63#4Eu',
    '64bdhnpq',
    '65$PY',
    '66689S‰',
    '670',
    '68CRV',
    '69BK',
    '70ADX',
    '72£',
    '73GHOQU',
    '75€',
    '76&',
    '77…',
    '78N',
    '81—',
    '87w',
    '93æ',
    '94M½¼',
    '95m',
    '96Æ',
    '97œ',
    '98%',
    '99@WŒ',
  ],
}

const widths: Record<Face, ReadonlyMap<string, number>> = {
  texte: widthsOf(advances.texte),
  demi: widthsOf(advances.demi),
  figure: widthsOf(advances.figure),
}

function widthsOf(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    groups.flatMap(group =>
      [...group.slice(2)].map(character => [character, Number(group.slice(0, 2)) / 100]),
    ),
  )
}

/** Width of a text in the unit of `size` (its font size), at least: an e-book reader without the fonts may need more.
 *  The narrow no-break space is drawn from the space. */
export function textWidth(text: string, face: Face, size: number): number {
  let ems = 0
  for (const character of text.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ')) {
    ems += widths[face].get(character) ?? widths[face].get(character.normalize('NFD').charAt(0)) ?? 1
  }
  return ems * size
}

/** Cuts a text into lines no wider than `width`; a word that is wider is cut where it must be. */
export function wrapText(text: string, face: Face, size: number, width: number): string[] {
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

function cutWord(word: string, face: Face, size: number, width: number): string[] {
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
