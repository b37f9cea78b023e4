import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { coldCache } from '../e2e/press-processes.ts'
import { runKit } from '../e2e/run-kit.ts'

const KIT = 'tests/fixtures/erreurs/_base'

let dir: string
let plain: unknown
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-chemins-'))
  plain = await build(KIT, join(dir, 'ordinaire'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** What a cold build makes: its files with their sums. */
async function build(fiches: string, out: string): Promise<unknown> {
  const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out], {
    KIT_CACHE: await coldCache(dir),
  })
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(code, stderr).toBe(0)
  return JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
}

/** What means something to an address, a pattern, a shell, a template or a reader of options. */
const sign = fc.constantFrom(
  ...'#?%&=+;:,@!$^~|<>*[]{}()\\`\'" .-_é🎉',
  '%20',
  '%2F',
  '..',
  '\n',
  'a',
  'Z',
  '0',
)
const name = fc
  .array(sign, { minLength: 6, maxLength: 24, size: 'max' })
  .map(signs => signs.join(''))
  .filter(text => !/^\.*$/.test(text))

it('a cold build makes the same of a kit and for an output of any name', async () => {
  await fc.assert(
    fc.asyncProperty(name, name, async (kit, out) => {
      const place = await mkdtemp(join(dir, 'un-'))
      const fiches = join(place, `${kit}-fiches`)
      await cp(KIT, fiches, { recursive: true })
      expect(await build(fiches, join(place, `${out}-dist`))).toEqual(plain)
      await rm(place, { recursive: true, force: true })
    }),
    // The first is what once came out without its styles.
    { numRuns: 3, endOnFailure: true, examples: [['kit #1 ?%41', 'é#a?b%20c \'d"e&f[g](h)$i']] },
  )
})
