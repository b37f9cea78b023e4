import { expect, test, vi } from 'vitest'
import { planOf } from '../../../src/text/page-plan.ts'

vi.mock('../../../styles/page.json', async load => {
  const { default: page } = await load<{ default: typeof import('../../../styles/page.json') }>()
  const formats = { A4: { ...page.formats.A4, width: 148, height: 210 } }
  return { default: { ...page, formats } }
})

test('a page that does not hold the text is refused, with both widths', () =>
  expect(() => planOf({ impression: { format: 'A4' } })).toThrow(/le texte a 170 mm .*, la page 148\./))
