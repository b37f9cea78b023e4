import {
  badge,
  css,
  factList,
  faultySections,
  formatBytes,
  formatDate,
  formatDuration,
  html,
  plural,
  reportPage,
  table,
  verdictBlock,
} from '../../../src/problems/index.ts'
import { roles } from '../../ground/index.ts'
import type { ReleaseReport } from './report.ts'

/** Findings that a control shows; the JSON report holds all. */
const MOST_FINDINGS = 25

/** `rapport.html`: the verdict first, then what to look at, then every control. */
export function reportHtml(report: ReleaseReport): string {
  const { kit, controles, verdict } = report
  const faulty = controles.filter(({ verdict }) => verdict !== 'conforme').map(faultyOf)
  const body = `${verdictBlock(verdict, headline(report), advice(report))}
${faultySections(faulty, MOST_FINDINGS)}
<h2>Tous les contrôles</h2>
${table(['Contrôle', 'Preuve', 'Durée', 'Verdict'], controles.map(rowOf))}
${filesOf(report)}
<h2>Ce que ce rapport ne dit pas</h2>
<p>Ces contrôles sont faits par des programmes. Ils comparent, comptent et mesurent&nbsp;; ils ne jugent ni le sens des textes, ni
la beauté d’une page. <strong>Une personne relit les pages nouvelles ou modifiées avant de publier.</strong> Un taux
d’accessibilité ne s’affiche qu’après un audit par une personne.</p>
<h2>Fabrication</h2>
${factList(facts(report))}`
  return reportPage({
    title: 'Rapport de livraison',
    subject: `${kit.titre}, ${editionOf(report)}`,
    css,
    body,
  })
}

const editionOf = ({ kit }: ReleaseReport) =>
  [kit.numero === null ? null : `édition n°\u00a0${kit.numero}`, formatDate(kit.mois), kit.statut]
    .filter(Boolean)
    .join(', ')

function headline({ verdict, brouillon, controles }: ReleaseReport): string {
  if (verdict === 'erreur') {
    const count = controles.filter(({ verdict }) => verdict === 'erreur').length
    return `Livraison refusée : ${plural(count, 'contrôle')} à corriger`
  }
  if (brouillon) return 'Brouillon : à relire, pas à publier'
  return verdict === 'remarque' ? 'Livraison prête, avec des points à regarder' : 'Livraison prête'
}

function advice({ verdict, brouillon }: ReleaseReport): string {
  if (verdict === 'erreur')
    return 'Rien n’a été livré et la livraison précédente est intacte. Corriger les points ci-dessous, puis relancer.'
  return brouillon
    ? 'Les mentions à compléter et les fiches en relecture ont été acceptées pour ce brouillon.'
    : 'Les fichiers peuvent être mis en ligne, envoyés à l’imprimeur et déposés.'
}

type ReportControl = ReleaseReport['controles'][number]

function faultyOf({ titre, verdict, preuve, constats }: ReportControl) {
  const items = constats.map(({ ou, constat }) => `${ou ? `<b>${html(ou)}</b>&nbsp;: ` : ''}${html(constat)}`)
  const body = `<p>${html(preuve)}${/[.!?]$/.test(preuve) ? '' : '.'}</p>`
  return { verdict, title: titre, body, items }
}

const rowOf = ({ titre, preuve, secondes, verdict }: ReportControl) =>
  `<tr class="${verdict}"><th scope="row">${html(titre)}</th><td>${html(preuve)}</td><td>${formatDuration(secondes)}</td><td>${badge(verdict)}</td></tr>`

function filesOf({ fichiers, verdict }: ReleaseReport): string {
  if (fichiers.length === 0 || verdict === 'erreur') return ''
  const ranks = Object.keys(roles)
  const sortedFiles = fichiers.toSorted((a, b) => ranks.indexOf(a.role) - ranks.indexOf(b.role))
  const rows = sortedFiles.map(({ chemin, role, octets, pages, sha256 }) => {
    const { name, use } = roles[role]
    const weight = [pages ? plural(pages, 'page') : null, formatBytes(octets)].filter(Boolean).join(', ')
    return `<tr><th scope="row">${html(name)}<br><code>${html(chemin)}</code></th><td>${html(use)}</td><td>${weight}</td><td><code title="${sha256}">${sha256.slice(0, 12)}…</code></td></tr>`
  })
  return `<h2>Les fichiers, et à quoi ils servent</h2>
${table(['Fichier', 'Usage', 'Poids', 'SHA-256'], rows)}
<p>Un programme vérifie une copie par le fichier SHA256SUMS.</p>`
}

const facts = ({ date, outils, secondes }: ReleaseReport): [string, string][] => [
  ['Date de l’édition', formatDate(date.slice(0, 10))],
  ['Durée totale', formatDuration(secondes)],
  ...Object.entries(outils),
]
