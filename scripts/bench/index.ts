/** `npm run bench`: what the press costs, and pagedjs-cli beside it, in one interleaved run on this machine.
 *  Usage: see below. Writes docs/performance.md (between its marks) and docs/performance.json. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './machine.ts'
import type { Measurement } from './measurement.ts'
import { installPagedjsCli, pagedjsCli } from './pagedjs-cli.ts'
import { pressCases } from './press-cases.ts'
import { compileCommands, copyPress } from './press-copy.ts'
import { type Result, runCases } from './run-cases.ts'
import { sizeTable } from './tables.ts'
import { openWorkplace } from './workplace.ts'
import { writeReport } from './write-report.ts'

const usage = `npm run bench -- [options]

  --setup            install pagedjs-cli into DIR
  --sizes 1,4,16     how often the kit stands in the kits that are made
  --runs 4           rounds; a case that has taken 30 s at one size is not run again
  --only NAME,…      of the cases: pagedjs-cli, node, rien, fiche, veille, composer, ecrire, ecrire-long, froid
  --fiches DIR       the kit (fiches)
  --dir DIR          where all is installed, copied and made (.cache/bench)
  --add              keeps what performance.json holds of other cases and sizes: they are not of one run then, which is told
  --docs DIR         where the results are written (docs; with --only and without --add: nowhere, they are shown)`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      setup: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      sizes: { type: 'string', default: '1,4,16' },
      runs: { type: 'string', default: '4' },
      only: { type: 'string' },
      fiches: { type: 'string', default: 'fiches' },
      dir: { type: 'string', default: '.cache/bench' },
      docs: { type: 'string' },
      add: { type: 'boolean', default: false },
    },
  })
  const dir = resolve(values.dir)
  if (values.help) return console.log(usage)
  if (values.setup) return installPagedjsCli(dir)

  const names = values.only?.split(',')
  const all = [pagedjsCli(dir), ...pressCases]
  const unknown = names?.filter(name => !all.some(one => one.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`no case is called ${unknown.join(', ')}\n\n${usage}`)
  const cases = all.filter(({ name }) => names?.includes(name) ?? true)
  if (cases.some(({ name }) => name === 'pagedjs-cli') && !existsSync(join(dir, 'node_modules')))
    throw new Error('pagedjs-cli is not installed: npm run bench -- --setup')

  const work = join(dir, 'travail')
  await mkdir(work, { recursive: true })
  const press = join(work, 'presse')
  await copyPress(press)
  await compileCommands(press)
  const begun = new Date()
  const load = loadavg()[0] ?? 0 // of the others: our own comes after
  const kits: Record<number, number> = {}
  const results: Result[] = []
  const measurement = (): Measurement => ({
    date: begun.toISOString(),
    minutes: (Date.now() - begun.getTime()) / 60_000,
    machine: machine(load),
    fiches: kits,
    results,
  })
  // A part of the cases must not take the place of the whole, unless it is told where to.
  const docs = values.docs ?? (names && !values.add ? undefined : 'docs')
  for (const size of values.sizes.split(',').map(Number)) {
    const place = await openWorkplace(work, { size, fiches: resolve(values.fiches), press })
    kits[size] = place.kit.fiches.filter(({ statut }) => statut !== 'a-paraitre').length
    const date = begun.toISOString()
    const tell = (line: string) => console.error(line)
    results.push(...(await runCases(place, { cases, runs: Number(values.runs), date, tell })))
    console.log(`\n${size}×\n\n${sizeTable(measurement(), size)}`)
    // After each size: what was measured is not lost when the next one is interrupted.
    if (docs) await writeReport(resolve(docs), measurement(), values.add)
  }
  // The press must not fail; what the other cannot do is a result.
  if (results.some(({ name, failed }) => failed !== undefined && name !== 'pagedjs-cli')) process.exitCode = 1
}

await main()
