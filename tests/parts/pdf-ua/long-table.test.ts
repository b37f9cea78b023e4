import { expect, it } from 'vitest'
import { piecesOf, type Tag } from '../../../build/pdf/tag/structure.ts'
import { kitOf } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs, prose } from '../pdf/documents.ts'
import { build } from '../pdf/workbench.ts'
import { achats, openTagged } from './edition.ts'

const ROWS = 14

it('a table that goes on over pages is one, with its head once', async () => {
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `<tr><td>Commune ${n}</td><td>${prose(30, n)}</td><td>${prose(14, n + 20)}</td></tr>`,
  )
  const table = `<table data-b="500"><thead><tr><th>Commune</th><th>Surface</th><th>Coût</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  const texte = `${paragraphs(2, 60)}${table}${paragraphs(2, 60, 3)}`
  const { screen } = await build([documentOf(achats, levier('achats--lire', { texte }))], {
    kit: kitOf([achats]),
  })
  const file = await openTagged(screen)
  expect(file.faults()).toEqual([])
  const tables = file.tags('Table')
  expect(tables).toHaveLength(1)
  const [only] = tables as [Tag]
  const pages = new Set([...piecesOf(only)].map(({ page }) => page))
  expect(pages.size).toBeGreaterThan(1)
  expect(file.tags('THead')).toHaveLength(1)
  expect(file.tags('TBody')).toHaveLength(1)
  expect(file.tags('TR')).toHaveLength(ROWS + 1)
  expect(file.tags('TH').map(file.textOf)).toEqual(['Commune', 'Surface', 'Coût'])
  // On each page an eye finds the head: the later ones are drawn for nobody else.
  for (const page of [...pages].slice(1)) {
    const { sequences } = file.contents[page] as (typeof file.contents)[number]
    const drawn = sequences.filter(({ name }) => name === 'Artifact').map(({ text }) => text)
    expect(drawn.join(' ')).toMatch(/Commune.*Surface.*Coût/)
  }
})
