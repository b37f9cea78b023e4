import { find, type Measurement, sizesOf } from './measurement.ts'
import { inside, medianOf, ratioOf, whole } from './statistics.ts'
import { figure, table } from './tables.ts'

/** A promise: what is measured, and the most it may be. `value: undefined` was not measured in this run. */
type Target = { promise: string; value: number | undefined; most: number; unit: string }

/** The promises that the press is held to, beside what was measured. */
export function targetTable(measured: Measurement): string {
  const sizes = sizesOf(measured)
  const targets = [...sizes.flatMap(size => targetsOf(measured, size)), ...growthOf(measured, sizes)]
  return table(
    ['', 'measured', 'at most', ''],
    targets
      .filter(({ value }) => value !== undefined && Number.isFinite(value))
      .map(({ promise, value = 0, most, unit }) => [
        promise,
        `${figure(value)}${unit}`,
        `${most}${unit}`,
        value <= most ? 'holds' : '**no**',
      ]),
  )
}

function targetsOf(measured: Measurement, size: number): Target[] {
  const at = (name: string) => find(measured, name, size)
  const [cold, fiche, watched, nothing, node] = [
    at('froid'),
    at('fiche'),
    at('veille'),
    at('rien'),
    at('node'),
  ]
  const [path, floor, cli] = [at('chemin-froid'), at('natif'), at('pagedjs-cli')]
  const failedAfter = measured.results.find(
    one => one.name === 'pagedjs-cli' && one.size === size,
  )?.failedAfter
  // A large kit gains more: stock Paged.js pages it slower than in proportion.
  const large = size >= 16
  return [
    {
      promise: `${size}×: everything, cold, beside ${failedAfter === undefined ? 'pagedjs-cli’s PDF alone' : 'the time in which pagedjs-cli made no PDF'}`,
      value: failedAfter ? medianOf(cold) / failedAfter : cold && cli && ratioOf(cold, cli, whole).middle,
      most: large ? 0.25 : 2,
      unit: ' ×',
    },
    {
      promise: `${size}×: PDF path, cold, beside Chromium’s own print`,
      value: path && floor && ratioOf(path, floor, inside).middle,
      most: 1.8,
      unit: ' ×',
    },
    {
      promise: `${size}×: one fiche edited while the press watches, beside everything cold`,
      value: watched && cold && 100 * ratioOf(watched, cold, inside, whole).middle,
      most: large ? 5 : 15,
      unit: ' %',
    },
    {
      promise: `${size}×: one fiche edited, by a command of its own, beside everything cold`,
      value: fiche && cold && 100 * ratioOf(fiche, cold, whole).middle,
      most: large ? 5 : 15,
      unit: ' %',
    },
    {
      promise: `${size}×: nothing edited, beside Node’s own start`,
      value: nothing && node && medianOf(nothing) - medianOf(node),
      most: 1,
      unit: ' s',
    },
  ]
}

/** No step grows faster than the kit, nor does memory. */
function growthOf(measured: Measurement, sizes: readonly number[]): Target[] {
  const [small = 1, large = 1] = [Math.min(...sizes), Math.max(...sizes)]
  if (small === large) return []
  const times = large / small
  return measured.results
    .filter(({ size, group }) => size === small && (group === 'kit' || group === 'chemin-pdf'))
    .flatMap(({ name, title }): Target[] => {
      const [before, after] = [find(measured, name, small), find(measured, name, large)]
      const take = before?.runs.some(({ inner }) => inner !== undefined) ? inside : whole
      const growth = {
        promise: `${title}: ${large}× beside ${small}×`,
        value: medianOf(after, take) / medianOf(before, take),
        most: times + 1,
        unit: ' ×',
      }
      const memory = {
        promise: `${title}: peak memory, ${large}× beside ${small}×`,
        value: medianOf(after, ({ memoryMb }) => memoryMb) / medianOf(before, ({ memoryMb }) => memoryMb),
        most: 2,
        unit: ' ×',
      }
      return name === 'node' ? [] : [growth, memory]
    })
}

/** Whether what is made of an edited kit has the bytes of a cold build, and how often that was looked at. */
export function sameBytes({ results }: Measurement): string {
  const answers = results.flatMap(({ runs }) =>
    runs.flatMap(({ same }) => (same === undefined ? [] : [same])),
  )
  if (answers.length === 0) return 'not compared in this run'
  const equal = answers.filter(Boolean).length
  return `${equal} of ${answers.length} builds of an edited kit have the bytes of a cold one`
}
