import { test } from 'vitest'
import { expectSound } from './walker.ts'

test.each([
  ['server', 1],
  ['static', 2],
] as const)('a random hand finds no fault in sixty gestures, on a %s host', async (host, seed) => {
  await expectSound(host, seed, 60)
})
