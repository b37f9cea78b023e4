import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryFolder } from '../../../src/kit/kit-folder.ts'
import { type Readings, rememberReadings } from '../../../src/kit/read-file.ts'
import { readKitFolder } from '../../../src/kit/read-kit.ts'
import { runs, sampleOf } from '../../thorough.ts'
import { casesIn } from './auteurs.ts'
import { editFiles } from './edit-kit.ts'
import type { Files } from './file-verbs.ts'

const cases = [...casesIn('erreurs').values()]

/** Reads the kit without and with what is remembered, and expects both to say the same. */
async function expectSame(files: Files, readings: Readings): Promise<void> {
  const [anew, recalled] = [
    await readKitFolder(memoryFolder(files)),
    await readKitFolder(memoryFolder(files), readings),
  ]
  expect(recalled.problems).toStrictEqual(anew.problems)
  expect(recalled.kit).toStrictEqual(anew.kit)
}

describe('what is remembered says what would be read', () => {
  test.each(sampleOf(cases, 40))('$titre', async ({ edits }) => {
    const { files } = await editFiles(null, edits)
    const readings = rememberReadings()
    for (let time = 0; time < 2; time++) await expectSame(files, readings)
  })

  test('whatever is written, moved or taken away, one after another', async () => {
    const pieces = fc.constantFrom(
      '\n',
      ' ',
      ':',
      "l'ess",
      '[[achats]]',
      ':::',
      '---\n',
      '"',
      '\ufeff',
      '{',
      '# ',
    )
    const change = fc.record({
      what: fc.constantFrom('write', 'write', 'write', 'remove', 'move'),
      file: fc.nat(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(change, { maxLength: 6 }),
        async ({ edits }, changes) => {
          const { files } = await editFiles(null, edits)
          const readings = rememberReadings()
          for (const { what, file: rank, at, text } of changes) {
            await expectSame(files, readings)
            const texts = [...files.keys()].filter(path => /\.(md|yaml)$/.test(path)).sort()
            const file = texts[rank % Math.max(1, texts.length)]
            const bytes = file === undefined ? undefined : files.get(file)
            if (file === undefined || bytes === undefined) break
            if (what !== 'write') files.delete(file)
            if (what === 'move') files.set(file.replace(/(\.\w+)$/, '-bis$1'), bytes)
            if (what === 'write') {
              const now = new TextDecoder().decode(bytes)
              const cut = Math.floor(at * now.length)
              files.set(file, new TextEncoder().encode(now.slice(0, cut) + text + now.slice(cut)))
            }
          }
          await expectSame(files, readings)
        },
      ),
      { numRuns: runs(2) },
    )
  })
})
