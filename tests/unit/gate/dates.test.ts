import { expect, test } from 'vitest'
import { dates } from '../../../build/gate/checks/content.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { readCarnet } from './carnet.ts'

/** Findings on a fiche that changed since the edition of April 2040. */
async function findingsOf(maj: string, changed: boolean) {
  const { kit, fiche } = await readCarnet()
  fiche.maj = maj
  const former = { mois: '2040-04', changed: new Set(changed ? [fiche.slug] : []) }
  const { findings = [] } = await gathered(dates.run({ kit, former }))
  return findings.map(({ message }) => message)
}

test('a fiche that changed and says the month of the edition before is a remark', async () => {
  expect(await findingsOf('2040-04', true)).toEqual([
    expect.stringContaining('depuis l’édition d’avril 2040'),
  ])
})

test('a fiche that says the month of its change, or did not change, is none', async () => {
  expect(await findingsOf('2040-05', true)).toEqual([])
  expect(await findingsOf('2040-04', false)).toEqual([])
})
