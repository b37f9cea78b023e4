import type { Nuance } from '../../kit.ts'
import { blockParts, blockStyle, labels, type StyleName, signs, styleId, styles } from '../parts.ts'
import { declaration, xml } from '../xml/markup.ts'
import { W } from './namespaces.ts'

/** Colours of a document, as six hexadecimal digits: the shades of the fiche's family, and the neutral ones. */
export type Palette = Record<Nuance, string> & { texte: string; gris: string; filet: string; papier: string }

/** How a paragraph style looks. Sizes in pt; spaces in twentieths of a pt, as Word counts. */
type Look = {
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
  const text = looksOf(colours)
  return (
    declaration +
    xml('w:styles', { 'xmlns:w': W }, [
      defaults(colours),
      xml('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
        xml('w:name', { 'w:val': 'Normal' }),
        xml('w:qFormat'),
      ]),
      ...[...text].map(([name, look]) => paragraphStyle(name, look)),
      characterStyle(signs.mark, [
        xml('w:noProof'),
        xml('w:b', { 'w:val': 0 }),
        xml('w:color', { 'w:val': colours.gris }),
        xml('w:sz', { 'w:val': 15 }),
      ]),
      characterStyle(signs.reference, [xml('w:color', { 'w:val': colours.solid })]),
      characterStyle(signs.code, [xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas' })]),
      characterStyle(signs.link, [
        xml('w:color', { 'w:val': colours.solid }),
        xml('w:u', { 'w:val': 'single' }),
      ]),
      characterStyle(signs.figure, [
        xml('w:b'),
        xml('w:color', { 'w:val': colours.solid }),
        xml('w:sz', { 'w:val': 30 }),
      ]),
      tableStyle(colours),
    ])
  )
}

function defaults(colours: Palette): string {
  return xml('w:docDefaults', {}, [
    xml(
      'w:rPrDefault',
      {},
      xml('w:rPr', {}, [
        xml('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT }),
        xml('w:color', { 'w:val': colours.texte }),
        xml('w:sz', { 'w:val': 21 }),
        xml('w:szCs', { 'w:val': 21 }),
        xml('w:lang', { 'w:val': 'fr-FR', 'w:eastAsia': 'fr-FR', 'w:bidi': 'ar-SA' }),
      ]),
    ),
    xml(
      'w:pPrDefault',
      {},
      xml('w:pPr', {}, xml('w:spacing', { 'w:after': 120, 'w:line': 271, 'w:lineRule': 'auto' })),
    ),
  ])
}

function looksOf(colours: Palette): Map<StyleName, Look> {
  const { solid, deep, mid, tint, gris } = colours
  const looks = new Map<StyleName, Look>([
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
    [styles.image, { before: 120, keepNext: false }],
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
  for (const bloc of Object.keys(labels)) {
    const plain = bloc === 'ressources' || bloc === 'graphique' || bloc === 'schema'
    const box: Look = plain ? {} : { ground: tint, bar: mid, left: 170 }
    for (const [name, part] of blockParts(bloc)) {
      if (part.kind === 'cell')
        looks.set(name, { basedOn: name === blockStyle(bloc, 'colonne') ? styles.colonne : styles.cellule })
      else if (part.kind === 'text')
        looks.set(name, { ...box, ...partLook(part, name === blockStyle(bloc, 'liste'), colours) })
    }
  }
  for (const part of ['texte', 'titre'] as const) {
    const name = blockStyle('citation', part)
    looks.set(name, { ...looks.get(name), size: 12.5, italic: true, colour: deep })
  }
  return looks
}

function partLook(
  part: { role: string; list: 'item' | 'suite' | null },
  isList: boolean,
  colours: Palette,
): Look {
  if (part.list === 'suite') return { after: 60, left: 530 }
  if (isList) return { after: 60 }
  if (part.role === 'titre')
    return { bold: true, colour: colours.deep, size: 11.5, after: 60, keepNext: true, line: 250 }
  if (part.role === 'lieu') return { colour: colours.solid, bold: true, size: 9.5, after: 80, keepNext: true }
  if (part.role === 'cloture') return { size: 9, colour: colours.gris, after: 120 }
  return { after: 80 }
}

function paragraphStyle(name: StyleName, look: Look): string {
  const {
    size,
    bold,
    italic,
    colour,
    before,
    after,
    left,
    ground,
    bar,
    line,
    keepNext,
    level,
    font,
    align,
    caps,
  } = look
  const toggle = (key: string, set: boolean | undefined) => (set ? xml(key) : '')
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': isWords(name) ? null : 1, 'w:styleId': styleId(name) },
    [
      xml('w:name', { 'w:val': name }),
      xml('w:basedOn', { 'w:val': look.basedOn ? styleId(look.basedOn) : 'Normal' }),
      xml('w:qFormat'),
      xml('w:pPr', {}, [
        toggle('w:keepNext', keepNext),
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
        align ? xml('w:jc', { 'w:val': align }) : '',
        level === undefined ? '' : xml('w:outlineLvl', { 'w:val': level }),
      ]),
      xml('w:rPr', {}, [
        font ? xml('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:cs': font }) : '',
        toggle('w:b', bold),
        toggle('w:i', italic),
        toggle('w:caps', caps),
        colour ? xml('w:color', { 'w:val': colour }) : '',
        size ? xml('w:sz', { 'w:val': Math.round(size * 2) }) : '',
      ]),
    ],
  )
}

/** Names that Word brings itself. */
const isWords = (name: StyleName) => /^(heading \d|Title|Body Text|List |Quote|header|footer)/.test(name)

const characterStyle = (name: StyleName, looks: readonly string[]) =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': name === signs.link ? null : 1, 'w:styleId': styleId(name) },
    [xml('w:name', { 'w:val': name }), xml('w:qFormat'), xml('w:rPr', {}, looks)],
  )

const tableStyle = (colours: Palette) =>
  xml('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'TableauDuKit' }, [
    xml('w:name', { 'w:val': 'Tableau du kit' }),
    xml('w:tblPr', {}, [
      xml(
        'w:tblBorders',
        {},
        ['top', 'bottom', 'insideH'].map(side =>
          xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': colours.filet }),
        ),
      ),
      xml('w:tblCellMar', {}, [
        xml('w:left', { 'w:w': 80, 'w:type': 'dxa' }),
        xml('w:right', { 'w:w': 80, 'w:type': 'dxa' }),
      ]),
    ]),
  ])
