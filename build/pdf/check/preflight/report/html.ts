import { formatBytes } from '../../../../../src/french.ts'
import { plural, type Verdict } from '../check.ts'
import { pageRanges } from './page-ranges.ts'
import type { Control, PreflightReport } from './report.ts'
import { css } from './style.ts'

/** Lines of detail that a control shows; the JSON report holds all. */
const SHOWN = 12

const words: Record<Verdict, string> = {
  conforme: 'Conforme',
  avertissement: 'À regarder',
  erreur: 'À corriger',
  'non-mesure': 'Non mesuré',
}

// Drawn, not written: a font may lack the signs.
const drawings: Record<Verdict, string> = {
  conforme: 'M3 8.5 6.5 12 13 4',
  avertissement: 'M8 2.5v7M8 12v1.5',
  erreur: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  'non-mesure': 'M3.5 8h9',
}
const mark = (verdict: Verdict) =>
  `<svg class="marque" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${drawings[verdict]}"/></svg>`

/** `rapport-prepresse.html`: one page that needs nothing beside it, for the communications officer and the printer. */
export function reportHtml(report: PreflightReport): string {
  const { fichier, controles, verdict } = report
  const faulty = controles.filter(control => control.verdict !== 'conforme')
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport de prépresse : ${html(fichier)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>Rapport de prépresse</h1>
<p class="fichier">${html(fichier)}</p>
<section class="verdict ${verdict}" aria-label="Verdict">
<p class="mot">${mark(verdict)} ${verdictOf(report)}</p>
<p>${adviceOf(report)}</p>
</section>
${factsOf(report)}
${faulty.length > 0 ? `<h2>À regarder d’abord</h2>\n${faulty.map(controlOf).join('\n')}` : ''}
<h2>Tous les contrôles</h2>
<table>
<thead><tr><th scope="col">Contrôle</th><th scope="col">Limite</th><th scope="col">Mesure</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${controles.map(rowOf).join('\n')}
</tbody>
</table>
<h2>Ce que ce rapport ne dit pas</h2>
<p>Ces mesures sont faites sur le fichier livré, par l’atelier qui l’a fabriqué. Aucun outil libre ne valide la norme
PDF/X-4 : <strong>demander à l’imprimeur un contrôle en amont (« preflight ») avant de lancer les plaques</strong>, et
garder sa réponse avec ce rapport. Une épreuve certifiée reste le seul moyen de voir les couleurs telles qu’elles
seront imprimées.</p>
</main>
</body>
</html>
`
}

function verdictOf({ verdict, erreurs, avertissements }: PreflightReport): string {
  if (verdict === 'erreur') return `${plural(erreurs, 'point')} à corriger avant d’imprimer`
  if (verdict === 'avertissement') return `Imprimable, ${plural(avertissements, 'point')} à regarder`
  return 'Prêt pour l’imprimeur'
}

function adviceOf({ verdict, controles }: PreflightReport): string {
  if (verdict === 'erreur')
    return 'Ne pas envoyer ce fichier : les points ci-dessous se verraient à l’impression ou le feraient refuser.'
  if (verdict === 'avertissement')
    return 'Montrer les points ci-dessous à l’imprimeur en lui envoyant le fichier.'
  return `Les ${controles.length} contrôles passent. Le fichier et ce rapport peuvent partir ensemble.`
}

function factsOf({ pages, octets, condition, encrage, sha256 }: PreflightReport): string {
  const facts: [string, string][] = [
    ['Pages', String(pages)],
    ['Poids', formatBytes(octets)],
    ['Condition d’impression', condition],
    [
      'Encrage',
      encrage === 'ghostscript'
        ? 'mesuré point par point (Ghostscript)'
        : 'estimé objet par objet (Ghostscript absent)',
    ],
    ['Empreinte du fichier (SHA-256)', sha256],
  ]
  return `<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${html(value)}</dd></div>`).join('')}</dl>`
}

function controlOf({ titre, pourquoi, limite, valeur, verdict, pages, details }: Control): string {
  const shown = details.slice(0, SHOWN).map(detail => `<li>${html(detail)}</li>`)
  const rest = details.length - SHOWN
  if (rest > 0) shown.push(`<li>et ${plural(rest, 'autre')}</li>`)
  return `<section class="controle ${verdict}">
<h3>${badge(verdict)} ${html(titre)}</h3>
<p>${html(pourquoi)}</p>
<p><b>Limite :</b> ${html(limite)}.<br><b>Mesure :</b> ${html(valeur)}.${pages.length > 0 ? `<br><b>${pages.length > 1 ? 'Pages' : 'Page'} :</b> ${pageRanges(pages)}.` : ''}</p>
${shown.length > 0 ? `<ul>${shown.join('')}</ul>` : ''}
</section>`
}

function rowOf({ titre, limite, valeur, verdict, pages }: Control): string {
  const where = pages.length > 0 ? ` (p. ${pageRanges(pages)})` : ''
  return `<tr><th scope="row">${html(titre)}</th><td data-nom="Limite">${html(limite)}</td><td data-nom="Mesure">${html(valeur)}${where}</td><td>${badge(verdict)}</td></tr>`
}

const badge = (verdict: Verdict) => `<span class="badge ${verdict}">${mark(verdict)} ${words[verdict]}</span>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** A text as HTML, with the no-break spaces of French: before high signs, between a number and its unit. */
const html = (text: string) =>
  text
    .replace(/[&<>"]/g, sign => entities[sign] ?? sign)
    .replace(/ (?=[;:!?»%×])|(?<=[«×]) |(?<=\d) (?=\p{Ll})/gu, '\u00a0')
