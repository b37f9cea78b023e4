import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { joined, type Measurement, sizesOf } from './measurement.ts'
import { figure, sizeTable } from './tables.ts'
import { sameBytes, targetTable } from './targets.ts'

/** Writes the results into `docs`: `performance.json` whole, and the generated parts of `performance.md`.
 *  @param add keeps the results of other cases and sizes that lie there
 *  @throws Error when `performance.md` lacks a mark */
export async function writeReport(docs: string, fresh: Measurement, add: boolean): Promise<void> {
  const data = join(docs, 'performance.json')
  const measured = add ? joined(JSON.parse(await readFile(data, 'utf8')) as Measurement, fresh) : fresh
  await writeFile(data, `${JSON.stringify(measured, null, 1)}\n`)
  const parts = {
    machine: machineText(measured),
    promises: `${targetTable(measured)}\n\nBytes: ${sameBytes(measured)}.`,
    results: sizesOf(measured)
      .map(size => `### ${size}×: ${measured.fiches[size]} fiches\n\n${sizeTable(measured, size)}`)
      .join('\n\n'),
  }
  const path = join(docs, 'performance.md')
  await writeFile(path, Object.entries(parts).reduce(fill, await readFile(path, 'utf8')))
}

/** Writes `content` between `<!-- START name -->` and `<!-- END name -->`; the prose around them is a person's. */
function fill(text: string, [name, content]: [string, string]): string {
  const [start, end] = [`<!-- START ${name} -->`, `<!-- END ${name} -->`]
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)]
  if (!text.includes(start) || to < from) throw new Error(`docs/performance.md has no place for ${name}`)
  return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`
}

function machineText({ date, minutes, machine, results }: Measurement): string {
  const others = results.filter(one => one.date !== date)
  const runs = [...new Set(others.map(one => one.date))].map(
    run =>
      `${run.slice(0, 16)} (${others
        .filter(one => one.date === run)
        .map(({ name, size }) => `${name} ${size}×`)
        .join(', ')})`,
  )
  const { processor, cores, memoryGb, system, load, versions } = machine
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `Measured on ${date.slice(0, 10)} in ${figure(minutes)} minutes: ${processor}, ${cores} cores, ${memoryGb} GB, ${system};`,
    `mean load of the minute before ${load}. ${names.join(', ')}.`,
    ...(runs.length > 0 ? [`Of other runs: ${runs.join('; ')}.`] : []),
  ].join('\n')
}
