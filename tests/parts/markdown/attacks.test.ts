import { expect, test } from 'vitest'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { sampleOf } from '../../thorough.ts'
import { attacks } from '../../unit/markdown/attacks.ts'
import { ficheOf, kitOf } from '../../unit/markdown/kit.ts'

/** Five times what the longest fiche has: a linear parser needs some tenths of a second, a quadratic one minutes. */
const SIZE = 50_000
/** Of CPU: other tests run meanwhile. */
const MOST_MS = 30_000

test.each(sampleOf(Object.entries(attacks), 4))('%s is parsed and rendered in time', (_, attack) => {
  const start = process.cpuUsage()
  const fiche = ficheOf(parseBody(attack(SIZE), { file: 'essai.md', firstLine: 1 }).corps)
  for (const medium of ['web', 'print', 'epub'] as const) createRenderer(kitOf(fiche), medium).fiche(fiche)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(MOST_MS)
})
