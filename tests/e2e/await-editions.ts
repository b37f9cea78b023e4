import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import { HANG_MS, until } from '../until.ts'

// Before each file of tests: the editions are being built while others run.
const { fault } = await until(
  () =>
    readFile(inject('editionsMade'), 'utf8').then(
      fault => ({ fault }),
      () => false as const,
    ),
  () => 'the editions are still being built',
  4 * HANG_MS,
)
if (fault !== '') throw new Error(fault)
