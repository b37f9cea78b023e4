import {
  badge,
  css,
  factList,
  faultySections,
  formatBytes,
  html,
  pageRanges,
  plural,
  reportPage,
  table,
  type Verdict,
  verdictBlock,
} from '../../../../src/problems/index.ts'
import { type Fabrication, fabricationCss, orderSheet, workshopPage } from './fabrication.ts'

export type PreflightControl = {
  code: string
  titre: string
  pourquoi: string
  limite: string
  verdict: Verdict
  valeur: string
  /** Pages with a fault, by their place in the file. */
  pages: number[]
  /** One line a fault. */
  details: string[]
}

/** `rapport-prepresse.json`. */
export type PreflightReport = {
  fichier: string
  sha256: string
  octets: number
  pages: number
  condition: string
  fabrication: Fabrication
  verdict: Exclude<Verdict, 'non-verifie'>
  erreurs: number
  avertissements: number
  controles: PreflightControl[]
}

/** Lines of detail that a control shows; the JSON report holds all. */
const SHOWN = 12

/** `rapport-prepresse.html`, for the communications officer and the printer. */
export function reportHtml(report: PreflightReport): string {
  const { fichier, controles, verdict, fabrication } = report
  const faulty = controles.filter(control => control.verdict !== 'conforme').map(faultyOf)
  const body = `${verdictBlock(verdict, verdictOf(report), adviceOf(report))}
${factsOf(report)}
${faultySections(faulty, SHOWN)}
<h2>Tous les contrôles</h2>
${table(['Contrôle', 'Limite', 'Mesure', 'Verdict'], controles.map(rowOf))}
<h2>Ce que ce rapport ne dit pas</h2>
<p>Ces mesures sont faites sur le fichier livré, par l’atelier qui l’a fabriqué. Aucun outil libre ne valide la norme
PDF/X-4 : <strong>demander une fois à l’imprimeur un contrôle en amont (« preflight ») avant de lancer les plaques</strong>, et
garder sa réponse avec ce rapport. Une épreuve certifiée reste le seul moyen de voir les couleurs telles qu’elles
seront imprimées.</p>
${fabrication.fichier === 'couverture' ? '' : `${orderSheet(fabrication)}\n${workshopPage(fabrication)}`}`
  return reportPage({ title: 'Rapport de prépresse', subject: fichier, css: css + fabricationCss, body })
}

function verdictOf({ verdict, erreurs, avertissements }: PreflightReport): string {
  if (verdict === 'erreur') return `${plural(erreurs, 'point')} à corriger avant d’imprimer`
  if (verdict === 'remarque') return `Imprimable, ${plural(avertissements, 'point')} à regarder`
  return 'Prêt pour l’imprimeur'
}

function adviceOf({ verdict, controles }: PreflightReport): string {
  if (verdict === 'erreur')
    return 'Ne pas envoyer ce fichier : les points ci-dessous se verraient à l’impression ou le feraient refuser.'
  if (verdict === 'remarque') return 'Montrer les points ci-dessous à l’imprimeur en lui envoyant le fichier.'
  return `Les ${controles.length} contrôles passent. Le fichier et ce rapport peuvent partir ensemble.`
}

const kinds: Record<PreflightReport['fabrication']['fichier'], string> = {
  pages: 'les pages, une à une',
  couverture: 'la couverture à plat : quatrième, dos, première',
  cahier: 'le cahier : deux pages par face, à plier et à piquer',
}

const factsOf = ({ pages, octets, condition, fabrication, sha256 }: PreflightReport) =>
  factList([
    ['Ce fichier', kinds[fabrication.fichier]],
    ['Pages', String(pages)],
    ['Poids', formatBytes(octets)],
    ['Condition d’impression', condition],
    ['Empreinte du fichier (SHA-256)', sha256],
  ])

function faultyOf({ titre, pourquoi, limite, valeur, verdict, pages, details }: PreflightControl) {
  const where =
    pages.length > 0 ? `<br><b>${pages.length > 1 ? 'Pages' : 'Page'} :</b> ${pageRanges(pages)}.` : ''
  const body = `<p>${html(pourquoi)}</p>
<p><b>Limite :</b> ${html(limite)}.<br><b>Mesure :</b> ${html(valeur)}.${where}</p>`
  return { verdict, title: titre, body, items: details.map(html) }
}

function rowOf({ titre, limite, valeur, verdict, pages }: PreflightControl): string {
  const where = pages.length > 0 ? ` (p. ${pageRanges(pages)})` : ''
  return `<tr><th scope="row">${html(titre)}</th><td data-nom="Limite">${html(limite)}</td><td data-nom="Mesure">${html(valeur)}${where}</td><td>${badge(verdict)}</td></tr>`
}
