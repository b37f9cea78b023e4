import { onPage } from '../../../../judge/check.ts'
import { type Face, faceOf, glyphsOf, readWidths } from '../../../content/font-dictionary.ts'
import type { Font } from '../../../content/fonts.ts'
import { name, Stream } from '../../../object/values.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

const each = (fault: (face: Face, font: Font) => string | null) => (file: Inspection) =>
  file.fonts.flatMap(font => {
    const face = faceOf(font.dict)
    const message = fault(face, font)
    return message === null ? [] : [onPage(null, `Police ${face.called ?? 'sans nom'} : ${message}`)]
  })

const usedCodes = ({ used }: Font) => [...used.keys()].filter(code => used[code] === 1)
/** How the codes of a TrueType descendant lead to its glyphs; null: it is none. */
const mapOf = ({ descendant }: Face) =>
  descendant?.name('Subtype') === 'CIDFontType2' ? (descendant.lookup('CIDToGIDMap') ?? 'absent') : null

export const fonts: Checkpoint[] = [
  {
    id: '10-001',
    title: 'Tout signe imprimé se lit comme un caractère',
    run: ({ pages }) =>
      pages
        .filter(({ content }) => content.unread > 0)
        .map(({ number, content }) => onPage(number, `${content.unread} signes n’ont pas de caractère.`)),
  },
  {
    id: '31-001',
    title: 'Les polices composées se codent par le numéro de leurs dessins',
    run: each(({ composite }, { dict }) =>
      !composite || ['Identity-H', 'Identity-V'].includes(dict.name('Encoding') ?? '')
        ? null
        : `codage ${dict.lookup('Encoding')} qui n’a pas été examiné.`,
    ),
  },
  {
    id: '31-004',
    title: 'Les polices composées relient leurs codes à leurs dessins',
    run: each(face => {
      const map = mapOf(face)
      const valid = map === null || map === 'absent' || map === name('Identity') || map instanceof Stream
      return valid ? null : 'CIDToGIDMap inconnu.'
    }),
  },
  {
    id: '31-005',
    title: 'Cette correspondance est écrite',
    run: each(face => (mapOf(face) === 'absent' ? 'CIDToGIDMap absent.' : null)),
  },
  {
    id: '31-009',
    title: 'Toutes les polices sont incorporées',
    run: each(({ program }, { dict }) =>
      program || dict.lookup('Subtype') === name('Type3') ? null : 'elle n’est pas incorporée.',
    ),
  },
  {
    id: '31-011',
    title: 'Chaque police incorporée a tous les dessins employés',
    run: each((face, font) => {
      const glyphs = glyphsOf(face)
      if (!glyphs) return null
      const lost = usedCodes(font).filter(code => {
        const drawn = glyphs.list[code]
        return !drawn || (drawn.outline.length === 0 && /\S/.test(font.letters?.get(code) ?? ''))
      })
      return lost.length > 0 ? `il manque ${lost.length} dessins.` : null
    }),
  },
  {
    id: '31-014',
    title: 'Les listes de dessins des polices sont complètes',
    run: each(({ descriptor }) =>
      descriptor && ['CIDSet', 'CharSet'].some(key => descriptor.has(key))
        ? 'liste de dessins (CIDSet, CharSet) qui n’a pas été examinée.'
        : null,
    ),
  },
  {
    id: '31-016',
    title: 'Les largeurs écrites sont celles des dessins',
    run: each((face, font) => {
      const glyphs = glyphsOf(face)
      if (!glyphs || !face.descendant) return null
      const widths = readWidths(face.descendant)
      const drawn = (code: number) => ((glyphs.list[code]?.advance ?? 0) * 1000) / glyphs.unitsPerEm
      const wrong = usedCodes(font).filter(code => Math.abs(drawn(code) - widths(code)) > 1)
      return wrong.length > 0 ? `${wrong.length} largeurs ne sont pas celles des dessins.` : null
    }),
  },
  {
    id: '31-019',
    title: 'Aucune police simple, dont le codage serait à examiner',
    run: each(({ composite }, { dict }) =>
      composite || dict.lookup('Subtype') === name('Type3')
        ? null
        : 'police simple qui n’a pas été examinée.',
    ),
  },
  {
    id: '31-027',
    title: 'Toute police donne les caractères de ses dessins',
    run: each((_, { letters }) => (letters === null ? 'ToUnicode absent.' : null)),
  },
  {
    id: '31-028',
    title: 'Aucun dessin ne se lit U+0000',
    run: each((_, { letters }) =>
      [...(letters?.values() ?? [])].some(text => text.includes('\0')) ? 'un dessin se lit U+0000.' : null,
    ),
  },
  {
    id: '31-029',
    title: 'Aucun dessin ne se lit U+FEFF ni U+FFFE',
    run: each((_, { letters }) =>
      [...(letters?.values() ?? [])].some(text => /[\ufeff\ufffe]/.test(text))
        ? 'un dessin se lit U+FEFF ou U+FFFE.'
        : null,
    ),
  },
  {
    id: '31-030',
    title: 'Aucun caractère manquant (.notdef)',
    run: each(({ composite }, { used }) =>
      composite && used[0] === 1 ? 'un caractère y manque (.notdef).' : null,
    ),
  },
]
