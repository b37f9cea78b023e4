import { groupsOf, type SheetAtAGlance, statutNames } from '../../src/content/glance.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { sayProblems } from '../../src/diagnostics/format.ts'
import { escapeXml } from '../../src/escape-xml.ts'
import { plural } from '../../src/french.ts'
import { sequence } from '../../src/indexes/sequence.ts'
import { titleOf } from '../../src/indexes/title-of.ts'
import { describe, PaginationError } from '../pdf/faults.ts'
import type { PageCounts } from '../pdf/preview.ts'
import { item } from './panel.ts'
import type { Snapshot } from './snapshot.ts'

const style = `<style>
body { margin: 0; padding: 32px 32px 96px; background: #fff; color: #1f1f1d; font: 400 16px/24px system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; }
h1 { margin: 0 0 8px; font: 700 28px/36px system-ui, sans-serif; }
table { width: 100%; margin-top: 24px; border-collapse: collapse; }
caption { padding: 16px 0 8px; font: 700 20px/28px system-ui, sans-serif; text-align: left; }
th, td { padding: 8px 12px; border-bottom: 1px solid #c9c9c7; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: #646463; font-size: 14px; line-height: 20px; }
.nombre { width: 5ch; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.etat { width: 12ch; }
.problemes { width: 34%; overflow-wrap: anywhere; }
tr.faux summary { color: #b53310; font-weight: 600; }
.attente { margin: 0; color: #646463; font-size: 14px; line-height: 20px; }
a { color: #162f68; font-weight: 600; }
.vers { font-weight: 400; white-space: nowrap; }
summary { cursor: pointer; }
ul { margin: 8px 0 0; padding: 0; list-style: none; }
li { margin: 0 0 8px; }
li code { display: block; font: 600 14px/20px ui-monospace, monospace; }
@media (max-width: 700px) {
  body { padding: 20px 16px 96px; }
  table, caption, tbody, tr { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tr { padding: 12px 0; border-bottom: 1px solid #c9c9c7; }
  th, td { display: inline; padding: 0; border: 0; }
  tbody th, .problemes { display: block; width: auto; }
  td:not(:empty)::before { content: attr(data-nom) ' '; color: #646463; }
  td.problemes::before { content: none; }
  td:not(:empty) { margin-right: 16px; }
}
</style>`

/** All that is written, with what each text is, what is wrong with it, and how many pages and words it has.
 *  @param counts the pages; a text: why they could not be counted */
export function paperList(snapshot: Snapshot, counts: PageCounts | string): string {
  const { glance, kit, diagnostics } = snapshot
  const pagesOf = typeof counts === 'string' ? new Map<string, never>() : counts.pagesOf
  const problems = [...diagnostics, ...(typeof counts === 'string' ? [] : counts.diagnostics)]
  const fiches = glance.sheets.filter(({ kind }) => kind === 'fiche')
  const groups = [
    ...groupsOf(glance).map(({ titre, sheets }) => ({ titre, rows: sheets.map(row) })),
    {
      titre: 'Ce que la presse compose',
      rows: (kit ? sequence(kit) : [])
        .filter(({ kind }) => kind !== 'fiche' && kind !== 'page')
        .map(one => rowOf({ titre: titleOf(one), paper: one.id, page: pagesOf.get(one.id) })),
    },
  ].filter(({ rows }) => rows.length > 0)
  const sheetFiles = new Set(glance.sheets.map(({ file }) => file))
  const rest = problems.filter(({ place }) => !sheetFiles.has(place.file))
  const whole = [...pagesOf.values()].reduce<number>(
    (sum, one) => sum + (typeof one === 'number' ? one : 0),
    0,
  )
  const mots = glance.sheets.reduce((sum, one) => sum + one.mots, 0)
  const title = escapeXml(glance.titre || 'Le kit')
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Les fiches sur papier – ${title}</title>${style}</head><body><main><h1>${title}</h1>
<p>${[plural(fiches.length, 'fiche'), whole > 0 && plural(whole, 'page'), `${mots.toLocaleString('fr-FR')} mots`, sayProblems(problems) || 'aucun problème'].filter(Boolean).join(', ')}.</p>
${typeof counts === 'string' ? `<p role="alert">Les pages n’ont pas pu être comptées : ${escapeXml(counts)}</p>` : ''}
${rest.length > 0 ? `<details${rest.some(isError) ? ' open' : ''}><summary>Dans les réglages et les images : ${sayProblems(rest)}</summary><ul>${rest.map(item).join('')}</ul></details>` : ''}
${groups.map(table).join('\n')}</main></body></html>`

  function row({ file, numero, slug, titre, statut, mots, kind }: SheetAtAGlance): string {
    const itsProblems = problems.filter(({ place }) => place.file === file)
    const site = `/${kind}s/${slug}/`
    const isShown = (kit ? sequence(kit) : []).some(({ id }) => id === slug)
    return rowOf({
      numero,
      titre,
      statut,
      mots,
      problems: itsProblems,
      page: pagesOf.get(slug),
      site: snapshot.pages.has(site) ? site : undefined,
      paper: isShown ? slug : undefined,
    })
  }
}

type Row = {
  numero?: number | null
  titre: string
  statut?: SheetAtAGlance['statut']
  mots?: number
  problems?: readonly Diagnostic[]
  page: number | PaginationError | undefined
  site?: string | undefined
  paper?: string | undefined
}

function rowOf({
  numero = null,
  titre,
  statut = null,
  mots = 0,
  problems = [],
  page,
  site,
  paper,
}: Row): string {
  const wrong = problems.some(isError)
  const waiting = paper ? 'la dernière version correcte est montrée' : 'pas encore de page'
  const fault = page instanceof PaginationError ? page.faults.map(describe).join(' ; ') : ''
  const links = [
    paper ? `<a href="/papier/${escapeXml(paper)}/">${escapeXml(titre)}</a>` : escapeXml(titre),
    site ? ` <a class="vers" href="${escapeXml(site)}">sur le site</a>` : '',
    wrong ? `<p class="attente">${waiting}</p>` : '',
  ]
  const notes = [
    fault && `<p>Ne peut pas être imprimée : ${escapeXml(fault)}</p>`,
    problems.length > 0 &&
      `<details><summary>${sayProblems(problems)}</summary><ul>${problems.map(item).join('')}</ul></details>`,
  ]
  return `<tr${wrong || fault ? ' class="faux"' : ''}><td class="nombre" data-nom="N°">${numero ?? ''}</td><th scope="row">${links.join('')}</th><td class="etat" data-nom="État">${statut ? statutNames[statut] : ''}</td><td class="nombre" data-nom="Pages">${typeof page === 'number' ? page : ''}</td><td class="nombre" data-nom="Mots">${mots > 0 ? mots.toLocaleString('fr-FR') : ''}</td><td class="problemes" data-nom="Problèmes">${notes.filter(Boolean).join('')}</td></tr>`
}

const columns = ['N°', 'Titre', 'État', 'Pages', 'Mots', 'Problèmes']

const table = ({ titre, rows }: { titre: string; rows: string[] }) =>
  `<table><caption>${escapeXml(titre)}</caption><thead><tr>${columns.map(name => `<th scope="col"${/N°|Pages|Mots/.test(name) ? ' class="nombre"' : ''}>${name}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`

const isError = ({ severity }: Diagnostic) => severity === 'erreur'
