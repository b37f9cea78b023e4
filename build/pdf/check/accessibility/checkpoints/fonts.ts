import { onPage } from '../../../../../src/problems/finding.ts'
import { type Face, faceOf, glyphsOf, readWidths } from '../../../content/font-dictionary.ts'
import type { Font } from '../../../content/fonts.ts'
import { name, Stream } from '../../../object/values.ts'
import { type Checkpoint, checkpoint, findingOn } from '../checkpoint.ts'

/** A checkpoint that looks at each font by itself. */
const ofFont = (id: string, title: string, faultOf: (face: Face, font: Font) => string | null) =>
  checkpoint(id, title, ({ fonts }) =>
    fonts.flatMap(font => {
      const face = faceOf(font.dict)
      const fault = faultOf(face, font)
      return findingOn(null, fault && `Police ${face.called ?? 'sans nom'} : ${fault}`)
    }),
  )

const usedCodes = ({ used }: Font) => [...used.keys()].filter(code => used[code] === 1)
/** How the codes of a TrueType descendant lead to its glyphs; null: it is none. */
const mapOf = ({ descendant }: Face) =>
  descendant?.name('Subtype') === 'CIDFontType2' ? (descendant.lookup('CIDToGIDMap') ?? 'absent') : null

export const fonts: Checkpoint[] = [
  checkpoint('10-001', 'Tout signe imprimé se lit comme un caractère', ({ pages }) =>
    pages
      .filter(({ content }) => content.unread > 0)
      .map(({ number, content }) => onPage(number, `${content.unread} signes n’ont pas de caractère.`)),
  ),
  ofFont(
    '31-001',
    'Les polices composées se codent par le numéro de leurs dessins',
    ({ composite }, { dict }) =>
      !composite || ['Identity-H', 'Identity-V'].includes(dict.name('Encoding') ?? '')
        ? null
        : `codage ${dict.lookup('Encoding')} qui n’a pas été examiné.`,
  ),
  ofFont('31-004', 'Les polices composées relient leurs codes à leurs dessins', face => {
    const map = mapOf(face)
    const valid = map === null || map === 'absent' || map === name('Identity') || map instanceof Stream
    return valid ? null : 'CIDToGIDMap inconnu.'
  }),
  ofFont('31-005', 'Cette correspondance est écrite', face =>
    mapOf(face) === 'absent' ? 'CIDToGIDMap absent.' : null,
  ),
  ofFont('31-009', 'Toutes les polices sont incorporées', ({ program }, { dict }) =>
    program || dict.lookup('Subtype') === name('Type3') ? null : 'elle n’est pas incorporée.',
  ),
  ofFont('31-011', 'Chaque police incorporée a tous les dessins employés', (face, font) => {
    const glyphs = glyphsOf(face)
    if (!glyphs) return null
    const lost = usedCodes(font).filter(code => {
      const drawn = glyphs.list[code]
      return !drawn || (drawn.outline.length === 0 && /\S/.test(font.letters?.get(code) ?? ''))
    })
    return lost.length > 0 ? `il manque ${lost.length} dessins.` : null
  }),
  ofFont('31-014', 'Les listes de dessins des polices sont complètes', ({ descriptor }) =>
    descriptor && ['CIDSet', 'CharSet'].some(key => descriptor.has(key))
      ? 'liste de dessins (CIDSet, CharSet) qui n’a pas été examinée.'
      : null,
  ),
  ofFont('31-016', 'Les largeurs écrites sont celles des dessins', (face, font) => {
    const glyphs = glyphsOf(face)
    if (!glyphs || !face.descendant) return null
    const widths = readWidths(face.descendant)
    const drawn = (code: number) => ((glyphs.list[code]?.advance ?? 0) * 1000) / glyphs.unitsPerEm
    const wrong = usedCodes(font).filter(code => Math.abs(drawn(code) - widths(code)) > 1)
    return wrong.length > 0 ? `${wrong.length} largeurs ne sont pas celles des dessins.` : null
  }),
  ofFont('31-019', 'Aucune police simple, dont le codage serait à examiner', ({ composite }, { dict }) =>
    composite || dict.lookup('Subtype') === name('Type3') ? null : 'police simple qui n’a pas été examinée.',
  ),
  ofFont('31-027', 'Toute police donne les caractères de ses dessins', (_, { letters }) =>
    letters === null ? 'ToUnicode absent.' : null,
  ),
  ofFont('31-028', 'Aucun dessin ne se lit U+0000', (_, { letters }) =>
    [...(letters?.values() ?? [])].some(text => text.includes('\0')) ? 'un dessin se lit U+0000.' : null,
  ),
  ofFont('31-029', 'Aucun dessin ne se lit U+FEFF ni U+FFFE', (_, { letters }) =>
    [...(letters?.values() ?? [])].some(text => /[\ufeff\ufffe]/.test(text))
      ? 'un dessin se lit U+FEFF ou U+FFFE.'
      : null,
  ),
  ofFont('31-030', 'Aucun caractère manquant (.notdef)', ({ composite }, { used }) =>
    composite && used[0] === 1 ? 'un caractère y manque (.notdef).' : null,
  ),
]
