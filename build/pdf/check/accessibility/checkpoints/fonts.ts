import { readGlyphs } from '../../../../font/true-type.ts'
import type { Font } from '../../../content/fonts.ts'
import { readWidths } from '../../../content/widths.ts'
import { unpack } from '../../../object/packing.ts'
import { Dict, List, Name, name, Stream } from '../../../object/values.ts'
import { type Checkpoint, onPage } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

/** What is asked of a font: its name, its descendant, its program. */
function faceOf({ dict }: Font) {
  const list = dict.lookup('DescendantFonts')
  const first = list instanceof List ? list.lookup(0) : undefined
  const descendant = first instanceof Dict ? first : undefined
  const described = descendant ?? dict
  const descriptor = described.lookup('FontDescriptor')
  const program =
    descriptor instanceof Dict
      ? ['FontFile', 'FontFile2', 'FontFile3'].map(key => descriptor.lookup(key)).find(Boolean)
      : undefined
  const base = dict.lookup('BaseFont')
  return {
    called: base instanceof Name ? base.text : 'sans nom',
    composite: dict.lookup('Subtype') === name('Type0'),
    trueType: descendant?.lookup('Subtype') === name('CIDFontType2'),
    encoding: dict.lookup('Encoding'),
    toGlyph: descendant?.lookup('CIDToGIDMap'),
    descendant,
    descriptor: descriptor instanceof Dict ? descriptor : undefined,
    program: program instanceof Stream ? program : undefined,
  }
}

type Face = ReturnType<typeof faceOf>

const each = (fault: (face: Face, font: Font) => string | null) => (file: Inspection) =>
  file.fonts.flatMap(font => {
    const face = faceOf(font)
    const message = fault(face, font)
    return message === null ? [] : [onPage(null, `Police ${face.called} : ${message}`)]
  })

const identity = ({ encoding }: Face) => encoding === name('Identity-H') || encoding === name('Identity-V')
const usedCodes = ({ used }: Font) => [...used.keys()].filter(code => used[code] === 1)

/** Glyphs of an embedded TrueType program, when codes are glyphs. */
function glyphsOf({ trueType, program, toGlyph }: Face) {
  return trueType && program && toGlyph === name('Identity') ? readGlyphs(unpack(program)) : null
}

export const fonts: Checkpoint[] = [
  {
    id: '10-001',
    title: 'Tout signe imprimé se lit comme un caractère',
    find: ({ pages }) =>
      pages
        .filter(({ content }) => content.unread > 0)
        .map(({ number, content }) => onPage(number, `${content.unread} signes n’ont pas de caractère.`)),
  },
  {
    id: '31-001',
    title: 'Les polices composées se codent par le numéro de leurs dessins',
    find: each(face =>
      !face.composite || identity(face) ? null : `codage ${face.encoding} qui n’a pas été examiné.`,
    ),
  },
  {
    id: '31-004',
    title: 'Les polices composées relient leurs codes à leurs dessins',
    find: each(({ trueType, toGlyph }) =>
      !trueType || toGlyph === undefined || toGlyph === name('Identity') || toGlyph instanceof Stream
        ? null
        : 'CIDToGIDMap inconnu.',
    ),
  },
  {
    id: '31-005',
    title: 'Cette correspondance est écrite',
    find: each(({ trueType, toGlyph }) => (trueType && toGlyph === undefined ? 'CIDToGIDMap absent.' : null)),
  },
  {
    id: '31-009',
    title: 'Toutes les polices sont incorporées',
    find: each(({ program }, { dict }) =>
      program || dict.lookup('Subtype') === name('Type3') ? null : 'elle n’est pas incorporée.',
    ),
  },
  {
    id: '31-011',
    title: 'Chaque police incorporée a tous les dessins employés',
    find: each((face, font) => {
      const glyphs = glyphsOf(face)
      if (!glyphs) return null
      const lost = usedCodes(font).filter(code => {
        const drawn = glyphs[code]
        return !drawn || (drawn.empty && /\S/.test(font.letters?.get(code) ?? ''))
      })
      return lost.length > 0 ? `il manque ${lost.length} dessins.` : null
    }),
  },
  {
    id: '31-014',
    title: 'Les listes de dessins des polices sont complètes',
    find: each(({ descriptor }) =>
      descriptor && ['CIDSet', 'CharSet'].some(key => descriptor.has(key))
        ? 'liste de dessins (CIDSet, CharSet) qui n’a pas été examinée.'
        : null,
    ),
  },
  {
    id: '31-016',
    title: 'Les largeurs écrites sont celles des dessins',
    find: each((face, font) => {
      const glyphs = glyphsOf(face)
      if (!glyphs || !face.descendant) return null
      const widths = readWidths(face.descendant)
      const wrong = usedCodes(font).filter(code => Math.abs((glyphs[code]?.width ?? 0) - widths(code)) > 1)
      return wrong.length > 0 ? `${wrong.length} largeurs ne sont pas celles des dessins.` : null
    }),
  },
  {
    id: '31-019',
    title: 'Aucune police simple, dont le codage serait à examiner',
    find: each(({ composite }, { dict }) =>
      composite || dict.lookup('Subtype') === name('Type3')
        ? null
        : 'police simple qui n’a pas été examinée.',
    ),
  },
  {
    id: '31-027',
    title: 'Toute police donne les caractères de ses dessins',
    find: each((_, { letters }) => (letters === null ? 'ToUnicode absent.' : null)),
  },
  {
    id: '31-028',
    title: 'Aucun dessin ne se lit U+0000',
    find: each((_, { letters }) =>
      [...(letters?.values() ?? [])].some(text => text.includes('\0')) ? 'un dessin se lit U+0000.' : null,
    ),
  },
  {
    id: '31-029',
    title: 'Aucun dessin ne se lit U+FEFF ni U+FFFE',
    find: each((_, { letters }) =>
      [...(letters?.values() ?? [])].some(text => /[\ufeff\ufffe]/.test(text))
        ? 'un dessin se lit U+FEFF ou U+FFFE.'
        : null,
    ),
  },
  {
    id: '31-030',
    title: 'Aucun caractère manquant (.notdef)',
    find: each(({ composite }, { used }) =>
      composite && used[0] === 1 ? 'un caractère y manque (.notdef).' : null,
    ),
  },
]
