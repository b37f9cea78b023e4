import { describe, expect, it } from 'vitest'
import type { Control, Subject } from '../../../build/gate/check.ts'
import { content } from '../../../build/gate/checks/content.ts'
import { placeholders } from '../../../build/gate/checks/words.ts'
import { parseHtml } from '../../../build/gate/read/html.ts'
import { reportHtml } from '../../../build/gate/report/html.ts'
import { reportOf } from '../../../build/gate/report/report.ts'
import type { Role } from '../../../build/ground/disk/roles.ts'
import { asDraft, isWorkingVersion, type Kit } from '../../../src/kit/kit.ts'
import { type Finding, gathered, verdictOf, worstOf } from '../../../src/problems/finding.ts'
import { diagnose, type Problem } from '../../../src/problems/problem.ts'
import { pageFaults } from '../page-faults.ts'
import { readCarnet } from './carnet.ts'

const control = (id: string, findings: Finding[] = []): Control => ({
  id,
  title: `Le contrôle ${id}`,
  outcome: { state: 'verifie', evidence: '12 pages', findings },
  ms: 1234,
})
const skipped: Control = {
  id: 'prepresse',
  title: 'Prépresse',
  outcome: { state: 'non-verifie', reason: 'Pas de PDF.' },
  ms: 0,
}
/** Findings on the content of a kit. */
async function contentFindings(kit: Kit, problems: readonly Problem[], draft: boolean) {
  const { findings = [] } = await gathered(content.run({ kit, problems, draft }))
  return findings
}
const worst = (controls: Control[]) => worstOf(controls.map(({ outcome }) => verdictOf(outcome)))
const wrong: Finding = { severity: 'erreur', place: 'Fiche <1>', message: 'Un mot : perdu' }
const odd: Finding = { severity: 'remarque', place: null, message: 'À voir' }

async function reportFor(controls: Control[], draft = false) {
  const { kit } = await readCarnet()
  return reportOf({
    kit,
    date: new Date('2030-05-01'),
    draft,
    controls,
    manifest: null,
    tools: { 'Node.js': 'v20' },
    ms: 61_000,
  })
}

it('the whole is as good as its worst part', () => {
  expect(worst([control('a'), control('b')])).toBe('conforme')
  expect(worst([control('a'), control('b', [odd])])).toBe('remarque')
  expect(worst([control('a'), skipped])).toBe('remarque')
  expect(worst([control('a', [odd]), control('b', [wrong])])).toBe('erreur')
  expect(verdictOf(skipped.outcome)).toBe('non-verifie')
})

it('says the verdict first, then the faults, then every control with its evidence and its time', async () => {
  const html = reportHtml(await reportFor([control('a'), control('b', [wrong]), skipped]))
  const order = [
    ...['Livraison refusée\u00a0: 1\u00a0contrôle à corriger', 'Fiche &lt;1&gt;', 'Tous les contrôles'],
    ...['Le contrôle a', '1,2\u00a0s', '1\u00a0min\u00a01\u00a0s'],
  ]
  const places = order.map(text => html.indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(html).toContain('Pas de PDF.')
})

it('says of a draft that it is one', async () => {
  const report = await reportFor([control('a')], true)
  expect(report.brouillon).toBe(true)
  expect(reportHtml(report)).toContain('Brouillon\u00a0: à relire, pas à publier')
})

it('lists the files, the printer’s first of all', async () => {
  const file = (role: Role, chemin: string, pages: number | null = null) => ({
    ...{ role, chemin, pages },
    octets: 1000,
    sha256: 'a'.repeat(64),
  })
  const report = {
    ...(await reportFor([control('a')])),
    fichiers: [
      file('extrait', 'pdf/extrait-pieces.pdf'),
      file('epub', 'epub/carnet.epub'),
      file('pdf-ecran', 'pdf/carnet-ecran.pdf', 8),
      file('pdf-impression', 'pdf/carnet-impression.pdf', 8),
      file('site', 'site'),
    ],
  }
  const html = reportHtml(report)
  const list = html.slice(html.indexOf('Les fichiers, et à quoi'))
  expect(list.indexOf('carnet-impression.pdf')).toBeLessThan(list.indexOf('<code>site</code>'))
  expect(list.indexOf('extrait-pieces.pdf')).toBeGreaterThan(list.indexOf('carnet-ecran.pdf'))
})

it('a fiche that is being reviewed stops a release, and not a draft', async () => {
  const { kit, fiche } = await readCarnet()
  const reviewed = { ...kit, fiches: [{ ...fiche, statut: 'relecture' as const }] }
  const severities = async (draft: boolean) =>
    (await contentFindings(reviewed, [], draft)).map(({ severity }) => severity)
  expect(await severities(false)).toContain('erreur')
  expect(await severities(true)).not.toContain('erreur')
})

it('is valid HTML that asks for nothing', async () => {
  const html = reportHtml(await reportFor([control('a', [odd]), control('b', [wrong]), skipped]))
  expect(await pageFaults(html)).toEqual([])
  expect(html).not.toMatch(/(?:src|href)="/)
})

it('what a draft may have and an edition may not stops a release, and not a draft', async () => {
  const { kit } = await readCarnet()
  const codes = [
    ...(['mention-a-completer', 'lien-a-completer', 'site-sans-url', 'texte-provisoire'] as const),
    ...(['isbn-cle', 'caractere-sans-dessin', 'html-brut'] as const),
  ]
  const problems = codes.map(code => diagnose(code, { file: 'kit.yaml', line: 3, column: 1 }))
  const advice = diagnose('exemple-sans-code', { file: 'a.md', line: 1, column: 1 })
  const severities = async (draft: boolean) =>
    (await contentFindings(kit, [...problems, advice], draft)).map(({ severity }) => severity)
  expect(await severities(false)).toEqual([...codes.map(() => 'erreur'), 'remarque'])
  expect(await severities(true)).toEqual([...codes, advice].map(() => 'remarque'))
  const error = diagnose('kit-absent', { file: 'kit.yaml', line: 1, column: 1 })
  expect((await contentFindings(kit, [error], true))[0]?.severity).toBe('erreur')
})

it('what is published is no working version', async () => {
  const { kit } = await readCarnet()
  const { edition } = asDraft(kit)
  const errorsOf = async (draft: boolean, of: Kit) =>
    (await contentFindings(of, [], draft)).filter(({ severity }) => severity === 'erreur')
  expect(await errorsOf(false, kit)).toEqual([])
  expect(edition.statut).toBe('version de travail')
  expect(await errorsOf(true, { ...kit, edition })).toEqual([])
  expect(await errorsOf(false, { ...kit, edition })).toEqual([
    expect.objectContaining({ message: expect.stringContaining('version de travail') as string }),
  ])
  const reprint = { ...kit, edition: { ...edition, statut: 'réimpression' } }
  expect([isWorkingVersion(reprint), asDraft(reprint).edition.statut]).toEqual([
    false,
    'version de travail, réimpression',
  ])
})

it.each([
  ['Épreuve', true],
  ['épreuve n° 2', true],
  ['EPREUVE', true],
  ['Version de travail', true],
  ['avant-projet', true],
  ['reprojeté', false],
  ['réimpression', false],
])('« %s » is a working version: %s', (statut, expected) => {
  const edition = { annee: 2026, mois: '2026-01', numero: null, statut }
  expect(isWorkingVersion({ edition })).toBe(expected)
})

describe('what readers read', () => {
  const page = (path: string, html: string) => [path, { path, html, root: parseHtml(html) }] as const
  const editions = {
    site: async () => ({
      pages: new Map([
        page('a/index.html', '<dd><span class="a-completer">à compléter par l’éditeur</span></dd>'),
        page('b/index.html', '<p>Une liste à compléter avec les habitants.</p>'),
      ]),
    }),
    epub: async () => ({ spine: [{ href: 'x.xhtml', root: parseHtml('<p>Un texte.</p>') }] }),
    pdf: async () => ({
      pages: [
        { number: 1, text: 'Colophon\nISBN (imprimé)\nà compléter\n' },
        { number: 2, text: 'Fin' },
      ],
      outline: [],
      destinations: new Map([['colophon', 1]]),
    }),
  } as unknown as Subject

  it.each([
    [false, 'erreur'],
    [true, 'remarque'],
  ])('is whole in a release (draft: %s)', async (draft, severity) => {
    const { kit } = await readCarnet()
    const { findings = [] } = await gathered(placeholders.run({ ...editions, kit, draft }))
    expect(findings.map(one => [one.severity, one.place])).toEqual([
      [severity, 'site, a/index.html'],
      [severity, 'PDF, Colophon (annexes/90-colophon.md), page 1'],
    ])
  })
})
