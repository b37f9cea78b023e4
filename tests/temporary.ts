import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

function makeFolder(name: string, whenDone: (remove: () => void) => void): string {
  const dir = mkdtempSync(join(tmpdir(), `kit-${name}-`))
  whenDone(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))
  return dir
}

/** A new folder, which goes after all tests of a file, or of the `describe` that asks. */
export const folderOfFile = (name: string) => makeFolder(name, afterAll)

/** A new folder, which goes with the test that asks. */
export const folderOfTest = (name: string) => makeFolder(name, onTestFinished)
