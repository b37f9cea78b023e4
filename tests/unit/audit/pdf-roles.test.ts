import { expect, test } from 'vitest'
import { misTagged } from '../../../build/judge/audit/checks/pdf-roles.ts'
import { parseHtml } from '../../../build/judge/audit/read/html.ts'
import type { StructureNode } from '../../../build/judge/audit/read/pdf.ts'

const node = (role: string, text: string, ...children: StructureNode[]): StructureNode => ({
  role,
  alt: null,
  language: null,
  text,
  children,
})
const page = (...children: StructureNode[]) => node('Document', '', ...children)
const bold = '<p><strong>Un mot en gras</strong> puis un autre.</p>'
const findings = (html: string, ...pages: StructureNode[]) =>
  [...misTagged('Fiche', parseHtml(html), pages)].map(({ message }) => message)

test('what the site sets in bold is bold in the PDF', () => {
  const other = node('P', 'puis un autre.')
  expect(findings(bold, page(node('Span', 'Un mot en gras'), other))).toEqual([])
  expect(findings(bold, page(node('P', 'Un mot en gras'), other))).toEqual([
    '« Un mot en gras » n’y est pas un passage en gras.',
  ])
})

test('a passage that goes on overleaf is one, whatever stands in its first part', () => {
  const start = page(node('Span', 'Un mot', node('Span', ' en')))
  expect(findings('<strong>Un mot en gras</strong>', start, page(node('Span', 'gras')))).toEqual([])
  expect(findings('<strong>Un mot en gras</strong>', start, page(node('P', 'gras')))).toHaveLength(1)
})
