import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExcerptFiles, readExcerptFiles } from '../e2e/excerpt-files.ts'
import { runKit } from '../e2e/run-kit.ts'
import { excerptFaults } from '../parts/epub/excerpt-faults.ts'

describe('e-books of chosen fiches of the kit', () => {
  let dir: string
  let files: ExcerptFiles
  let told: string
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-choix-'))
    const out = join(dir, 'dist')
    const { code, stderr, stdout } = await runKit([
      'build',
      '--out',
      out,
      '--only',
      'pdf,epub',
      '--choix',
      '12,8',
    ])
    if (code !== 0) throw new Error(stderr)
    told = stdout
    files = await readExcerptFiles(out)
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  const judge = async (numbers: readonly number[]) =>
    expect(
      await excerptFaults(await files.cutEpub(numbers), files.epub, files.list, { numbers }),
      numbers.join(),
    ).toEqual([])

  it('are good of any one fiche', async () => {
    for (const { number } of files.list.fiches) await judge([number])
  })

  it('are good of each family', async () => {
    for (const family of new Set(files.list.fiches.map(fiche => fiche.family)))
      await judge(files.list.fiches.filter(fiche => fiche.family === family).map(({ number }) => number))
  })

  it('are good of all, and of any choice', async () => {
    const all = files.list.fiches.map(({ number }) => number)
    await judge(all)
    for (const numbers of fc.sample(fc.subarray(all, { minLength: 1 }), { numRuns: 10, seed: 20 }))
      await judge(numbers)
  })

  it('are what the command writes beside its output', async () => {
    const path = told.split('\n').find(line => line.endsWith('-fiches-8-12.epub')) ?? ''
    expect(Buffer.compare(await readFile(path), await files.cutEpub([8, 12]))).toBe(0)
  })
})
