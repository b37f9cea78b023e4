import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles } from '../disk/list-files.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Code that a kept result depends on and the exact versions of all libraries, as they were when this process loaded them:
 *  part of its key. @param paths files and folders, from the folder of the press */
export const readMakers = (...paths: string[]): Buffer[] =>
  [...paths, 'package-lock.json'].flatMap(filesUnder).map(file => readFileSync(join(home, file)))

function filesUnder(path: string): string[] {
  if (!statSync(join(home, path)).isDirectory()) return [path]
  return listFiles(join(home, path)).map(file => join(path, file))
}

/** What every picture depends on that the browser takes. */
export const readPhotographers = (...files: string[]): Buffer[] =>
  readMakers(
    'build/browser/offline-tab.ts',
    'build/browser/browser.ts',
    'build/browser/chromium.ts',
    ...files,
  )
