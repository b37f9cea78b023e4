import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sampleOf } from '../../thorough.ts'
import { attacks } from '../../unit/markdown/attacks.ts'

/** Five times what the longest fiche has: a linear parser needs some tenths of a second, a quadratic one minutes. */
const size = 50_000
const limit = 120_000

let child = start()

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('./attack-child.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
}

/** Whether a source is parsed and rendered in time; the process of one that is not is ended. */
async function finishes(source: string, milliseconds: number): Promise<boolean> {
  child.send(source)
  const signal = AbortSignal.timeout(milliseconds)
  try {
    await once(child, 'message', { signal })
    return true
  } catch (error) {
    if (!signal.aborted) throw error
    child.kill('SIGKILL')
    child = start()
    return false
  }
}

afterAll(() => void child.kill('SIGKILL'))

test('the harness sees what never ends', async () => {
  expect(await finishes('a', limit)).toBe(true)
  expect(await finishes('sans fin', 300)).toBe(false)
})

test.each(sampleOf(Object.entries(attacks), 4))('%s', async (_, attack) => {
  expect(await finishes(attack(size), limit)).toBe(true)
})
