import { expect, test } from 'vitest'
import { aging } from '../../../build/gate/checks/aging.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { carnetOf } from './carnet.ts'

async function messagesOn(body: string, verifie?: string) {
  const kit = await carnetOf(body)
  const fiches = kit.fiches.map(fiche => ({ ...fiche, ...(verifie && { verifie }) }))
  const { findings = [] } = await gathered(aging.run({ kit: { ...kit, fiches } }))
  return findings.map(({ severity, message }) => `${severity} ${message}`)
}

const law = 'L’article 58 de la loi AGEC et le décret du 21 février 2002 le disent ; la loi AGEC aussi.'

test('a fiche that cites law without the month of its verification is a remark with what it cites', async () => {
  expect(await messagesOn(law)).toEqual([
    expect.stringMatching(/^remarque .*\(article 58, loi AGEC et décret du 21 février 2002\)/),
  ])
})

test('a fiche whose law was verified, or that cites none, is none', async () => {
  expect(await messagesOn(law, '2040-04')).toEqual([])
  expect(await messagesOn('La loi du plus fort, et un article de journal.')).toEqual([])
})

test('an example without a year is a remark, one with a year is none', async () => {
  const example = (text: string) => `::: exemple Une halle · Crest (26)\n${text}\n:::`
  expect(await messagesOn(example('La halle a rouvert.'))).toEqual([
    expect.stringContaining('1 exemple sans année : Une halle.'),
  ])
  expect(await messagesOn(example('La halle a rouvert en 2021.'))).toEqual([])
})
