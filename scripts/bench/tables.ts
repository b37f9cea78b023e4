import { find, type Measurement } from './measurement.ts'
import type { Result } from './run-cases.ts'
import { inside, medianOf, ratioOf, type Take, whole } from './statistics.ts'

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Three digits that count, at most two after the point; « — » for what was not measured. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

/** The tables of one size: the PDF path, other makers of PDFs, whole builds, other makers of e-books and sites. */
export function sizeTables(measured: Measurement, size: number): string {
  const of = (group: Result['group']) =>
    measured.results.filter(one => one.size === size && one.group === group)
  const floor = find(measured, 'natif', size)
  const path = floor ? [floor, ...of('chemin-pdf')] : of('chemin-pdf')
  const parts: [string, string][] = [
    [
      'The PDF path, from rendered documents on, the browser’s start included, Node’s left out',
      compare(path, { base: floor, of: 'floor', take: inside }),
    ],
    [
      'PDF of the same document, whole commands',
      compare([...of('pdf'), ...of('kit').filter(({ name }) => name === 'froid')], {
        base: floor,
        of: 'floor',
      }),
    ],
    ['Whole builds of the press', compare(of('kit'), { base: find(measured, 'froid', size), of: 'cold' })],
    ['A plain e-book, a plain site', compare(of('livre-et-site'), {})],
  ]
  return parts
    .filter(([, rows]) => rows !== '')
    .map(([title, rows]) => `**${title}**\n\n${rows}`)
    .join('\n\n')
}

function compare(
  results: readonly Result[],
  { base, of = '', take = whole }: { base?: Result | undefined; of?: string; take?: Take },
): string {
  if (results.length === 0) return ''
  const failures = results.filter(({ failed }) => failed !== undefined)
  const head = ['', 's', ...(base ? [`× ${of}`, 'from–to'] : []), 'runs', 'CPU s', 'peak MB', 'pages']
  const rows = table(
    head,
    results.map(result => {
      const { title, version, runs, failed } = result
      const name = version === '' || version.startsWith('Node') ? title : `${title} ${version}`
      if (failed !== undefined) return [name, 'failed', ...head.slice(2).map(() => '')]
      // A watching press is timed from edit to output, whatever else stands in its row.
      const takeOwn = result.name === 'veille' ? inside : take
      const { middle, low, high } = base
        ? ratioOf(result, base, takeOwn, take)
        : { middle: 0, low: 0, high: 0 }
      const ratio = base ? [figure(middle), runs.length > 1 ? `${figure(low)}–${figure(high)}` : ''] : []
      return [
        name,
        figure(medianOf(result, takeOwn)),
        ...ratio,
        String(runs.length),
        figure(medianOf(result, run => run.cpuSeconds)),
        medianOf(result, run => run.memoryMb)
          .toFixed(0)
          .replace('NaN', '—'),
        String(runs[0]?.pages ?? ''),
      ]
    }),
  )
  return [rows, ...failures.map(({ title, failed }) => `${title}: ${failed?.replace(/\.$/, '')}.`)].join(
    '\n\n',
  )
}

/** Times of the steps that one case tells, a column a size. */
export function stepTable(measured: Measurement, name: string, sizes: readonly number[]): string {
  const names = new Set(sizes.flatMap(size => Object.keys(find(measured, name, size)?.runs[0]?.steps ?? {})))
  const rows = [...names].map(step => [
    step,
    ...sizes.map(size => figure(medianOf(find(measured, name, size), run => run.steps?.[step]))),
  ])
  return rows.length === 0 ? '' : table(['', ...sizes.map(size => `${size}× (s)`)], rows)
}
