import { expect, it } from 'vitest'
import { preflight } from '../../../build/press/check/preflight/index.ts'
import { otherKit } from '../press/workshop.ts'
import { makePdf, type Spoiler } from './sound-pdf.ts'

const kit = await otherKit()

async function inkOf(spoil: Spoiler) {
  const report = await preflight({ bytes: await makePdf(spoil), kit, fileName: 'essai.pdf' })
  return report.controles.find(({ code }) => code === 'encrage')
}

it('is measured from each object, and the report names the darkest page', async () => {
  const control = await inkOf(({ contents }) => {
    // A block on page 2 under another on page 3.
    contents[1] = '0.7 0.95 0.15 0.2 k 100 100 50 50 re f 0 0 0 1 k 120 120 10 10 re f'
    contents[2] = '0.8 1 0.3 0.5 k 100 100 50 50 re f'
  })
  expect(control?.valeur).toBe('260 % au plus (page 3), d’après les encres de chaque objet')
})

it('is not believed where colours mix', async () => {
  const control = await inkOf(draft => {
    draft.resource(2, 'ExtGState', 'G', { op: true })
    draft.contents[1] = '/G gs 0.7 0 0 0 k 100 100 50 50 re f'
  })
  expect(control).toMatchObject({ verdict: 'non-verifie', pages: [2] })
  expect(control?.details).toEqual(['page 2 : non mesurable (surimpression)'])
})

it('is believed where black letters alone overprint', async () => {
  const control = await inkOf(draft => {
    draft.resource(2, 'ExtGState', 'G', { op: true, OPM: 1 })
    draft.contents[1] = '0 0.1 0.1 0 k 100 100 50 50 re f /G gs 0 0 0 1 k BT (a) Tj ET'
  })
  expect(control).toMatchObject({ verdict: 'conforme', pages: [] })
})
