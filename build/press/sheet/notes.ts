import type { Kit } from '../../../src/kit/index.ts'
import { type Folio, mm, planOf, toPt, typographText } from '../../../src/text/index.ts'
import { type Ink, inkOperands } from '../colour/ink.ts'
import { inkOfLetters, isOverprinted } from '../convert/conversion.ts'
import { type PressFace, type PressFont, shorten } from './font.ts'
import { round } from './plan.ts'

// On the grid of the edition: lines on every second baseline, the foot where all feet are, both counted from the foot of the trim.
const TITLE = 33.2
const HALF_TITLE = 87.2
const FIRST_RULE = 45
const LAST_RULE = 27
const RULE_STEP = 9
const RULE_WEIGHT = toPt(mm(0.3))
const FOOT = 10.15
const GAP = 2.25

/** Words in one face, `size` in pt. */
type Words = { face: PressFace; size: number; ink: Ink; text: string }

/** A page for notes, drawn from the lower left corner of the trim: title, ruled lines, and the foot of every page. */
export function drawNotes(
  { titre, tokens, impression }: Pick<Kit, 'titre' | 'tokens' | 'impression'>,
  folio: Folio,
  fonts: Record<PressFace, PressFont>,
): string {
  const { trim, zone } = planOf({ impression })
  const [left, right] = [zone.left, zone.left + zone.width]
  const [black, grey, line] = (['texte', 'gris', 'filet'] as const).map(name => {
    const [c, m, y, k] = tokens.neutre[name].cmyk
    return [c / 100, m / 100, y / 100, k / 100] as Ink
  }) as [Ink, Ink, Ink]
  const write = ({ face, size, ink, text }: Words, x: number, y: number) => {
    const operands = inkOfLetters(inkOperands(ink))
    const state = isOverprinted(operands, size) ? 'Overprint' : 'Knockout'
    return `/${state} gs ${operands} k BT /${face} ${size} Tf ${place(x)} ${place(trim.height - y)} Td ${fonts[face].encode(text)} Tj ET /Knockout gs`
  }
  const widthOf = ({ face, size, text }: Words) => ((fonts[face].widthOf(text) * size) / 72) * 25.4

  const rules = Array.from(
    { length: Math.floor((trim.height - LAST_RULE - FIRST_RULE) / RULE_STEP) + 1 },
    (_, index) => {
      const y = place(trim.height - FIRST_RULE - index * RULE_STEP)
      return `${place(left)} ${y} m ${place(right)} ${y} l S`
    },
  )
  const besideTitle: Words[] = [
    { face: 'strong', size: 8.5, ink: black, text: 'Notes' },
    { face: 'title', size: 11, ink: black, text: String(folio) },
  ]
  const widthLeft = besideTitle.reduce((width, words) => width - widthOf(words), right - left - 3 * GAP)
  const title = shorten(typographText(titre), toPt(mm(widthLeft)), fonts.text, 8.5)
  const words: Words[] = [{ face: 'text', size: 8.5, ink: grey, text: title }, ...besideTitle]
  const recto = folio % 2 === 1
  // The number stands on the outer side.
  const inOrder = recto ? words : words.slice(2).concat(words.slice(0, 2))
  const widths = inOrder.map(widthOf)
  const gapAfter = (index: number) => ((recto ? index === 1 : index === 0) ? 2 * GAP : GAP)
  const total = widths.reduce((sum, width, index) => sum + width + (index < 2 ? gapAfter(index) : 0), 0)
  let x = recto ? right - total : left
  const foot = inOrder.map((words, index) => {
    const drawn = write(words, x, trim.height - FOOT)
    x += (widths[index] ?? 0) + gapAfter(index)
    return drawn
  })
  return [
    write({ face: 'title', size: 18, ink: black, text: 'Notes' }, left, TITLE),
    `${inkOperands(line)} K ${round(RULE_WEIGHT)} w`,
    ...rules,
    ...foot,
  ].join('\n')
}

/** A half-title, drawn from the lower left corner of the trim: the title alone, on one line. */
export function drawHalfTitle(
  { titre, impression }: Pick<Kit, 'titre' | 'impression'>,
  font: PressFont,
): string {
  const { trim, zone } = planOf({ impression })
  const title = typographText(titre)
  const size = round(Math.min(18, toPt(zone.width) / font.widthOf(title)))
  return `0 0 0 1 k BT /title ${size} Tf ${place(zone.left)} ${place(trim.height - HALF_TITLE)} Td ${font.encode(title)} Tj ET`
}

const place = (length: number) => round(toPt(mm(length)))
