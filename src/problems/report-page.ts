import { escapeXml } from './edit-html.ts'
import type { Verdict } from './finding.ts'
import { wordFor } from './french.ts'

type ReportPage = {
  title: string
  /** The file or the kit of the report. */
  subject: string
  css: string
  /** HTML. */
  body: string
}

/** Writes a report as one page without other files. */
export const reportPage = ({ title, subject, css, body }: ReportPage) => `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(`${title} : ${subject}`)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${html(title)}</h1>
<p class="fichier">${html(subject)}</p>
${body}
</main>
</body>
</html>
`

/** A text as HTML, with the no-break spaces of French: before high signs, between a number and its unit. */
export const html = (text: string): string =>
  escapeXml(text).replace(/ (?=[;:!?»%×])|(?<=[«×]) |(?<=\d) (?=\p{Ll})/gu, '\u00a0')

// The marks are drawn, not written: a font may lack the signs.
const seals: Record<Verdict, { word: string; mark: string }> = {
  conforme: { word: 'Conforme', mark: 'M3 8.5 6.5 12 13 4' },
  remarque: { word: 'À regarder', mark: 'M8 2.5v7M8 12v1.5' },
  erreur: { word: 'À corriger', mark: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  'non-verifie': { word: 'Non vérifié', mark: 'M3.5 8h9' },
}

const markOf = (verdict: Verdict) =>
  `<svg class="marque" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${seals[verdict].mark}"/></svg>`

export const badge = (verdict: Verdict) =>
  `<span class="badge ${verdict}">${markOf(verdict)} ${seals[verdict].word}</span>`

/** The verdict on the whole, in words. */
export const verdictBlock = (verdict: Verdict, headline: string, advice: string) =>
  `<section class="verdict ${verdict}" aria-label="Verdict">
<p class="mot">${markOf(verdict)} ${html(headline)}</p>
<p>${html(advice)}</p>
</section>`

export const factList = (facts: readonly (readonly [name: string, value: string])[]) =>
  `<dl>${facts.map(([name, value]) => `<div><dt>${html(name)}</dt><dd>${html(value)}</dd></div>`).join('')}</dl>`

/** @param rows HTML of the rows */
export const table = (heads: readonly string[], rows: readonly string[]) => `<table>
<thead><tr>${heads.map(head => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`

type Faulty = {
  verdict: Verdict
  title: string
  /** HTML, and HTML of each thing that was found. */
  body: string
  items: readonly string[]
}

/** Writes the first sections: those with faults. @param shown the most items of each; the report for programs has all */
export function faultySections(list: readonly Faulty[], shown: number): string {
  if (list.length === 0) return ''
  const sections = list.map(({ verdict, title, body, items }) => {
    const rest = items.length - shown
    const lines = items.slice(0, shown).map(item => `<li>${item}</li>`)
    if (rest > 0) lines.push(`<li>et ${rest} ${wordFor(rest, 'autre')}</li>`)
    return `<section class="controle ${verdict}">
<h3>${badge(verdict)} ${html(title)}</h3>
${body}
${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}
</section>`
  })
  return `<h2>À regarder d’abord</h2>\n${sections.join('\n')}`
}

/** `3, 5–8, 12`. Pages in order. */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges
    .map(([first, last]) =>
      first === last ? `${first}` : `${first}${last === first + 1 ? ', ' : '–'}${last}`,
    )
    .join(', ')
}

/** Styles of a report, which is read on a screen and printed for the file. */
export const css = `
:root { --texte: #1f1f1d; --gris: #646463; --filet: #d0d0d0; --vert: #006c5e; --rouge: #b53310; --ambre: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--texte); background: #fff; font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 3px solid var(--texte); font-size: 1.25rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
.fichier { color: var(--gris); overflow-wrap: anywhere; }
.verdict { margin: 1.5rem 0; padding: 1.25rem 1.5rem; color: #fff; background: var(--vert); }
.verdict.remarque { background: var(--ambre); }
.verdict.erreur { background: var(--rouge); }
.verdict p { margin: 0; }
.verdict .mot { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin: 0; }
dt { color: var(--gris); font-size: .875rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.controle { margin: 0 0 1rem; padding: 1rem 1.25rem; border-left: 4px solid var(--ambre); background: #f6f6f4; }
.controle.erreur { border-color: var(--rouge); }
.controle ul { margin: 0; padding-left: 1.25rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--filet); text-align: left; vertical-align: top; }
thead th { color: var(--gris); font-size: .875rem; font-weight: 600; }
tbody th { font-weight: 600; }
.marque { width: 1em; height: 1em; vertical-align: -.1em; fill: none; stroke: currentColor; stroke-width: 2.5; }
.badge { white-space: nowrap; font-weight: 600; color: var(--vert); }
.badge.remarque, .badge.non-verifie { color: var(--ambre); }
.badge.erreur { color: var(--rouge); }
@media screen and (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, tbody th, td { display: block; border: 0; padding: 0 0 .125rem; }
  td[data-nom]::before { content: attr(data-nom) "\\00a0: "; color: var(--gris); }
  tr { padding: .625rem 0; border-bottom: 1px solid var(--filet); }
}
@media print { main { max-width: none; padding: 0; } .verdict, .controle { print-color-adjust: exact; break-inside: avoid; } tr { break-inside: avoid; } }
`
