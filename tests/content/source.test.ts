import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { kitTexts } from './kit-files.ts'
import { runsOf, sharedRuns } from './shared-runs.ts'

/** Where the source text of the kit should be: `KIT_SOURCE`, else a folder beside the repository. It is not in it. */
const sourcePath =
  process.env['KIT_SOURCE'] ??
  fileURLToPath(new URL('../../../shared/sources/kit-municipaless-2026.txt', import.meta.url))
const source = existsSync(sourcePath) ? readFileSync(sourcePath, 'utf8') : null

describe('sharedRuns', () => {
  const sourceRuns = runsOf('Un, deux trois : quatre cinq, six sept huit neuf dix onze.', 9)

  test('tells a run of nine words, whatever its case and punctuation, with its line', () => {
    const text = 'Texte neuf.\n\nUN deux, trois quatre ; cinq six **sept** huit neuf dix. Autre chose.'
    expect(sharedRuns(text, sourceRuns, 9)).toEqual([
      { line: 3, words: 'un deux trois quatre cinq six sept huit neuf dix' },
    ])
  })

  test('lets eight words pass, and titles among the resources', () => {
    expect(sharedRuns('un deux trois quatre cinq six sept huit', sourceRuns, 9)).toEqual([])
    const titled = '## Ressources pour aller plus loin\n\n- **Un deux trois quatre cinq six sept huit neuf**'
    expect(sharedRuns(titled, sourceRuns, 9)).toEqual([])
    const named = 'titre: Un deux trois quatre cinq six sept huit neuf\nresume: un deux trois'
    expect(sharedRuns(named, sourceRuns, 9)).toEqual([])
  })

  test('an inclusive form is one word', () => {
    expect(sharedRuns('les élu.e.s un deux', runsOf('Les élu.e.s. Un deux', 4), 4)).toHaveLength(1)
  })
})

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
