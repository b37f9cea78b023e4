import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A new folder for each test of a file, which goes with it. @returns its path, while a test runs */
export function eachFolder(): () => string {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kit-essai-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
  return () => dir
}
