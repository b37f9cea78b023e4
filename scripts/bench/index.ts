/** `npm run bench [-- RUNS]`: what a build costs, as ratios of medians in one interleaved run on this machine.
 *  Whole commands are timed from outside, Node's start included; the PDF path from inside, renditions apart. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const runs = Number(process.argv[2] ?? 5)
const dir = mkdtempSync(join(tmpdir(), 'kit-bench-'))
const fiches = join(dir, 'fiches')
const cache = join(dir, 'cache')
const out = join(dir, 'dist')

type Case = { name: string; run(round: number): number }

const cases: Case[] = [
  { name: 'PDF path, native print (floor)', run: () => pdfPath('native') },
  { name: 'PDF path, cold', run: () => pdfPath('cold') },
  { name: 'PDF path, pages kept', run: () => pdfPath('kept') },
  {
    name: 'build, cold',
    run() {
      emptyCache()
      return build()
    },
  },
  { name: 'build, nothing changed', run: build },
  {
    name: 'build, one fiche edited',
    run(round) {
      editOneFiche(round)
      return build()
    },
  },
]

function main(): void {
  cpSync('fiches', fiches, { recursive: true })
  emptyCache()
  pdfPath('kept') // fills the cache that the measured runs read
  build()
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < runs; round++)
    for (const { name, run } of cases) times.get(name)?.push(run(round))
  const floor = median(times.get(cases[0]?.name ?? '') ?? [])
  const cold = median(times.get('build, cold') ?? [])
  for (const [name, all] of times) {
    const middle = median(all)
    const base = name.startsWith('PDF') ? floor : cold
    const spread = `${(Math.min(...all) / base).toFixed(2)}–${(Math.max(...all) / base).toFixed(2)}`
    console.log(
      `${name.padEnd(34)} ${(middle / 1000).toFixed(2).padStart(6)} s   × ${(middle / base).toFixed(2)} (${spread})`,
    )
  }
  console.log(`\n${runs} interleaved runs; PDF path × floor, build × cold build; Node ${process.version}`)
}

/** Everything but the unpacked browser, which a machine unpacks once. */
function emptyCache(): void {
  rmSync(cache, { recursive: true, force: true })
  cpSync('.cache', cache, {
    recursive: true,
    filter: path => path === '.cache' || path.includes('chromium-'),
  })
}

function build(): number {
  const start = performance.now()
  run(['scripts/kit.ts', 'build', '--fiches', fiches, '--out', out])
  return performance.now() - start
}

function pdfPath(mode: string): number {
  const { ms } = JSON.parse(run(['scripts/bench/pdf-path.ts', mode, fiches, join(dir, 'pages')])) as {
    ms: number
  }
  return ms
}

function run(args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    encoding: 'utf8',
    env: { ...process.env, KIT_CACHE: cache },
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`)
  return stdout
}

/** Adds a paragraph before the first section of a fiche, other than that of the round before. */
function editOneFiche(round: number): void {
  const name = readdirSync('fiches/leviers').find(file => file.startsWith('08-'))
  if (!name) throw new Error('the bench edits fiche 8, which is not there')
  const text = readFileSync(join('fiches/leviers', name), 'utf8')
  writeFileSync(
    join(fiches, 'leviers', name),
    text.replace('\n## ', `\nMesure ${round} de cette édition.\n\n## `),
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

try {
  main()
} finally {
  rmSync(dir, { recursive: true, force: true })
}
