import { type Bloc, inlineOf, picto, type RenderContext } from '../../text/index.ts'
import { type BodyRow, type BodySection, isClosing } from './structure.ts'

/** HTML of a structured body (docs/html.md, « Sections and rows »). */
export function renderDocument(sections: readonly BodySection[], context: RenderContext): string {
  // The online address of a fiche stands once, with its last resources.
  const last = sections.flatMap(({ rows }) => rows).findLast(({ plein }) => plein?.kind.print === 'end')
  const within = (section: BodySection): RenderContext => ({
    ...context,
    enLigne: last && section.rows.includes(last) ? context.enLigne : null,
  })
  const rendered = sections.map(section => ({ section, rows: rowsOf(section, within(section)) }))
  const places = context.medium === 'web' ? placeBoxes(rendered.flatMap(({ rows }) => rows)) : []
  return rendered
    .map(({ section, rows }) =>
      renderSection(section, rows.map(row => row.write(places.shift() ?? 'beside')).join(''), context),
    )
    .join('')
}

/** A row whose boxes are still to be placed. */
type WrittenRow = MeasuredRow & { write(place: BoxPlace): string }

function rowsOf(section: BodySection, context: RenderContext): WrittenRow[] {
  let niveau = section.titre ? 3 : 2
  return section.rows.map(row => {
    if (row.titre) niveau = 4
    return renderRow(row, { ...context, niveau })
  })
}

function renderSection(section: BodySection, rows: string, context: RenderContext): string {
  const { titre } = section
  if (!titre) return rows
  const classe = ['section', section.leviers && 'leviers', isClosing(section) && 'ressources-section']
    .filter(Boolean)
    .join(' ')
  const heading = `<h2${context.id(String(titre.open.meta?.['ancre']))}${context.rep(titre.open)}>${inlineOf(titre.inline, context)}</h2>`
  return `<section class="${classe}">\n${heading}\n${rows}</section>\n`
}

const classOf: Record<BoxPlace, string> = {
  beside: 'marge',
  below: 'marge dessous',
  'below-narrow': 'marge dessous etroit',
}

function renderRow(row: BodyRow, context: RenderContext): WrittenRow {
  const titre = row.titre ? renderTitre(row, row.titre, context) : ''
  const texte = titre + context.blocs(row.texte)
  const plein = row.plein ? render(row.plein, { ...context, seul: row.marges.length === 0 }) : ''
  if (context.medium === 'epub') {
    const marges = row.marges.map(bloc => render(bloc, context)).join('')
    const html = row.margesFirst ? titre + marges + context.blocs(row.texte) : texte + plein + marges
    return { texte, marges: [], plein: plein !== '', write: () => html }
  }

  const marges = row.marges.map(bloc => render(bloc, context))
  const beside = plein !== '' && marges.length > 0
  const inner = plein === '' ? texte : plein
  const text = inner !== '' && (plein === '' || beside) ? `<div class="texte">\n${inner}</div>\n` : inner
  const classe = [
    'rang',
    row.texte.some(token => token.meta?.['chapo']) && 'chapo-rang',
    row.levier !== null && plein === '' && 'levier',
    plein !== '' && (beside ? 'figure' : 'plein'),
    marges.length === 0 && plein === '' && texte !== '' && 'seul',
    texte + plein === '' && 'blocs',
    row.suite && 'suite',
  ]
    .filter(Boolean)
    .join(' ')
  const headed = context.medium === 'web' && isHeaded(row.marges) ? ' tete' : ''
  const write = (place: BoxPlace) => {
    const marge =
      marges.length > 0 ? `<div class="${classOf[place]}${headed}">\n${marges.join('')}</div>\n` : ''
    return `<div class="${classe}">\n${context.medium === 'print' ? marge + text : text + marge}</div>\n`
  }
  return { texte, marges, plein: plein !== '', write }
}

/** A box without a ground before two panels or three: among them it would leave a hole. */
const isHeaded = (marges: readonly Bloc[]): boolean =>
  /^-x{2,3}$/.test(marges.map(({ kind }) => (kind.panel ? 'x' : '-')).join(''))

function renderTitre(
  row: BodyRow,
  { open, inline }: NonNullable<BodyRow['titre']>,
  context: RenderContext,
): string {
  const attributs = `${context.id(String(open.meta?.['ancre']))}${context.rep(open)}`
  if (row.levier === null || context.medium === 'epub')
    return `<h3${attributs}>${inlineOf(inline, context)}</h3>\n`
  const named = open.meta?.['picto']
  const disc =
    typeof named === 'string' ? picto(named, context) : `<span class="rang-levier">${row.levier}</span>`
  return `<h3 class="levier-titre"${attributs}><span class="pastille" aria-hidden="true">${disc}</span> <span class="titre">${inlineOf(inline, context)}</span></h3>\n`
}

function render(bloc: Bloc, context: RenderContext): string {
  return bloc.kind.render(bloc, context)
}

/** A row of a page on a wide screen: the HTML of its text, of its boxes, and whether it takes the whole measure. */
type MeasuredRow = { texte: string; marges: readonly string[]; plein: boolean }

/** Letters in a line of the text, of the opening and of a box beside them; heights of their lines and of the gaps between
 *  blocks, in px. Fitted to styles/web as a browser lays out the kit's fiches, within 30 px. */
const text = { letters: 63, line: 28, gap: 14 }
const opening = { letters: 56, line: 32, gap: 0 }
const box = { letters: 46, line: 25, gap: 14, frame: 36 }

/** Between two rows, between two boxes. */
const ROWS = 48
const BOXES = 28

/** A box may end so far below the text that stands beside it. */
const OVERHANG = 40

/** Place of a row's boxes: beside its text; under it, across the whole measure; under it, beside a long box from above. */
type BoxPlace = 'beside' | 'below' | 'below-narrow'

/** Places the boxes of each row without holes. Text and boxes are two streams: a text may pass beside a long box, but never
 *  begins above an earlier box. Heights are estimated from the letters. */
function placeBoxes(rows: readonly MeasuredRow[]): BoxPlace[] {
  let top = 0
  let boxEnd = 0
  const heights = rows.map(({ texte }) => heightOf(texte, text))
  return rows.map((row, index) => {
    const height = heights[index] ?? 0
    const start = Math.max(top, boxEnd)
    const boxes = row.marges.reduce((sum, one) => sum + heightOf(one, box) + box.frame + BOXES, 0)
    const bottom = top + height
    const beside =
      boxes > 0 && !row.plein && start < bottom - 2 * text.line && hasRoom(index, bottom, start + boxes)
    if (beside) boxEnd = start + boxes
    const below = boxes > 0 && !beside && row.texte !== ''
    const measure = row.marges.length > 1 ? boxes / row.marges.length : boxes / 2
    // Waiting for the end of a box leaves a hole too: a small one is better than one beside the whole height.
    const narrow = below && row.marges.length === 1 && boxEnd - bottom > 0.6 * measure
    top = (below && !narrow ? Math.max(bottom, boxEnd) : bottom) + ROWS + (below ? measure : 0)
    if (row.plein) boxEnd = Math.max(boxEnd, top)
    if (!below) return 'beside'
    return narrow ? 'below-narrow' : 'below'
  })

  /** Tells of texts below `bottom` that reach down to the end of a box. A row of the whole measure, or several boxes under
   *  their text, must wait for that end. */
  function hasRoom(index: number, bottom: number, end: number): boolean {
    let room = bottom
    for (let at = index + 1; end >= room + OVERHANG; at++) {
      const row = rows[at]
      if (!row || row.plein || (at > index + 1 && (rows[at - 1]?.marges.length ?? 0) > 1)) return false
      room += ROWS + (heights[at] ?? 0)
    }
    return true
  }
}

function heightOf(html: string, measure: typeof text): number {
  return html
    .split(/<\/(?:p|li|h\d|div|dt|dd|tr)>/)
    .map(block => ({
      words: block.replace(/<[^>]*>/g, '').trim(),
      measure: block.includes('class="chapo"') ? opening : measure,
    }))
    .filter(({ words }) => words !== '')
    .reduce(
      (sum, { words, measure: { letters, line, gap } }) =>
        sum + Math.ceil(words.length / letters) * line + gap,
      0,
    )
}
