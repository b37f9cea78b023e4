import { expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { pdfClaims } from '../../../build/gate/checks/pdf-tags.ts'
import type { PdfHead } from '../../../build/gate/read/pdf.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { gathered } from '../../../src/problems/finding.ts'

const xmp =
  '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'

/** Findings on the PDF of a kit with one figure. */
async function findingsOf(planted: Partial<PdfHead> & { alt?: string }) {
  const { kit } = await readKit('tests/visual/carnet')
  if (!kit) throw new Error('the notebook cannot be read')
  const { alt = 'Un dessin', ...head } = planted
  const figure = { role: 'Figure', alt, children: [], text: '' }
  const pdf = async () => ({
    ...{ info: { title: kit.titre, language: 'fr-FR' }, marked: true, displaysTitle: true, xmp },
    ...head,
    pages: [{ number: 1, structure: { role: 'Document', alt: null, children: [figure], text: '' } }],
  })
  const { signal } = new AbortController()
  const manifest = async () => ({ artefacts: [{ role: 'pdf-ecran', path: 'pdf/a.pdf' }] })
  const { findings = [] } = await gathered(
    pdfClaims.run({ kit, dir: '', manifest, pdf, signal } as unknown as Subject),
  )
  return findings.map(({ message }) => message)
}

test('a PDF with title, language, claims and alternatives is right', async () => {
  expect(await findingsOf({})).toEqual([])
})

test.each<[Parameters<typeof findingsOf>[0], RegExp]>([
  [{ info: { title: 'Autre', language: 'fr' } }, /Le titre du fichier est « Autre »/],
  [{ info: { title: 'Petit carnet', language: 'en' } }, /n’est pas le français : « en »/],
  [{ displaysTitle: false }, /DisplayDocTitle/],
  [{ marked: false }, /MarkInfo/],
  [{ xmp: xmp.replace('>A<', '>B<') }, /PDF\/A-2a \(pdfaid:conformance\)/],
  [{ xmp: xmp.replace('pdfuaid', 'x') }, /PDF\/UA-1/],
  [{ alt: '' }, /Une figure n’a pas de texte de remplacement/],
])('%j is wrong', async (planted, message) => {
  expect((await findingsOf(planted)).join('\n')).toMatch(message)
})
