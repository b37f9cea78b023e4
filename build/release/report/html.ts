import { formatBytes, formatDate, formatDuration } from '../../../src/french.ts'
import { css } from '../../pdf/check/preflight/report/style.ts'
import type { Verdict } from '../gate/control.ts'
import type { Report } from './report.ts'

/** Findings that a control shows; the JSON report holds all. */
const SHOWN = 25

const words: Record<Verdict, { mark: string; word: string; name: string }> = {
  conforme: { mark: '✓', word: 'Conforme', name: 'conforme' },
  remarque: { mark: '!', word: 'À regarder', name: 'avertissement' },
  erreur: { mark: '✕', word: 'À corriger', name: 'erreur' },
  'non-verifie': { mark: '?', word: 'Non vérifié', name: 'non-mesure' },
}

/** What each file of the release is for. */
const uses: Record<string, { name: string; use: string }> = {
  site: { name: 'Site', use: 'À mettre en ligne : copier tout le dossier chez l’hébergeur.' },
  'pdf-ecran': { name: 'PDF à lire', use: 'À envoyer et à télécharger ; le site le propose déjà.' },
  'pdf-impression': {
    name: 'PDF pour l’imprimeur',
    use: 'À envoyer à l’imprimeur avec son rapport de prépresse.',
  },
  'pdf-cahier': {
    name: 'PDF d’impression en cahier',
    use: 'À imprimer sur des feuilles A3, à plier et à piquer au pli.',
  },
  'rapport-prepresse': { name: 'Rapport de prépresse', use: 'À envoyer à l’imprimeur avec son PDF.' },
  'donnees-prepresse': { name: 'Mesures de prépresse', use: 'Le même rapport, à lire par un programme.' },
  'pdf-fiche': { name: 'PDF d’une fiche', use: 'Proposé par le site, fiche par fiche.' },
  epub: {
    name: 'Livre numérique',
    use: 'À déposer chez les libraires et les bibliothèques ; le site le propose déjà.',
  },
}

/** `rapport.html`: one page that needs nothing beside it. The verdict first, then what to look at, then every control. */
export function reportHtml(report: Report): string {
  const { kit, controles, verdict } = report
  const faulty = controles.filter(({ verdict }) => verdict !== 'conforme')
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport de livraison&nbsp;: ${html(kit.titre)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>Rapport de livraison</h1>
<p class="fichier">${html(kit.titre)}, ${html(editionOf(report))}</p>
<section class="verdict ${words[verdict].name}" aria-label="Verdict">
<p class="mot"><span aria-hidden="true">${words[verdict].mark}</span> ${html(headline(report))}</p>
<p>${html(advice(report))}</p>
</section>
${faulty.length > 0 ? `<h2>À regarder d’abord</h2>\n${faulty.map(controlOf).join('\n')}` : ''}
<h2>Tous les contrôles</h2>
<table>
<thead><tr><th scope="col">Contrôle</th><th scope="col">Preuve</th><th scope="col">Durée</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${controles.map(rowOf).join('\n')}
</tbody>
</table>
${stepsOf(report)}
${filesOf(report)}
${newsOf(report)}
<h2>Ce que ce rapport ne dit pas</h2>
<p>Ces contrôles sont faits par des programmes. Ils comparent, comptent et mesurent&nbsp;; ils ne jugent ni le sens des textes, ni
la beauté d’une page. <strong>Une personne relit les pages nouvelles ou modifiées avant de publier.</strong> Un taux
d’accessibilité ne s’affiche qu’après un audit par une personne.</p>
<h2>Fabrication</h2>
<dl>${facts(report)
    .map(([name, value]) => `<div><dt>${html(name)}</dt><dd>${html(value)}</dd></div>`)
    .join('')}</dl>
</main>
</body>
</html>
`
}

const editionOf = ({ kit }: Report) =>
  [kit.numero === null ? null : `édition n°\u00a0${kit.numero}`, formatDate(kit.mois), kit.statut]
    .filter(Boolean)
    .join(', ')

function headline({ verdict, brouillon, controles }: Report): string {
  if (verdict === 'erreur') {
    const count = controles.filter(({ verdict }) => verdict === 'erreur').length
    return `Livraison refusée : ${count} contrôle${count > 1 ? 's' : ''} à corriger`
  }
  if (brouillon) return 'Brouillon : à relire, pas à publier'
  return verdict === 'remarque' ? 'Livraison prête, avec des points à regarder' : 'Livraison prête'
}

function advice({ verdict, brouillon, controles }: Report): string {
  if (verdict === 'erreur')
    return 'Rien n’a été livré et la livraison précédente est intacte. Corriger les points ci-dessous, puis relancer.'
  const open = controles.filter(({ verdict }) => verdict === 'non-verifie').length
  const rest =
    open > 0
      ? ` ${open} contrôle${open > 1 ? 's n’ont' : ' n’a'} pas pu être fait${open > 1 ? 's' : ''}.`
      : ''
  return brouillon
    ? `Les mentions à compléter et les fiches en relecture ont été acceptées pour ce brouillon.${rest}`
    : `Les fichiers peuvent être mis en ligne, envoyés à l’imprimeur et déposés.${rest}`
}

type Control = Report['controles'][number]

function controlOf({ titre, verdict, preuve, constats }: Control): string {
  const shown = constats
    .slice(0, SHOWN)
    .map(({ ou, constat }) => `<li>${ou ? `<b>${html(ou)}</b>&nbsp;: ` : ''}${html(constat)}</li>`)
  const rest = constats.length - SHOWN
  if (rest > 0) shown.push(`<li>et ${rest} autre${rest > 1 ? 's' : ''} (dans rapport.json)</li>`)
  return `<section class="controle ${words[verdict].name}">
<h3>${badge(verdict)} ${html(titre)}</h3>
<p>${html(preuve)}${/[.!?]$/.test(preuve) ? '' : '.'}</p>
${shown.length > 0 ? `<ul>${shown.join('')}</ul>` : ''}
</section>`
}

const rowOf = ({ titre, preuve, secondes, verdict }: Control) =>
  `<tr class="${words[verdict].name}"><th scope="row">${html(titre)}</th><td>${html(preuve)}</td><td>${formatDuration(secondes)}</td><td>${badge(verdict)}</td></tr>`

const badge = (verdict: Verdict) =>
  `<span class="badge ${words[verdict].name}"><span aria-hidden="true">${words[verdict].mark}</span> ${words[verdict].word}</span>`

function stepsOf({ etapes, secondes }: Report): string {
  if (etapes.length === 0) return ''
  const rows = etapes.map(
    ({ titre, secondes }) =>
      `<tr><th scope="row">${html(titre)}</th><td>${formatDuration(secondes)}</td></tr>`,
  )
  return `<h2>Durée de la fabrication</h2>
<table>
<thead><tr><th scope="col">Étape</th><th scope="col">Durée</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>Plusieurs étapes se font en même temps. Fabrication et contrôles ont pris ${formatDuration(secondes)} en tout.</p>`
}

function filesOf({ fichiers, verdict }: Report): string {
  if (fichiers.length === 0 || verdict === 'erreur') return ''
  const rows = fichiers.map(({ chemin, role, octets, pages, sha256 }) => {
    const { name, use } = uses[role] ?? { name: role, use: '' }
    const weight = [pages ? `${pages} page${pages > 1 ? 's' : ''}` : null, formatBytes(octets)]
      .filter(Boolean)
      .join(', ')
    return `<tr><th scope="row">${html(name)}<br><code>${html(chemin)}</code></th><td>${html(use)}</td><td>${weight}</td><td><code title="${sha256}">${sha256.slice(0, 12)}…</code></td></tr>`
  })
  return `<h2>Les fichiers, et à quoi ils servent</h2>
<table>
<thead><tr><th scope="col">Fichier</th><th scope="col">Usage</th><th scope="col">Poids</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>Pour vérifier une copie&nbsp;: <code>sha256sum --check SHA256SUMS</code>. Dépôt légal&nbsp;: le livre numérique et le PDF se déposent à la BnF.</p>`
}

function newsOf({ nouveautes }: Report): string {
  if (!nouveautes) return ''
  const groups = nouveautes.groups.map(
    ({ title, texts }) =>
      `<h3>${html(title)}</h3>\n<ul>${texts
        .map(
          ({ name, details }) =>
            `<li>${html(name)}${details.length > 0 ? `&nbsp;: ${html(details.join(' ; '))}` : ''}</li>`,
        )
        .join('')}</ul>`,
  )
  return `<h2>Nouveautés de cette édition</h2>\n${nouveautes.note ? `<p>${html(nouveautes.note)}</p>` : ''}${groups.join('\n')}`
}

const facts = ({ date, outils, secondes }: Report): [string, string][] => [
  ['Date de l’édition', formatDate(date.slice(0, 10))],
  ['Durée totale', formatDuration(secondes)],
  ...Object.entries(outils),
]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** French puts a no-break space before its high punctuation: the sentences above are written with plain ones. */
const html = (text: string) =>
  text
    .replace(/ (?=[:;!?»%])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/[&<>"]/g, sign => entities[sign] ?? sign)
