import type { Bloc } from './block.ts'
import { type BoxPlace, placeBoxes, type Row } from './place-boxes.ts'
import type { Cadre } from './render/cadre.ts'
import { inlineOf, picto } from './render/parts.ts'
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
