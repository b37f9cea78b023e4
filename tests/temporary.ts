import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, onTestFinished } from 'vitest'

function makeFolder(name: string, whenDone: (remove: () => void) => void): string {
  const dir = mkdtempSync(join(tmpdir(), `kit-${name}-`))
  whenDone(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))
  return dir
}

/** A new folder, which goes after all tests of a file, or of the `describe` that asks. */
export const folderOfFile = (name: string) => makeFolder(name, afterAll)

/** A new folder, which goes with the test that asks. */
export const folderOfTest = (name: string) => makeFolder(name, onTestFinished)

/** A new folder for each test of a file, which goes with it. @returns its path, while a test runs */
export function eachFolder(): () => string {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kit-essai-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
  return () => dir
}
