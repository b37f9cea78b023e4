import type { Couleur, Kit } from '../../src/kit/index.ts'
import { type Mm, mm, planOf, toPt, typographText } from '../../src/text/index.ts'
import { type Page, type PdfFile, pack, type Ref } from '../pdf/index.ts'
import { inkOperands } from './colour/ink.ts'
import { sheetForm } from './sheet/compose.ts'
import { embedFont, type PressFont } from './sheet/font.ts'
import { allInks, drawMarks, slugLines } from './sheet/marks.ts'
import { type PageBox, planSheet, round } from './sheet/plan.ts'

/** Narrower, a spine bears no text: it would lie on the fold. */
const NARROWEST_SPINE = mm(5)
/** Size of the spine's text, in points, and white on each side of it. */
const LARGEST = 12
const FREE = mm(1)
const END = mm(21.5)
/** The ground of both covers (`.quatrieme::after`, the town) goes on across the spine, so high above the trim. */
const STRIP = mm(17)

type FlatCover = {
  kit: Kit
  spine: Mm
  /** The printed covers in ink; null: that side stays white. */
  front: Page | null
  back: Page | null
  /** The slug line, left of the registration mark. */
  label: string
}

/** Makes the cover of a square back one flat page, with marks for its folds. @returns the root of the page tree */
export async function composeCover(
  file: PdfFile,
  { kit, spine, front, back, label }: FlatCover,
): Promise<Ref> {
  const plan = planOf(kit)
  const { trim: page } = plan
  const geometry = planSheet(kit.impression, { width: mm(2 * page.width + spine), height: page.height })
  const { trim, bleed } = geometry
  const folds = [trim[0] + toPt(page.width), trim[0] + toPt(mm(page.width + spine))] as const
  const title = await embedFont(file, 'title')
  const text = await embedFont(file, 'text')
  const operators: string[] = []
  const drawings: Record<string, Ref> = {}
  const place = (name: string, sheet: Page | null, at: number, clip: PageBox) => {
    if (!sheet) return
    const { form, draw } = sheetForm(file, sheet, { plan, corner: [at, trim[1]], cut: clip })
    drawings[name] = form
    operators.push(draw(name))
  }
  place('Back', back, trim[0], [bleed[0], bleed[1], round(folds[0]), bleed[3]])
  place('Front', front, folds[1], [round(folds[1]), bleed[1], bleed[2], bleed[3]])
  operators.push(drawSpine(kit, { spine, left: folds[0], bottom: bleed[1], top: bleed[3], trim }, title))
  if (geometry.marks) {
    const slug = slugLines(geometry, label, text)
    operators.push(
      `q /All CS 1 SCN\n${drawMarks({ ...geometry, folds })}\n/All cs 1 scn\n${slug(`couverture à plat · dos de ${String(spine).replace('.', ',')} mm`)}\nQ`,
    )
  }
  const parent = file.reserve()
  const sheet = file.add(
    file.dict({
      Type: 'Page',
      Parent: parent,
      MediaBox: geometry.media,
      BleedBox: bleed,
      TrimBox: trim,
      Resources: {
        XObject: drawings,
        ColorSpace: geometry.marks ? { All: allInks(file) } : {},
        Font: { title: title.ref, ...(geometry.marks && { text: text.ref }) },
      },
      Contents: file.add(pack(file.dict(), operators.join('\n'))),
    }),
  )
  file.set(parent, file.dict({ Type: 'Pages', Count: 1, Kids: [sheet] }))
  return parent
}

type Spine = { spine: Mm; left: number; bottom: number; top: number; trim: PageBox }

/** Solid of the first family over its deep ground, as the back; its text is read from the foot up, as French spines are. */
function drawSpine(
  { titre, editeur, familles, tokens }: Kit,
  { spine, left, bottom, top, trim }: Spine,
  font: PressFont,
): string {
  const [first] = familles
  const shades = first && tokens.familles[first.couleur]
  if (!shades) throw new Error('a kit without families: it was not checked')
  const width = toPt(spine)
  const fill = ({ cmyk: [c, m, y, k] }: Couleur, up: number) =>
    `${inkOperands([c / 100, m / 100, y / 100, k / 100])} k ${round(left)} ${round(bottom)} ${round(width)} ${round(up - bottom)} re f`
  const ground = `${fill(shades.solid, top)}\n${fill(shades.deep, trim[1] + toPt(STRIP))}`
  if (spine < NARROWEST_SPINE) return ground
  const [name, publisher] = [typographText(titre), editeur.sigle ?? '']
  const room = trim[3] - trim[1] - 2 * toPt(END)
  const length = font.widthOf(`${name}   ${publisher}`)
  const size = round(Math.min(LARGEST, width - 2 * toPt(FREE), room / length))
  // The middle of a capital letter lies on the middle of the spine.
  const baseline = round(left + width / 2 + size * 0.35)
  const write = (words: string, from: number) =>
    words === ''
      ? ''
      : `BT /title ${size} Tf 0 1 -1 0 ${baseline} ${round(from)} Tm ${font.encode(words)} Tj ET`
  const end = trim[3] - toPt(END) - font.widthOf(publisher) * size
  return [ground, '0 0 0 0 k', write(name, trim[1] + toPt(END)), write(publisher, end)].join('\n')
}
