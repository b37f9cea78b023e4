import { find, type Measurement } from './measurement.ts'
import { asked, medianOf, ratioOf, whole } from './statistics.ts'

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Three digits that count, at most two after the point; « — » for what was not measured. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

/** All cases of one size, beside the cold build. */
export function sizeTable(measured: Measurement, size: number): string {
  const results = measured.results.filter(one => one.size === size)
  const cold = find(measured, 'froid', size)
  const failures = results.filter(({ failed }) => failed !== undefined)
  const head = ['', 's', '× cold', 'from–to', 'runs', 'CPU s', 'peak MB', 'pages']
  const rows = results.map(result => {
    const { title, runs, failed } = result
    if (failed !== undefined) return [title, 'failed', ...head.slice(2).map(() => '')]
    // A watching press is timed from edit to output, a page from click to file, whatever else stands in the row.
    const beside = cold && ratioOf(result, cold, asked, whole)
    return [
      title,
      figure(medianOf(result, asked)),
      figure(beside?.middle),
      beside && runs.length > 1 ? `${figure(beside.low)}–${figure(beside.high)}` : '',
      String(runs.length),
      figure(medianOf(result, run => run.cpuSeconds)),
      figure(medianOf(result, run => run.memoryMb)),
      String(runs[0]?.pages ?? ''),
    ]
  })
  return [
    table(head, rows),
    ...failures.map(({ title, failed }) => `${title}: ${failed?.replace(/\.$/, '')}.`),
  ].join('\n\n')
}
