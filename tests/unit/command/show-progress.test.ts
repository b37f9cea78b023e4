import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { showProgress } from '../../../scripts/show-progress.ts'

/** A stream that says it is a terminal, and what was written to it. */
function terminal(isTTY: boolean) {
  let written = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += chunk
      done()
    },
  })
  const cursor = { cursorTo: () => true, moveCursor: () => true, clearLine: () => true }
  return {
    stream: Object.assign(stream, { isTTY, columns: 80, ...cursor }) as unknown as NodeJS.WriteStream,
    written: () => stripVTControlCharacters(written),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  // A spinner stands still where the machine is nobody's.
  vi.stubEnv('CI', undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const done = { state: 'fin', ms: 1500, detail: null } as const

describe('on a terminal', () => {
  test('names all that is under way, and moves no more when all has ended', () => {
    const { stream, written } = terminal(true)
    const { tell } = showProgress(stream)
    tell({ step: 'pdf', state: 'debut' })
    tell({ step: 'site', state: 'debut' })
    expect(written()).toContain('Mise en pages et PDF, Site')
    tell({ step: 'pdf', ...done })
    expect(written()).toContain('✔ Mise en pages et PDF (1,5 s)\n')
    expect(vi.getTimerCount()).toBe(1)
    tell({ step: 'site', ...done })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('stops with what is still under way', () => {
    const { stream } = terminal(true)
    const progress = showProgress(stream)
    progress.tellControl({ title: 'Liens', done: null })
    progress.tell({ step: 'epub', state: 'debut' })
    progress.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('leaves signals to the command', () => {
    const count = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
    const before = count()
    const progress = showProgress(terminal(true).stream)
    progress.tell({ step: 'epub', state: 'debut' })
    expect(count()).toBe(before)
    progress.stop()
  })
})

test('in a file there is one line a finished step', () => {
  const { stream, written } = terminal(false)
  const { tell } = showProgress(stream)
  tell({ step: 'pdf', state: 'debut' })
  tell({ step: 'site', state: 'debut' })
  tell({ step: 'site', state: 'fin', ms: 40, detail: 'inchangé' })
  tell({ step: 'pdf', ...done })
  expect(written()).toBe('✔ Site : inchangé (0,0 s)\n✔ Mise en pages et PDF (1,5 s)\n')
})
