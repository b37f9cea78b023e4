import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pamReader } from '../../../build/pdf/check/preflight/ghostscript.ts'
import { preflight } from '../../../build/pdf/check/preflight/index.ts'
import { otherKit } from '../press/workshop.ts'
import { type Draft, makePdf } from './sound-pdf.ts'

const kit = await otherKit()
const installed = spawnSync('gs', ['--version']).status === 0

async function inkOf(spoil: (draft: Draft) => void, ghostscript: string | null) {
  const bytes = await makePdf(spoil)
  const report = await preflight({ bytes, kit, fileName: 'essai.pdf', ghostscript })
  const control = report.controles.find(({ code }) => code === 'encrage')
  if (!control) throw new Error('the ink was not measured')
  return { ...control, method: report.encrage }
}

/** A block on page 2 under another on page 3. */
const blocks = ({ contents }: Draft) => {
  contents[1] = '0.7 0.95 0.15 0.2 k 100 100 50 50 re f 0 0 0 1 k 120 120 10 10 re f'
  contents[2] = '0.8 1 0.3 0.5 k 100 100 50 50 re f'
}

describe('the ink', () => {
  it.each([
    ['is not', 'no-such-program'],
    // A folder of the path that nobody may look into is told in the same way.
    ['may not be run', fileURLToPath(new URL('sound-pdf.ts', import.meta.url))],
  ])('is estimated from each object where Ghostscript %s, and the report says so', async (_, ghostscript) => {
    const control = await inkOf(blocks, ghostscript)
    expect(control.method).toBe('estimation')
    expect(control.valeur).toBe(
      '260 % au plus (page 3), estimé sans Ghostscript, d’après les encres de chaque objet',
    )
  })

  it('is not believed where colours mix', async () => {
    const control = await inkOf(draft => {
      draft.resource(2, 'ExtGState', 'G', { op: true })
      draft.contents[1] = '/G gs 0.7 0 0 0 k 100 100 50 50 re f'
    }, null)
    expect(control).toMatchObject({ verdict: 'non-verifie', pages: [2] })
    expect(control.details).toEqual(['page 2 : non mesurable sans Ghostscript (surimpression)'])
  })

  it.skipIf(!installed)('is measured by Ghostscript where it is installed, and both agree', async () => {
    const control = await inkOf(blocks, 'gs')
    expect(control.method).toBe('ghostscript')
    expect(control.valeur).toMatch(/^260 % au plus \(page 3\), mesuré par Ghostscript \d/)
  })

  it.skipIf(!installed)('of overprint is seen by Ghostscript alone', async () => {
    const control = await inkOf(draft => {
      draft.resource(2, 'ExtGState', 'G', { op: true, OP: true, OPM: 1 })
      draft.contents[1] = '1 1 0 0 k 100 100 50 50 re f /G gs 0 0 1 1 k 100 100 50 50 re f'
    }, 'gs')
    expect(control).toMatchObject({ verdict: 'erreur', pages: [2], details: ['page 2 : 400 %'] })
  })

  it('is no matter of a Ghostscript that fails: that is a fault', async () => {
    const bytes = await makePdf()
    await expect(
      preflight({ bytes, kit, fileName: 'essai.pdf', ghostscript: process.execPath }),
    ).rejects.toThrow('Ghostscript failed')
  })
})

describe('a raster read as it comes', () => {
  const page = (...pixels: number[]) =>
    Buffer.concat([
      Buffer.from('P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\nENDHDR\n'),
      Buffer.from(pixels),
    ])
  const darkest = (chunks: Buffer[]) => {
    const sums: number[] = []
    const reader = pamReader(value => sums.push(value))
    for (const chunk of chunks) reader.push(chunk)
    return { found: sums, whole: reader.isWhole() }
  }
  const two = Buffer.concat([page(1, 2, 3, 4, 255, 255, 0, 1), page(0, 0, 0, 0, 0, 0, 0, 9)])

  it('gives the darkest pixel of each page, wherever it is cut', () => {
    for (let cut = 1; cut < two.length; cut++)
      expect(darkest([two.subarray(0, cut), two.subarray(cut)])).toEqual({ found: [511, 9], whole: true })
  })

  it('tells that it was cut short, and refuses another form', () => {
    expect(darkest([two.subarray(0, -1)])).toEqual({ found: [511], whole: false })
    expect(() => darkest([Buffer.from('P7\nWIDTH 2\nHEIGHT 1\nDEPTH 3\nMAXVAL 255\nENDHDR\nxxx')])).toThrow(
      'not a page in CMYK',
    )
  })
})
