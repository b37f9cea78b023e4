import { textWidth } from '../../../src/charts/index.ts'
import { type Famille, type Forme, type Item, type Kit, titleOf } from '../../../src/kit/index.ts'
import { type Folio, line, type PagePlan, planOf } from '../../../src/text/index.ts'
import { spellUndrawn } from '../page/reserve.ts'

/** Frame around the text of one page. Every string is HTML, hidden from assistive techniques: an artifact in the PDF. */
export type Frame = {
  /** Classes of the page: side, family, shape, kind. */
  classes: string[]
  /** Under the text: the head's colour. */
  ground: string
  /** Over the text: running head, thumb tab, foot. */
  surround: string
}

export type FramedPage = {
  item: Item
  /** Null: a page that has no number. */
  folio: Folio | null
  /** From 0, inside the document. */
  index: number
  /** Set on the back of a leaf, for a page without number. */
  back?: boolean
}

/** Typographic text → HTML of a title: given by the renderer, so that a running head reads as the title does. */
export type Typographer = (text: string) => string

export function createFrame(kit: Kit, typography: Typographer): (page: FramedPage) => Frame {
  const typo: Typographer = text => spellUndrawn(typography(text))
  const tabs = thumbTabs(kit.familles, planOf(kit))
  return page => {
    const { item, folio, index, back = false } = page
    const side = (folio === null ? back : folio % 2 === 0) ? 'verso' : 'recto'
    const famille =
      item.kind === 'fiche' ? kit.familles.find(({ id }) => id === item.fiche.famille) : undefined
    const classes = [side, `sorte-${sortOf(item)}`, famille ? `famille-${famille.id}` : 'sans-famille']
    if (famille) classes.push(`forme-${famille.forme}`)
    if (index === 0) classes.push('premiere')
    if (isPlate(item)) return { classes, ground: '', surround: '' }
    const ground =
      famille && index === 0
        ? `<div class="tete-fond" aria-hidden="true">${giantShape(famille.forme)}</div>`
        : ''
    const tab =
      famille && item.kind === 'fiche' ? thumbTab(famille, item.fiche.numero, tabs.get(famille.id), typo) : ''
    const running = index > 0 ? runningHead(item, famille, typo) : ''
    const foot = `<p class="pied"><span class="pied-kit">${typo(kit.titre)}</span> <b>${typo(titleOf(item, 'titre_court'))}</b> <span class="folio">${folio ?? ''}</span></p>`
    return {
      classes,
      ground,
      surround: `<div class="cadre" aria-hidden="true">${running}${tab}${foot}</div>`,
    }
  }
}

function isPlate(item: Item): boolean {
  return item.kind === 'couverture' || (item.kind === 'page' && item.page.gabarit === 'quatrieme')
}

const sortOf = (item: Item) => (item.kind === 'page' ? item.page.gabarit : item.kind)

/** Letters of a title that fit one line of the running head. */
const LONGEST_RUNNING = 100

function runningHead(item: Item, famille: Famille | undefined, typo: Typographer): string {
  const title =
    item.kind === 'fiche' && item.fiche.titre.length <= LONGEST_RUNNING
      ? item.fiche.titre
      : titleOf(item, 'titre_court')
  const mark = famille && item.kind === 'fiche' ? `${shape(famille.forme)} <b>${item.fiche.numero}</b> ` : ''
  return `<p class="courant">${mark}<span>${typo(title)}</span></p>`
}

function thumbTab(
  famille: Famille,
  numero: number,
  place: { top: number; height: number; named: boolean } | undefined,
  typo: Typographer,
): string {
  if (!place) return ''
  const name = place.named ? `<span>${typo(famille.pluriel)}</span>` : ''
  return `<div class="onglet" style="top: ${place.top}mm; height: ${place.height}mm">${shape(famille.forme)}${name}<b>${numero}</b></div>`
}

// The marks of the charter on a square of 20 units; the giant shapes fill theirs, and the style sheet places them.
const marks: Record<Forme, string> = {
  carre: '<path d="M1 1h18v18H1z"/>',
  triangle: '<path d="M10 1.2 20 18.8H0z"/>',
  disque: '<circle cx="10" cy="10" r="9.8"/>',
}
const giants: Record<Forme, string> = {
  carre: '<path d="M0 0h100v100H0z"/>',
  triangle: '<path d="M50 0 100 100H0z"/>',
  disque: '<circle cx="50" cy="50" r="50"/>',
}

const shape = (forme: Forme) => `<svg class="marque" viewBox="0 0 20 20">${marks[forme]}</svg>`
const giantShape = (forme: Forme) =>
  `<svg class="forme" viewBox="0 0 100 100" preserveAspectRatio="none">${giants[forme]}</svg>`

/** Place of a family's thumb tab on the outer edge, in mm from the top of the trim; `named` when it has room for the name. */
type ThumbTab = { top: number; height: number; named: boolean }

const TAB = 40.5
const GAP = line
/** White of the edge above and below the tabs. */
const [HEAD, FOOT] = [42.75, 29.25]
const WITHOUT_NAME = 18
/** Size of the name, in mm, and what is added to each letter (`surround.css`). */
const [SIZE, SPACING] = [(8.5 * 25.4) / 72, 0.01]

/** Gives each family a tab, centred on the edge: three stand at 90, 135 and 180 mm. Tabs grow for long names; too many shrink. */
export function thumbTabs(
  familles: readonly Famille[],
  { trim }: Pick<PagePlan, 'trim'>,
): Map<string, ThumbTab> {
  const longest = Math.max(0, ...familles.map(({ pluriel }) => lengthOf(pluriel)))
  const wanted = Math.max(TAB, WITHOUT_NAME + longest)
  const edge = trim.height - HEAD - FOOT
  const height = Math.min(wanted, (edge + GAP) / Math.max(1, familles.length) - GAP)
  const first = HEAD + edge / 2 - (familles.length * (height + GAP) - GAP) / 2
  return new Map(
    familles.map(({ id }, index) => [
      id,
      {
        top: round(first + index * (height + GAP)),
        height: round(height),
        named: height >= WITHOUT_NAME + longest,
      },
    ]),
  )
}

const lengthOf = (name: string) => textWidth(name, 'figure', SIZE) + SPACING * SIZE * name.length

const round = (length: number) => Math.round(length * 100) / 100
