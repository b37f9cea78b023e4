import { escapeXml } from '../../edit-html.ts'
import type { Bloc } from '../block.ts'
import { type Dessin, svg } from '../charts/dessin.ts'
import type { Cadre } from './cadre.ts'

/** A drawing in its frame: inline SVG, or a picture that goes with the document in an e-book. */
export function dessiner(dessin: Dessin, label: string, bloc: Bloc, cadre: Cadre): string {
  const emploi = { label, fond: cadre.couleurs.papier, classe: `graphe ${bloc.nom}` }
  if (cadre.medium !== 'epub') {
    return `<div class="dessin">${svg(dessin, { ...emploi, usage: cadre.medium === 'print' ? 'papier' : 'page' })}</div>\n`
  }
  const path = `graphiques/${cadre.slug}-${cadre.resources.length + 1}.svg`
  cadre.resources.push({ path, content: svg(dessin, { ...emploi, usage: 'fichier' }) })
  return `<div class="dessin"><img src="${path}" alt="${escapeXml(label)}"/></div>\n`
}
