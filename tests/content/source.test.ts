import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kitTexts } from './kit-files.ts'
import { runsOf, sharedRuns } from './shared-runs.ts'

/** Where the source text of the kit should be: `KIT_SOURCE`, else a folder beside the repository. It is not in it. */
const sourcePath =
  process.env['KIT_SOURCE'] ??
  fileURLToPath(new URL('../../../shared/sources/kit-municipaless-2026.txt', import.meta.url))
const source = existsSync(sourcePath) ? readFileSync(sourcePath, 'utf8') : null

const title = 'no sentence of the source is carried over: no run of nine words outside the resources'
test.skipIf(source === null)(
  source === null ? `SKIPPED, no source text at ${sourcePath} (set KIT_SOURCE): ${title}` : title,
  () => {
    const sourceRuns = runsOf(source ?? '', 9)
    const runs = kitTexts().flatMap(({ file, text }) =>
      sharedRuns(text, sourceRuns, 9).map(({ line, words }) => `${file}:${line}: ${words}`),
    )
    expect(runs).toEqual([])
  },
)
