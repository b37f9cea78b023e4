import { describe, expect, it } from 'vitest'
import { checks, preflight } from '../../../build/press/check/preflight/index.ts'
import { otherKit } from '../press/workshop.ts'
import { proofs } from './proofs.ts'
import { makePdf, type Spoiler } from './sound-pdf.ts'

const kit = await otherKit()

/** What the preflight says of a sound file that was spoilt: only the controls that do not pass. */
async function complaints(spoil?: Spoiler) {
  const bytes = await makePdf(spoil)
  const { controles } = await preflight({ bytes, kit, fileName: 'essai.pdf' })
  return new Map(
    controles.filter(({ verdict }) => verdict !== 'conforme').map(control => [control.code, control]),
  )
}

it('passes a sound file', async () => {
  expect([...(await complaints())]).toEqual([])
})

it('proves every control, in the order of the report', () => {
  expect([...new Set(proofs.map(({ code }) => code))]).toEqual(checks.map(({ id }) => id))
})

describe.each(proofs)('$code ($verdict)', ({ code, verdict, faults, nearMisses }) => {
  it.each(faults)('fails on $name', async ({ spoil, pages = [], detail, also = [] }) => {
    const found = await complaints(spoil)
    expect([...found.keys()].sort()).toEqual([code, ...also].sort())
    expect(found.get(code)).toMatchObject({ verdict, pages })
    if (detail !== undefined) expect(found.get(code)?.details.join('\n')).toContain(detail)
  })

  if (nearMisses.length > 0)
    it.each(nearMisses)('passes $name', async ({ spoil, also = [] }) => {
      expect([...(await complaints(spoil)).keys()]).toEqual(also)
    })
})
