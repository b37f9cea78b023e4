/** `npx tsx scripts/bench/check.ts [TIMES]`: what it costs to read and check the kit, and TIMES times the kit (32: some five
 *  hundred written fiches), in ms: of the clock, and of CPU of all threads. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKit } from '../../build/disk/read-kit.ts'
import { readCopy } from './kit-copy.ts'
import { multiplyKit } from './multiply-kit.ts'

/** Of so many runs the least counts: the others waited for the rest of the machine. */
const runs = 5

type Cost = { clock: number; cpu: number }

/** Written behind everything else that a command says: what its process has used since it was born. */
const meter = `process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.cpuUsage())))`

async function main(times: number, dir: string): Promise<void> {
  print('readKit, this kit, first in its process', await costOf(() => readKit('fiches')))
  await multiplyKit('fiches', dir, times)
  const kit = await readCopy(dir)
  const written = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre').length
  const shown = `${written} fiches and ${kit.fiches.length - written} announced`
  print(`readKit, ${shown}, warm`, await least(() => costOf(() => readKit(dir))))
  print('node -e ""', await least(async () => command(['-e', ''])))
  const check = (fiches: string) => ['scripts/kit.js', 'check', '--fiches', fiches, '--format', 'json']
  print('kit check, this kit', await least(async () => command(check('fiches'))))
  print(`kit check, ${shown}`, await least(async () => command(check(dir))))
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await work()
  return { clock: performance.now() - start, cpu: sum(process.cpuUsage(before)) }
}

/** A whole Node process, its start included. */
function command(args: readonly string[]): Cost {
  const argv = ['--import', `data:text/javascript,${encodeURIComponent(meter)}`, ...args]
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const clock = performance.now() - start
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return { clock, cpu: sum(JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1)) as NodeJS.CpuUsage) }
}

const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000

async function least(measure: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = []
  for (let run = 0; run < runs; run++) costs.push(await measure())
  return {
    clock: Math.min(...costs.map(({ clock }) => clock)),
    cpu: Math.min(...costs.map(({ cpu }) => cpu)),
  }
}

function print(what: string, { clock, cpu }: Cost): void {
  console.log(`${what.padEnd(52)} ${clock.toFixed(0).padStart(6)} ms ${cpu.toFixed(0).padStart(6)} ms CPU`)
}

const dir = mkdtempSync(join(tmpdir(), 'kit-bench-check-'))
try {
  await main(Number(process.argv[2] ?? 32), dir)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
