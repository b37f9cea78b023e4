import { expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { judgeDates } from '../../../build/gate/checks/dates.ts'
import { recordOf } from '../../../build/release/history/content-record.ts'
import { continueRecord } from '../../../build/release/history/read-record.ts'

/** What is found of a second edition in which the summary of one fiche is another. */
async function judged(maj: string) {
  const { kit } = await readKit('tests/visual/carnet')
  const fiche = kit?.fiches.find(({ statut }) => statut !== 'a-paraitre')
  if (!kit || !fiche || fiche.statut === 'a-paraitre') throw new Error('the notebook cannot be read')
  const first = continueRecord(null, { ...recordOf(kit, new Date()) })
  expect(judgeDates(kit, first)).toMatchObject({ state: 'verifie', findings: [] })
  fiche.resume = 'Un autre résumé.'
  fiche.maj = maj
  kit.edition.mois = '2040-05'
  const second = continueRecord(
    {
      ...first,
      edition: { ...first.edition, mois: '2040-04' },
      historique: first.historique.map(one => ({ ...one, edition: { ...one.edition, mois: '2040-04' } })),
    },
    recordOf(kit, new Date()),
  )
  return judgeDates(kit, second)
}

test('a fiche that changed and says the month of the edition before is told', async () => {
  const { findings, evidence } = (await judged('2040-04')) as {
    findings: { message: string }[]
    evidence: string
  }
  expect(evidence).toBe('1\u00a0fiche a changé')
  expect(findings).toHaveLength(1)
  expect(findings[0]?.message).toContain('depuis l’édition d’avril 2040')
})

test('one that says the month of its change is not', async () => {
  expect(await judged('2040-05')).toMatchObject({ findings: [] })
})
