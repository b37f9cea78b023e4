import { expect, test } from 'vitest'
import { layoutFault } from '../../../build/pages/renditions.ts'

/** The chain of Eleventy 3 for a layout that Nunjucks cannot run. */
const thrown = (rendering: string, inner?: Error) =>
  Object.assign(
    new Error(
      'Having trouble writing to "./dist/en-memoire/a.html" from "./build/pages/empty/pratiques/02-a.md"',
    ),
    { originalError: Object.assign(new Error(rendering), { cause: inner }) },
  )

test('a layout that fails is named, with the document and what is wrong', () => {
  const fault = layoutFault(
    thrown(
      '(../../../work/layouts/web/fiche.njk)\n  Error: filter not found: absent',
      new Error('filter not found: absent'),
    ),
  )
  expect(fault).toMatchObject({
    message: 'Le gabarit layouts/web/fiche.njk ne peut pas mettre en page pratiques/02-a.md.',
    cause: { message: 'filter not found: absent' },
  })
  expect(
    layoutFault(thrown('(../../layouts/print/fiche.njk) [Line 4, Column 1]\n  expected variable end')),
  ).toMatchObject({
    message: expect.stringContaining('layouts/print/fiche.njk, ligne 4') as string,
    cause: { message: 'expected variable end' },
  })
  const other = new Error('le disque est plein')
  expect(layoutFault(other)).toBe(other)
})
