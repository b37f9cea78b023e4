import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))

/** Code that a kept result depends on and the exact versions of all libraries, as they were when this process loaded them:
 *  part of its key. @param files paths from the folder of the press */
export const readMakers = (...files: string[]): Buffer[] =>
  [...files, 'package-lock.json'].map(file => readFileSync(join(home, file)))

/** What every picture depends on that the browser takes. */
export const readPhotographers = (...files: string[]): Buffer[] =>
  readMakers('build/offline-tab.ts', 'build/browser.ts', 'build/chromium.ts', ...files)
