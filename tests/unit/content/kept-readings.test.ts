import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkKit, type ReadingShelf, readKit } from '../../../build/ground/disk/read-kit.ts'
import { tokensOf } from '../../../src/kit/body/tokens-of.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { runs, sampleOf } from '../../thorough.ts'
import { casesIn } from './auteurs.ts'
import { editKit } from './edit-kit.ts'
import { MARK, marked, memoryShelf } from './shelf.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const cases = [...casesIn('erreurs').values()]

/** Reads the kit without and with what is kept, so many times, and expects all to say the same, down to the tokens. */
async function expectSame(dir: string, shelf: ReadingShelf, times = 1): Promise<void> {
  const anew = await readKit(dir)
  for (let time = 0; time < times; time++) {
    const recalled = await readKit(dir, shelf)
    expect(recalled).toStrictEqual(anew)
    expect(tokensIn(recalled.kit)).toStrictEqual(tokensIn(anew.kit))
  }
  expect(await checkKit(dir, shelf)).toStrictEqual(anew.problems)
}

const tokensIn = (kit: Kit | null) =>
  [...(kit?.fiches ?? []), ...(kit?.pages ?? [])].map(sheet =>
    'corps' in sheet ? tokensOf(sheet.corps) : [],
  )

describe('what is kept says what would be read', () => {
  test.each(sampleOf(cases, 40))('$titre', async ({ edits }) => {
    await using edited = await editKit(null, edits)
    const shelf = memoryShelf()
    await expectSame(edited.dir, shelf, 2)
    // Of a folder that is not there nothing is read.
    expect(shelf.writes).toBeLessThanOrEqual(1)
  })

  test('of another kit', () => expectSame(join(fixtures, 'kits/autre'), memoryShelf(), 2))

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
      what: fc.constantFrom('write', 'write', 'write', 'remove', 'move', 'mend'),
      file: fc.nat(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(change, { maxLength: 6 }),
        async ({ edits }, changes) => {
          await using edited = await editKit(null, edits)
          const shelf = memoryShelf()
          for (const { what, file: rank, at, text } of changes) {
            await expectSame(edited.dir, shelf)
            const files = await textsOf(edited.dir)
            const file = files[rank % Math.max(1, files.length)]
            if (file === undefined) break
            if (what === 'remove') await rm(file)
            else if (what === 'move') await rename(file, file.replace(/(\.\w+)$/, '-bis$1'))
            else if (what === 'mend')
              await cp(join(fixtures, 'erreurs/_base'), edited.dir, { recursive: true })
            else {
              const now = await readFile(file, 'utf8')
              const cut = Math.floor(at * now.length)
              await writeFile(file, now.slice(0, cut) + text + now.slice(cut))
            }
          }
          await expectSame(edited.dir, shelf)
        },
      ),
      { numRuns: runs(2) },
    )
  })
})

/** The fiches, pages and settings of the folder, if there is one. */
async function textsOf(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return []
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

describe('a file is read anew', () => {
  /** Which files are read and which are taken, after the folder was changed. */
  async function taken(dir: string, change: () => Promise<unknown>): Promise<string[]> {
    const shelf = memoryShelf()
    await readKit(dir, shelf)
    shelf.bytes = marked(shelf.bytes ?? new Uint8Array())
    await change()
    const { problems } = await readKit(dir, shelf)
    return problems.filter(({ message }) => message === MARK).map(({ place }) => place.file)
  }

  const fiche = 'leviers/02-achats.md'

  test('when its bytes change, and no other is', async () => {
    await using edited = await editKit(null)
    const { dir } = edited
    const all = await taken(dir, async () => {})
    expect(all).toContain(fiche)
    expect(all).toContain('kit.yaml')
    const text = await readFile(join(dir, fiche), 'utf8')
    expect(await taken(dir, () => writeFile(join(dir, fiche), `${text}\n`))).toEqual(
      all.filter(file => file !== fiche),
    )
  })

  test('when its path changes', async () => {
    await using edited = await editKit(null)
    const { dir } = edited
    const moved = 'thematiques/02-achats.md'
    const after = await taken(dir, () => rename(join(dir, fiche), join(dir, moved)))
    expect(after.length).toBeGreaterThan(0)
    expect(after).not.toContain(fiche)
    expect(after).not.toContain(moved)
  })
})

test('a check takes what is kept, and keeps nothing: it reads less of a body than a build', async () => {
  await using edited = await editKit(null)
  const shelf = memoryShelf()
  await checkKit(edited.dir, shelf)
  expect(shelf.writes).toBe(0)
  await readKit(edited.dir, shelf)
  shelf.bytes = marked(shelf.bytes ?? new Uint8Array())
  const problems = await checkKit(edited.dir, shelf)
  expect(problems.map(({ message }) => message)).toContain(MARK)
})

test('what is no longer in the kit is not kept', async () => {
  await using edited = await editKit(null)
  const shelf = memoryShelf()
  await readKit(edited.dir, shelf)
  const before = shelf.bytes?.length ?? 0
  await rm(join(edited.dir, 'leviers/02-achats.md'))
  await readKit(edited.dir, shelf)
  expect(shelf.writes).toBe(2)
  expect(shelf.bytes?.length).toBeLessThan(before)
})
