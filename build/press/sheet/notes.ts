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
  const write = (face: PressFace, size: number, ink: Ink, x: number, y: number, text: string) => {
    const operands = inkOfLetters(inkOperands(ink))
    const state = isOverprinted(operands, size) ? 'Overprint' : 'Knockout'
    return `/${state} gs ${operands} k BT /${face} ${size} Tf ${place(x)} ${place(trim.height - y)} Td ${fonts[face].encode(text)} Tj ET /Knockout gs`
  }
  const widthOf = (face: PressFace, size: number, text: string) =>
    ((fonts[face].widthOf(text) * size) / 72) * 25.4

  const rules = Array.from(
    { length: Math.floor((trim.height - LAST_RULE - FIRST_RULE) / RULE_STEP) + 1 },
    (_, index) => {
      const y = place(trim.height - FIRST_RULE - index * RULE_STEP)
      return `${place(left)} ${y} m ${place(right)} ${y} l S`
    },
  )
  const besideTitle: [PressFace, number, Ink, string][] = [
    ['strong', 8.5, black, 'Notes'],
    ['title', 11, black, String(folio)],
  ]
  const widthLeft = besideTitle.reduce(
    (width, [face, size, , text]) => width - widthOf(face, size, text),
    right - left - 3 * GAP,
  )
  const title = shorten(typographText(titre), toPt(mm(widthLeft)), fonts.text, 8.5)
  const words: [PressFace, number, Ink, string][] = [['text', 8.5, grey, title], ...besideTitle]
  const recto = folio % 2 === 1
  // The number stands on the outer side.
  const inOrder = recto ? words : words.slice(2).concat(words.slice(0, 2))
  const widths = inOrder.map(([face, size, , text]) => widthOf(face, size, text))
  const gapAfter = (index: number) => ((recto ? index === 1 : index === 0) ? 2 * GAP : GAP)
  const total = widths.reduce((sum, width, index) => sum + width + (index < 2 ? gapAfter(index) : 0), 0)
  let x = recto ? right - total : left
  const foot = inOrder.map(([face, size, ink, text], index) => {
    const drawn = write(face, size, ink, x, trim.height - FOOT, text)
    x += (widths[index] ?? 0) + gapAfter(index)
    return drawn
  })
  return [
    write('title', 18, black, left, TITLE, 'Notes'),
    `${inkOperands(line)} K ${round(RULE_WEIGHT)} w`,
    ...rules,
    ...foot,
  ].join('\n')
}

/** A half-title, drawn from the lower left corner of the trim: the title alone, where other titles stand. */
export function drawHalfTitle(
  { titre, impression }: Pick<Kit, 'titre' | 'impression'>,
  font: PressFont,
): string {
  const { trim, zone } = planOf({ impression })
  const [size, leading] = [18, 9]
  const lines: string[] = []
  // No-break spaces hold a word together.
  for (const word of typographText(titre).split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && font.widthOf(longer) * size <= toPt(zone.width)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const drawn = lines.map((line, index) => {
    const y = place(trim.height - HALF_TITLE - index * leading)
    return `BT /title ${size} Tf ${place(zone.left)} ${y} Td ${font.encode(line)} Tj ET`
  })
  return ['0 0 0 1 k', ...drawn].join('\n')
}

const place = (length: number) => round(toPt(mm(length)))
