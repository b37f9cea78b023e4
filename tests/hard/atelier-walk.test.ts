import { test } from 'vitest'
import { expectSound } from '../parts/atelier/walker.ts'

/** `KIT_WALK=31,32` walks with these seeds. */
const seeds =
  process.env['KIT_WALK']?.split(',').map(Number) ?? Array.from({ length: 10 }, (_, at) => 11 + at)
const GESTURES = 400

test.each(seeds.flatMap(seed => [['server', seed] as const, ['static', seed] as const]))(
  'a random hand finds no fault in four hundred gestures, on a %s host, seed %i',
  async (host, seed) => {
    await expectSound(host, seed, GESTURES)
  },
)
