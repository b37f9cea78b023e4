import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { thorough } from '../../thorough.ts'
import { app } from './open-app.ts'

/** Of the whole app as a host sends it, in bytes: what a slow line brings in half a minute. */
const MOST = 600_000

const sent = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length

test.runIf(thorough)('the app without its fonts is light enough for a slow line', async () => {
  const files = [...(await app())].filter(([path]) => !/\.woff2?$/.test(path))
  const weights = new Map(files.map(([path, bytes]) => [path, sent(bytes)]))
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const heaviest = [...weights].sort(([, a], [, b]) => b - a).slice(0, 12)
  expect(whole, `the heaviest: ${heaviest.map(pair => pair.join(' ')).join(', ')}`).toBeLessThanOrEqual(MOST)
})
