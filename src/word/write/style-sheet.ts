import { blocks } from '../../blocks/index.ts'
import type { Tokens } from '../../kit/index.ts'
import type { Nuance } from '../../text/index.ts'
import type { WordRole } from '../element.ts'
import { blockParts, blockStyle, type StyleName, signs, styleId, styles, type TextPart } from '../parts.ts'
import { declaration, W, xml } from './markup.ts'

/** Colours of a document, as six hexadecimal digits: the shades of the fiche's family, and the neutral ones. */
export type Palette = Record<Exclude<Nuance, 'light'>, string> & Record<'texte' | 'gris' | 'filet', string>

/** The colours of a document in a family's shades. @throws Error when the tokens know no such family */
export function paletteOf({ familles, neutre }: Tokens, famille: string): Palette {
  const shades = familles[famille]
  if (!shades) throw new Error(`no colours for the family ${famille}`)
  const of = ({ hex }: { hex: string }) => hex.replace('#', '')
  return {
    solid: of(shades.solid),
    deep: of(shades.deep),
    mid: of(shades.mid),
    tint: of(shades.tint),
    texte: of(neutre.texte),
    gris: of(neutre.gris),
    filet: of(neutre.filet),
  }
}

/** Look of a paragraph style. Sizes in pt; spaces in twentieths of a pt, as Word counts. */
type StyleLook = {
  basedOn?: StyleName
  size?: number
  bold?: boolean
  italic?: boolean
  colour?: string
  before?: number
  after?: number
  left?: number
  ground?: string
  bar?: string
  line?: number
  keepNext?: boolean
  level?: number
  font?: string
  align?: 'left' | 'center' | 'right'
  caps?: boolean
}

const FONT = 'Calibri'

/** Every style that a fiche may use, in the colours of its family. */
export function styleSheet(colours: Palette): string {
  const { solid, gris } = colours
  const styles = [
    defaults(colours),
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...[...looksOf(colours)].map(([name, look]) => paragraphStyle(name, look)),
    characterStyle(signs.mark, `<w:b w:val="0"/><w:noProof/><w:color w:val="${gris}"/><w:sz w:val="15"/>`),
    characterStyle(signs.reference, `<w:color w:val="${solid}"/>`),
    characterStyle(signs.code, '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'),
    characterStyle(signs.link, `<w:color w:val="${solid}"/><w:u w:val="single"/>`),
    characterStyle(signs.figure, `<w:b/><w:color w:val="${solid}"/><w:sz w:val="30"/>`),
    tableStyle(colours),
  ]
  return `${declaration}<w:styles xmlns:w="${W}">${styles.join('')}</w:styles>`
}

function defaults({ texte }: Palette): string {
  const fonts = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map(script => ` w:${script}="${FONT}"`).join('')
  const run = `<w:rFonts${fonts}/><w:color w:val="${texte}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>`
  const paragraph = '<w:spacing w:after="120" w:line="271" w:lineRule="auto"/>'
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`
}

function looksOf(colours: Palette): Map<StyleName, StyleLook> {
  const { solid, deep, mid, tint, gris } = colours
  const looks = new Map<StyleName, StyleLook>([
    [styles.titre, { size: 28, bold: true, colour: deep, before: 60, after: 160, line: 240, keepNext: true }],
    [styles.texte, {}],
    [styles.chapo, { size: 12.5, colour: deep, after: 160, line: 286 }],
    [
      'heading 1',
      { size: 18, bold: true, colour: solid, before: 400, after: 140, keepNext: true, level: 0, line: 240 },
    ],
    [
      'heading 2',
      { size: 13.5, bold: true, colour: deep, before: 280, after: 80, keepNext: true, level: 1, line: 240 },
    ],
    [
      'heading 3',
      { size: 11.5, bold: true, colour: solid, before: 200, after: 60, keepNext: true, level: 2 },
    ],
    ['heading 4', { bold: true, before: 160, after: 60, keepNext: true, level: 3 }],
    ['heading 5', { bold: true, italic: true, before: 160, after: 60, keepNext: true, level: 4 }],
    [styles.liste, { after: 60 }],
    [styles.suite, { after: 60, left: 360 }],
    [styles.citation, { italic: true, left: 360, colour: gris }],
    [styles.brut, { size: 9, font: 'Consolas', colour: gris, align: 'left' }],
    [styles.image, { before: 120 }],
    [styles.legende, { size: 9, colour: gris }],
    [styles.cellule, { size: 9.5, before: 40, after: 40, line: 240 }],
    [styles.colonne, { basedOn: styles.cellule, bold: true, colour: deep, keepNext: true }],
    [styles.lignes, { size: 8.5, colour: gris, after: 0 }],
    [styles.cle, { size: 8.5, colour: gris, before: 20, after: 20, line: 240 }],
    [styles.valeur, { size: 8.5, before: 20, after: 20, line: 240 }],
    [
      styles.etiquette,
      { size: 8, bold: true, colour: solid, before: 240, after: 40, keepNext: true, caps: true },
    ],
    [styles.consigne, { size: 9, italic: true, colour: mid, before: 160, after: 60, keepNext: true }],
    [styles.dessin, { before: 60, after: 60, keepNext: true }],
    [styles.tete, { size: 8.5, colour: gris, after: 0 }],
    [styles.pied, { size: 8.5, colour: gris, after: 0 }],
  ])
  for (const { name: bloc, word } of blocks) {
    const box: StyleLook = word.look === 'plain' ? {} : { ground: tint, bar: mid, left: 170 }
    const isQuote = (role: WordRole) => word.look === 'quote' && (role === 'texte' || role === 'titre')
    for (const [name, part] of blockParts(bloc)) {
      if (part.kind === 'cell')
        looks.set(name, { basedOn: name === blockStyle(bloc, 'colonne') ? styles.colonne : styles.cellule })
      else if (part.kind === 'text')
        looks.set(name, {
          ...box,
          ...partLook(part, colours),
          ...(isQuote(part.role) && part.list === null && { size: 12.5, italic: true, colour: deep }),
        })
    }
  }
  return looks
}

function partLook({ list, role }: TextPart, { deep, solid, gris }: Palette): StyleLook {
  if (list === 'suite') return { after: 60, left: 530 }
  if (list === 'item') return { after: 60 }
  if (role === 'titre') return { bold: true, colour: deep, size: 11.5, after: 60, keepNext: true, line: 250 }
  if (role === 'lieu') return { colour: solid, bold: true, size: 9.5, after: 80, keepNext: true }
  if (role === 'close') return { size: 9, colour: gris, after: 120 }
  return { after: 80 }
}

function paragraphStyle(name: StyleName, look: StyleLook): string {
  const { size, colour, before, after, left, ground, bar, line, level, font, align } = look
  const set = (key: 'bold' | 'italic' | 'caps' | 'keepNext', tag: string) => (look[key] ? xml(tag) : '')
  const value = (tag: string, val: string | number | undefined) =>
    val === undefined ? '' : xml(tag, { 'w:val': val })
  const paragraph = [
    set('keepNext', 'w:keepNext'),
    bar
      ? xml('w:pBdr', {}, xml('w:left', { 'w:val': 'single', 'w:sz': 24, 'w:space': 8, 'w:color': bar }))
      : '',
    ground ? xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': ground }) : '',
    before === undefined && after === undefined && line === undefined
      ? ''
      : xml('w:spacing', {
          'w:before': before ?? null,
          'w:after': after ?? null,
          'w:line': line ?? null,
          'w:lineRule': line === undefined ? null : 'auto',
        }),
    left === undefined ? '' : xml('w:ind', { 'w:left': left }),
    value('w:jc', align),
    value('w:outlineLvl', level),
  ]
  const run = [
    font ? xml('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:cs': font }) : '',
    set('bold', 'w:b'),
    set('italic', 'w:i'),
    set('caps', 'w:caps'),
    value('w:color', colour),
    value('w:sz', size && Math.round(size * 2)),
  ]
  const kind = {
    'w:type': 'paragraph',
    'w:customStyle': isWords(name) ? null : 1,
    'w:styleId': styleId(name),
  }
  return xml('w:style', kind, [
    xml('w:name', { 'w:val': name }),
    xml('w:basedOn', { 'w:val': look.basedOn ? styleId(look.basedOn) : 'Normal' }),
    xml('w:qFormat'),
    xml('w:pPr', {}, paragraph),
    xml('w:rPr', {}, run),
  ])
}

/** Names that Word brings itself. */
const isWords = (name: StyleName) =>
  /^(heading \d|Title|Body Text|List |Quote|caption|header|footer)/.test(name)

const characterStyle = (name: StyleName, look: string) =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': name === signs.link ? null : 1, 'w:styleId': styleId(name) },
    `<w:name w:val="${name}"/><w:qFormat/><w:rPr>${look}</w:rPr>`,
  )

function tableStyle({ filet }: Palette): string {
  const borders = ['top', 'bottom', 'insideH'].map(
    side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${filet}"/>`,
  )
  const margins = ['left', 'right'].map(side => `<w:${side} w:w="80" w:type="dxa"/>`)
  return `<w:style w:type="table" w:customStyle="1" w:styleId="TableauDuKit"><w:name w:val="Tableau du kit"/><w:tblPr><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr></w:style>`
}
