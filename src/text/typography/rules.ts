import { matchesOf } from '../lint/punctuation.ts'
import { type Edit, espace, fine, insecable, remplacer, type TypographyRule, type Wrap } from './run.ts'

/** Written against the number by some authors, and nothing else when they are. */
const collees = '% € ‰ k€ M€ Md€ Mds€ km km² m² m³ kg ha kW kWh kWc MW MWh MWc GW GWh TWh °C'.split(' ')
/** Only after a typed space. */
const separees =
  'm cm mm g t h min W Wh ko Mo Go ETP euros? millions? milliards? tonnes? hectares? ans? mois jours? heures?'.split(
    ' ',
  )

const apres = "(?![\\p{L}\\p{N}’'_-])"

/** A unit, with the space that this rule has put before it. */
const unite = new RegExp(`^${insecable}(?:${[...collees, ...separees].join('|')})${apres}`, 'u')

/** A no-break space between a number and its unit. */
export const unites = remplacer(
  'unites',
  new RegExp(
    `(?<=\\d)(?:${espace}{1,3}(?=(?:${[...collees, ...separees].join('|')})${apres})|(?=(?:${collees.join('|')})${apres}))`,
    'gu',
  ),
  insecable,
)

// Not after a digit and a space, which is a telephone number; but a year may stand there.
const groupes =
  /(?<![\d,.]|(?<!\d{3})\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![ \u00a0\u202f]?\d)/g

/** A narrow no-break space between thousands that are typed apart: `152 979`. */
export const milliers: TypographyRule = {
  nom: 'milliers',
  edits: text =>
    matchesOf(groupes, text).flatMap(({ 0: digits, index }) =>
      [...digits.matchAll(/[ \u00a0\u202f]/g)].map(space => {
        const start = index + space.index
        return { start, end: start + 1, text: fine }
      }),
    ),
}

// A letter, hyphen, slash or n° beside the digits makes a code or an address of them.
const colles = /(?<![\p{L}\d.,/\\_°#&-]|°[ \u00a0])[1-9]\d{4,8}(?![\p{L}\d/\\_-]|[.,]\d{4})/gu
const codes =
  /(?<!\p{L})(?:[Cc]odes?(?: postal| postaux| Insee| INSEE)?|SIREN|SIRET|RNA|APE|ISBN|ISSN|FINESS|Finess|BP|CP|CS|TSA|[Nn]uméros?|[Nn]o|[Rr]éf(?:\.|érences?)?|[Ii]dentifiants?|[Dd]ossier|[Mm]atricule|[Aa]grément)[\s\u00a0]*:?[\s\u00a0]*$/u

// Five digits before one of these are its postcode, even where its capital was forgotten; « tours » or « cannes » may be counted.
const villes = `aix|amiens|angers|annecy|avignon|besançon|bordeaux|brest|caen|calais|cedex|clermont|dijon
dunkerque|grenoble|lille|limoges|lyon|marseille|metz|montpellier|montreuil|mulhouse|nancy|nantes|nîmes|orléans
paris|perpignan|poitiers|reims|rennes|roubaix|rouen|sainte?s?-\\p{L}+|strasbourg|toulon|toulouse|tourcoing`
  .split('\n')
  .join('|')
const mot = new RegExp(`^[ \u00a0\n](?!(?:${villes})(?!\\p{L}))\\p{Ll}`, 'u')

/** A narrow no-break space between thousands that are typed together: `152979`. Four digits are a year; five may be a
 *  postcode, unless a unit or a word that is no name follows. */
export const milliersColles: TypographyRule = {
  nom: 'milliers-colles',
  edits: text =>
    matchesOf(colles, text).flatMap(({ 0: digits, index }) => {
      const before = text.slice(Math.max(0, index - 30), index)
      const after = text.slice(index + digits.length, index + digits.length + 20)
      const counted = digits.length > 5 || unite.test(after) || mot.test(after)
      if (!counted || codes.test(before)) return []
      const edits: Edit[] = []
      for (let at = digits.length - 3; at > 0; at -= 3) {
        edits.unshift({ start: index + at, end: index + at, text: fine })
      }
      return edits
    }),
}

const opens = /[\s([{«“'’\-–—/"]/
const closes = /[\s)\]}»”.,;:!?…'’\-–—/"]/

/** Paired `"` → `« »`, or `“ ”` within « ». A quotation mark that has no fellow stays as it is. */
export const guillemets: TypographyRule = {
  nom: 'guillemets',
  edits(text) {
    const edits: Edit[] = []
    const open: (number | 'typed')[] = []
    for (let at = 0; at < text.length; at++) {
      const mark = text[at]
      if (mark === '«') open.push('typed')
      if (mark === '»' && open.at(-1) === 'typed') open.pop()
      if (mark !== '"') continue
      const before = text[at - 1] ?? ' '
      const after = text[at + 1] ?? ' '
      const begun = open.at(-1)
      if (typeof begun === 'number' && !/\s/.test(before) && closes.test(after)) {
        open.pop()
        const inner = open.length > 0
        edits.push({ start: begun, end: begun + 1, text: inner ? '“' : '«' })
        edits.push({ start: at, end: at + 1, text: inner ? '”' : '»' })
      } else if (opens.test(before) && !/\s/.test(after)) {
        open.push(at)
      }
    }
    return edits.sort((a, b) => a.start - b.start)
  },
}

const chiffres = /(?<![\p{L}\d.,])(?:1(ers?|res?)|(?:\d{1,4})(es?))(?![\p{L}\d])/gu
const romains = /(?<![\p{L}\d])(?:I(er|re)|([IVX]{1,8})(e))(?![\p{L}\d])/gu
const romain = /^(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|II|III)$/

/** `1er`, `2e`, `XIXe`: the letters are raised. « Ve » and « Xe » are numbers, « Le » and « Ce » are words. */
export const exposants: Wrap = {
  nom: 'exposants',
  type: 'sup',
  tag: 'sup',
  attrs: null,
  spans(text) {
    const spans = matchesOf(chiffres, text).map(match => raised(match, match[1] ?? match[2] ?? ''))
    for (const match of matchesOf(romains, text)) {
      if (match[1]) spans.push(raised(match, match[1]))
      else if (romain.test(match[2] ?? '')) spans.push(raised(match, match[3] ?? ''))
    }
    return spans
  },
}

function raised(match: RegExpExecArray, letters: string): { start: number; end: number } {
  const end = match.index + match[0].length
  return { start: end - letters.length, end }
}

/** Up to this length a hyphenated word stays on one line: longer ones would leave a hole at the end of the line before. */
const longueur = 20

// A name with an underscore, or with a hyphen at its edge, is no word.
const composes = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}_-])/gu

/** « faut-il », « co-construction », « Île-de-France » stay in one piece; the hyphen stays a plain hyphen, for search
 *  and copy. */
export const motsComposes: Wrap = {
  nom: 'mots-composes',
  type: 'insecable',
  tag: 'span',
  attrs: [['class', 'insecable']],
  spans: text =>
    matchesOf(composes, text, '-')
      .filter(([mot]) => mot.length <= longueur)
      .map(({ 0: mot, index }) => ({ start: index, end: index + mot.length })),
}
