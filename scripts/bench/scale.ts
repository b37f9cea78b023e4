import { find, type Measurement, sizesOf } from './measurement.ts'
import { fitLine, inside, medianOf, type Take, whole } from './statistics.ts'
import { figure, table } from './tables.ts'

/** Fiches of the large kit, kits of the farm. */
const LARGE = 1000
const KITS = 100
const runners = [1, 4, 16, 64]
/** What a runner does before it builds: check out, `npm ci` from its cache, unpack the browser. Assumed, in s. */
const READY_S = 45

/** What larger work would take, on machines like this one, from the measured slopes. Empty with fewer than two sizes. */
export function scaleOnPaper(measured: Measurement): string {
  const sizes = sizesOf(measured).filter(size => find(measured, 'froid', size))
  if (sizes.length < 2) return 'Not reckoned: it takes two sizes at least.'
  const line = (name: string, take: Take = whole) =>
    fitLine(sizes.map(size => [measured.fiches[size] ?? 0, medianOf(find(measured, name, size), take)]))
  const [cold, fiche, nothing] = [line('froid'), line('fiche'), line('rien')]
  const watched = line('veille', inside)
  // What each document costs by itself, and another machine may do.
  const shared = line(
    'chemin-froid',
    run => run.steps && (run.steps['paginate'] ?? 0) + (run.steps['print'] ?? 0),
  )
  const memory = line('froid', run => run.memoryMb)
  const time = (seconds: number) => (seconds < 120 ? `${figure(seconds)} s` : `${figure(seconds / 60)} min`)

  const slopes = table(
    ['', 'start (s)', `for each fiche (ms)`, `${LARGE} fiches`],
    Object.entries({
      'everything, cold': cold,
      'paging and printing, cold, two tabs': shared,
      'one fiche edited': fiche,
      'one fiche edited, while the press watches': watched,
      'nothing edited': nothing,
    }).map(([name, { start, slope, at }]) => [name, figure(start), figure(slope * 1000), time(at(LARGE))]),
  )
  const rest = cold.at(LARGE) - shared.at(LARGE)
  const oneKit = READY_S + cold.at(measured.fiches[Math.min(...sizes)] ?? 0)
  const farm = table(
    ['runners', `one kit of ${LARGE} fiches, its documents shared out`, `${KITS} kits like this one`],
    runners.map(count => [
      String(count),
      time(count === 1 ? READY_S + cold.at(LARGE) : 2 * READY_S + shared.at(LARGE) / count + rest),
      time(Math.ceil(KITS / count) * oneKit),
    ]),
  )
  return `${slopes}\n\nPeak memory of a cold build at ${LARGE} fiches: ${figure(memory.at(LARGE) / 1000)} GB.\n\n${farm}`
}
