import { escapeXml } from '../../../src/escape-xml.ts'
import { wordFor } from '../../../src/french.ts'
import type { Verdict } from '../../../src/problems/finding.ts'

export type ReportPage = {
  title: string
  /** What is reported on: a file, a kit. */
  subject: string
  css: string
  /** HTML. */
  body: string
  script?: string
}

/** A report is one page that needs nothing beside it. */
export const reportPage = ({ title, subject, css, body, script }: ReportPage) => `<!DOCTYPE html>
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
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
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

export type Faulty = {
  verdict: Verdict
  title: string
  /** HTML, and HTML of each thing that was found. */
  body: string
  items: readonly string[]
}

/** What is to be looked at first.
 *  @param shown how many things of each; the report that programs read holds all */
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
