import { expect, test } from 'vitest'
import { pdfFiles } from '../../../build/edition/editions/announced.ts'
import { folio } from '../../../src/text/page-plan.ts'
import { fiche, kitOf } from '../pdf/kit.ts'

test.each([
  ['two fiches has', ['un', 'deux'], 2],
  ['one fiche has not', ['un'], 0],
  ['announced fiches alone has not', [], 0],
])('a kit of %s what choices of its fiches are made of', (_, slugs, count) => {
  const kit = kitOf(slugs.map((slug, at) => fiche(at + 1, slug)))
  const documents = slugs.map((id, at) => ({ id, first: folio(at + 1), last: folio(at + 1) }))
  const { all } = pdfFiles(kit, { count: slugs.length, documents })
  expect(all.filter(({ role }) => role === 'extrait')).toHaveLength(count)
})
