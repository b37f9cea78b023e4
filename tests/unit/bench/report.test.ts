import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joined, type Measurement } from '../../../scripts/bench/measurement.ts'
import type { Result } from '../../../scripts/bench/run-cases.ts'
import { median, ratioOf } from '../../../scripts/bench/statistics.ts'
import { sizeTable } from '../../../scripts/bench/tables.ts'
import { sameBytes, targetTable } from '../../../scripts/bench/targets.ts'
import { writeReport } from '../../../scripts/bench/write-report.ts'

const day = '2031-03-01T10:00:00.000Z'

/** Runs of a case by round, in s. */
function result(name: string, seconds: number[], change: Partial<Result> = {}): Result {
  const runs = seconds.map((one, round) => ({ round, seconds: one, cpuSeconds: one, memoryMb: 100 * one }))
  return { size: 1, name, title: name, date: day, runs, ...change }
}

const measured = (results: Result[], fiches: Record<number, number> = { 1: 16 }): Measurement => ({
  date: day,
  minutes: 3,
  machine: { processor: 'P', cores: 2, memoryGb: 4, system: 'linux 6', load: 0, versions: { node: '20' } },
  fiches,
  results,
})

test('a median lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
})

test('a ratio compares runs of one round, so that a slow minute of the machine does not count', () => {
  const [base, other] = [result('a', [1, 4]), result('b', [2, 8])]
  expect(ratioOf(other, base)).toEqual({ middle: 2, low: 2, high: 2 })
  expect(ratioOf(other, { ...base, date: '2031-02-01' }).high).toBe(3.2)
  // The base ran once: its one run stands for all.
  expect(ratioOf(other, result('a', [2]))).toEqual({ middle: 2.5, low: 1, high: 4 })
})

test('a promise that is not kept is told as such, one that was not measured is not told', () => {
  const table = targetTable(measured([result('froid', [10]), result('fiche', [5])]))
  expect(table).toContain(
    'one fiche edited, by a command of its own, beside everything cold | 50.0 % | 40 % | **no**',
  )
  expect(table).not.toContain('pagedjs-cli')
})

test('of a page that makes a file itself, the time from click to file is told, and the memory beyond the page at rest', () => {
  const runs = [1, 3, 2].map((inner, round) => ({
    round,
    seconds: 9,
    cpuSeconds: 9,
    memoryMb: 900,
    inner,
    beyondMb: 100 * inner,
  }))
  const all = measured([result('composer', [], { runs })])
  const table = targetTable(all)
  expect(table).toMatch(/from click to file \| 2\.00 s \| 2 s \| holds/)
  expect(table).toMatch(/beyond the page at rest \| 200 MB \| 150 MB \| \*\*no\*\*/)
  expect(sizeTable(all, 1)).toContain('| composer | 2.00 |')
})

test('of a size beyond four times the kit no share is promised: its time grows no faster than it', () => {
  const table = targetTable(
    measured([result('froid', [3]), result('froid', [30], { size: 16 })], { 1: 16, 16: 256 }),
  )
  expect(table).toContain('everything, cold: 16× beside 1× | 10.0 × | 16 × | holds')
  expect(table).not.toContain('16×: ')
})

test('a later run takes the place of the same case and size alone', () => {
  const former = measured([result('froid', [9]), result('rien', [1]), result('froid', [30], { size: 4 })], {
    1: 16,
    4: 64,
  })
  const { results, fiches } = joined(former, measured([result('froid', [5])]))
  expect(results.map(({ name, size, runs }) => [name, size, runs[0]?.seconds])).toEqual([
    ['rien', 1, 1],
    ['froid', 4, 30],
    ['froid', 1, 5],
  ])
  expect(fiches).toEqual({ 1: 16, 4: 64 })
})

test('bytes that differ are counted', () => {
  const runs = [true, false].map((same, round) => ({ round, seconds: 1, cpuSeconds: 1, memoryMb: 1, same }))
  expect(sameBytes(measured([result('froid', [], { runs })]))).toContain('1 of 2 builds')
})

test('the report fills its marks, keeps the prose around them, and fails where a mark is missing', async () => {
  const docs = await mkdtemp(join(tmpdir(), 'kit-mesures-'))
  try {
    const page = await readFile('docs/performance.md', 'utf8')
    const path = join(docs, 'performance.md')
    await writeFile(path, page)
    const both = [1, 4].flatMap(size => [
      result('froid', [10 * size], { size }),
      result('fiche', [size], { size }),
    ])
    await writeReport(docs, measured(both, { 1: 16, 4: 64 }), false)
    const written = await readFile(path, 'utf8')
    expect(written).toContain('### 4×: 64 fiches')
    expect(written).toContain('| fiche | 1.00 | 0.10 |  | 1 | 1.00 | 100 |  |')
    const prose = (text: string) => text.replace(/(<!-- START (\w+) -->)[\s\S]*?(<!-- END \2 -->)/g, '$1$3')
    expect(prose(written)).toBe(prose(page))
    await writeFile(path, page.replace('<!-- START results -->', ''))
    await expect(writeReport(docs, measured(both), false)).rejects.toThrow('no place for results')
  } finally {
    await rm(docs, { recursive: true, force: true })
  }
})
