import type { Bloc } from './block.ts'
import { blockNamed } from './blocks/index.ts'
import type { Cadre } from './render/cadre.ts'
import { inlineOf, picto } from './render/parts.ts'
import type { Partie, Rang } from './structure.ts'

/** HTML of a structured body (docs/html.md, « Sections and rows »). */
export function renderDocument(parties: readonly Partie[], cadre: Cadre): string {
  return parties.map(partie => renderPartie(partie, cadre)).join('')
}

function renderPartie(partie: Partie, cadre: Cadre): string {
  const { titre } = partie
  let niveau = titre ? 3 : 2
  const rangs = partie.rangs.map(rang => {
    if (rang.titre) niveau = 4
    return renderRang(rang, { ...cadre, niveau })
  })
  if (!titre) return rangs.join('')
  const ressources = partie.rangs.some(({ plein }) => plein?.nom === 'ressources')
  const classe = ['section', partie.leviers && 'leviers', ressources && 'ressources-section']
    .filter(Boolean)
    .join(' ')
  const heading = `<h2${cadre.id(String(titre.open.meta?.['ancre']))}${cadre.rep(titre.open)}>${inlineOf(titre.inline, cadre)}</h2>`
  return `<section class="${classe}">\n${heading}\n${rangs.join('')}</section>\n`
}

function renderRang(rang: Rang, cadre: Cadre): string {
  const titre = rang.titre ? renderTitre(rang, rang.titre, cadre) : ''
  const texte = titre + cadre.blocs(rang.texte)
  const plein = rang.plein ? render(rang.plein, cadre) : ''
  if (cadre.medium === 'epub') {
    const marges = rang.marges.map(bloc => render(bloc, cadre)).join('')
    return rang.margesFirst ? titre + marges + cadre.blocs(rang.texte) : texte + plein + marges
  }

  const marges = rang.marges.map(bloc => render(bloc, cadre))
  const marge = marges.length > 0 ? `<div class="marge">\n${marges.join('')}</div>\n` : ''
  const beside = plein !== '' && marge !== ''
  const inner = plein === '' ? texte : plein
  const text = inner !== '' && (plein === '' || beside) ? `<div class="texte">\n${inner}</div>\n` : inner
  const classe = [
    'rang',
    rang.texte.some(token => token.meta?.['chapo']) && 'chapo-rang',
    rang.levier !== null && plein === '' && 'levier',
    plein !== '' && (beside ? 'figure' : 'plein'),
    marge === '' && plein === '' && texte !== '' && 'seul',
    texte + plein === '' && 'blocs',
    rang.suite && 'suite',
  ]
    .filter(Boolean)
    .join(' ')
  const columns = cadre.medium === 'print' ? marge + text : text + marge
  return `<div class="${classe}">\n${columns}</div>\n`
}

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
  return blockNamed(bloc.nom).render(bloc, cadre)
}
