import type { Bloc, Cadre } from '../block.ts'
import { inlineOf, picto } from '../frame.ts'
import { isClosing, type Partie, type Rang } from './structure.ts'

/** HTML of a structured body (docs/html.md, « Sections and rows »). */
export function renderDocument(parties: readonly Partie[], cadre: Cadre): string {
  // The online address of a fiche stands once, with its last resources.
  const last = parties.flatMap(({ rangs }) => rangs).findLast(({ plein }) => plein?.kind.print === 'end')
  const within = (partie: Partie): Cadre => ({
    ...cadre,
    enLigne: last && partie.rangs.includes(last) ? cadre.enLigne : null,
  })
  const rendered = parties.map(partie => ({ partie, rangs: rangsOf(partie, within(partie)) }))
  const places = cadre.medium === 'web' ? placeBoxes(rendered.flatMap(({ rangs }) => rangs)) : []
  return rendered
    .map(({ partie, rangs }) =>
      renderPartie(partie, rangs.map(rang => rang.write(places.shift() ?? 'beside')).join(''), cadre),
    )
    .join('')
}

/** A row whose boxes are still to be placed. */
type WrittenRang = Row & { write(place: BoxPlace): string }

function rangsOf(partie: Partie, cadre: Cadre): WrittenRang[] {
  let niveau = partie.titre ? 3 : 2
  return partie.rangs.map(rang => {
    if (rang.titre) niveau = 4
    return renderRang(rang, { ...cadre, niveau })
  })
}

function renderPartie(partie: Partie, rangs: string, cadre: Cadre): string {
  const { titre } = partie
  if (!titre) return rangs
  const classe = ['section', partie.leviers && 'leviers', isClosing(partie) && 'ressources-section']
    .filter(Boolean)
    .join(' ')
  const heading = `<h2${cadre.id(String(titre.open.meta?.['ancre']))}${cadre.rep(titre.open)}>${inlineOf(titre.inline, cadre)}</h2>`
  return `<section class="${classe}">\n${heading}\n${rangs}</section>\n`
}

const classOf: Record<BoxPlace, string> = {
  beside: 'marge',
  below: 'marge dessous',
  'below-narrow': 'marge dessous etroit',
}

function renderRang(rang: Rang, cadre: Cadre): WrittenRang {
  const titre = rang.titre ? renderTitre(rang, rang.titre, cadre) : ''
  const texte = titre + cadre.blocs(rang.texte)
  const plein = rang.plein ? render(rang.plein, { ...cadre, seul: rang.marges.length === 0 }) : ''
  if (cadre.medium === 'epub') {
    const marges = rang.marges.map(bloc => render(bloc, cadre)).join('')
    const html = rang.margesFirst ? titre + marges + cadre.blocs(rang.texte) : texte + plein + marges
    return { texte, marges: [], plein: plein !== '', write: () => html }
  }

  const marges = rang.marges.map(bloc => render(bloc, cadre))
  const beside = plein !== '' && marges.length > 0
  const inner = plein === '' ? texte : plein
  const text = inner !== '' && (plein === '' || beside) ? `<div class="texte">\n${inner}</div>\n` : inner
  const classe = [
    'rang',
    rang.texte.some(token => token.meta?.['chapo']) && 'chapo-rang',
    rang.levier !== null && plein === '' && 'levier',
    plein !== '' && (beside ? 'figure' : 'plein'),
    marges.length === 0 && plein === '' && texte !== '' && 'seul',
    texte + plein === '' && 'blocs',
    rang.suite && 'suite',
  ]
    .filter(Boolean)
    .join(' ')
  const headed = cadre.medium === 'web' && isHeaded(rang.marges) ? ' tete' : ''
  const write = (place: BoxPlace) => {
    const marge =
      marges.length > 0 ? `<div class="${classOf[place]}${headed}">\n${marges.join('')}</div>\n` : ''
    return `<div class="${classe}">\n${cadre.medium === 'print' ? marge + text : text + marge}</div>\n`
  }
  return { texte, marges, plein: plein !== '', write }
}

/** A box without a ground before two panels or three: among them it would leave a hole. */
const isHeaded = (marges: readonly Bloc[]): boolean =>
  /^-x{2,3}$/.test(marges.map(({ kind }) => (kind.panel ? 'x' : '-')).join(''))

function renderTitre(rang: Rang, { open, inline }: NonNullable<Rang['titre']>, cadre: Cadre): string {
  const attributs = `${cadre.id(String(open.meta?.['ancre']))}${cadre.rep(open)}`
  if (rang.levier === null || cadre.medium === 'epub')
    return `<h3${attributs}>${inlineOf(inline, cadre)}</h3>\n`
  const named = open.meta?.['picto']
  const disc =
    typeof named === 'string' ? picto(named, cadre) : `<span class="rang-levier">${rang.levier}</span>`
  return `<h3 class="levier-titre"${attributs}><span class="pastille" aria-hidden="true">${disc}</span> <span class="titre">${inlineOf(inline, cadre)}</span></h3>\n`
}

function render(bloc: Bloc, cadre: Cadre): string {
  return bloc.kind.render(bloc, cadre)
}

/** A row of a page on a wide screen: the HTML of its text, of its boxes, and whether it takes the whole measure. */
type Row = { texte: string; marges: readonly string[]; plein: boolean }

/** Letters in a line of the text, of the opening and of a box beside them, heights of their lines and of what stands between two of
 *  their blocks, in px: fitted to what a browser makes of styles/web (of the kit's fiches, within 30 px). */
const text = { letters: 70, line: 28, gap: 14 }
const opening = { letters: 47, line: 36, gap: 0 }
const box = { letters: 37, line: 25, gap: 14, frame: 36 }

/** Between two rows, between two boxes. */
const ROWS = 48
const BOXES = 28

/** A box may end so far below the text that stands beside it. */
const OVERHANG = 40

/** Where the boxes of a row stand: beside its text; under it, across the whole measure; under it, beside a box that comes before and
 *  reaches far down. */
type BoxPlace = 'beside' | 'below' | 'below-narrow'

/** Where the boxes of each row leave no hole: text and boxes are two streams, and a text passes beside a long box, but no text begins
 *  above a box that comes before it. Heights are reckoned from the letters. */
function placeBoxes(rows: readonly Row[]): BoxPlace[] {
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

  /** Whether the texts from `bottom` on reach down to the end of a box. A row of the whole measure, and several boxes under their
   *  text, wait for that end. */
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
