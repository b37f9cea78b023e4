import { find, type Measurement, sizesOf } from './measurement.ts'
import type { Result, Typing } from './run-cases.ts'
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

/** Sizes of which a share of a cold build is promised: the kit, and four times it. A larger one must stay possible. */
const LARGEST_PROMISED = 4

function targetsOf(measured: Measurement, size: number): Target[] {
  if (size > LARGEST_PROMISED) return []
  const at = (name: string) => find(measured, name, size)
  const [cold, fiche, watched] = [at('froid'), at('fiche'), at('veille')]
  const [nothing, node, composed, cli] = [at('rien'), at('node'), at('composer'), at('pagedjs-cli')]
  return [
    {
      promise: `${size}×: everything, cold, beside pagedjs-cli’s PDF alone`,
      value: cold && cli && ratioOf(cold, cli, whole).middle,
      // Stock Paged.js pages a larger kit slower than in proportion.
      most: size > 1 ? 0.6 : 1.5,
      unit: ' ×',
    },
    {
      promise: `${size}×: one fiche edited while the press watches, beside everything cold`,
      value: watched && cold && 100 * ratioOf(watched, cold, inside, whole).middle,
      most: 15,
      unit: ' %',
    },
    {
      promise: `${size}×: one fiche edited, by a command of its own, beside everything cold`,
      value: fiche && cold && 100 * ratioOf(fiche, cold, whole).middle,
      most: 40,
      unit: ' %',
    },
    {
      promise: `${size}×: nothing edited, beside Node’s own start`,
      value: nothing && node && medianOf(nothing) - medianOf(node),
      most: 0.5,
      unit: ' s',
    },
    {
      promise: `${size}×: ten fiches made one PDF in the browser, from click to file`,
      value: medianOf(composed, inside),
      most: 2,
      unit: ' s',
    },
    {
      promise: `${size}×: the same, peak of the browser’s memory beyond the page at rest`,
      value: medianOf(composed, ({ beyondMb }) => beyondMb),
      most: 150,
      unit: ' MB',
    },
    ...typingOf(at('ecrire'), `${size}×: in the atelier`, {
      keyMs: 50,
      problemsMs: 300,
      webMs: 500,
      paperMs: 1500,
    }),
    ...typingOf(at('ecrire-long'), 'in the atelier, a fiche of 50,000 words', {
      keyMs: 100,
      problemsMs: 1500,
      webMs: 1500,
    }),
  ]
}

/** What who types in the atelier waits for at most, in ms. */
function typingOf(
  typed: Result | undefined,
  where: string,
  most: Partial<Record<keyof Typing, number>>,
): Target[] {
  const promises = {
    keyMs: 'from a key to its drawing, 95 % of keys',
    problemsMs: 'from the last key to the problem',
    webMs: 'from the last key to the page of the site',
    paperMs: 'from the last key to the sheets',
  }
  return (['keyMs', 'problemsMs', 'webMs', 'paperMs'] as const).flatMap(key =>
    most[key] === undefined
      ? []
      : {
          promise: `${where}, ${promises[key]}`,
          value: medianOf(typed, ({ typing }) => typing?.[key]),
          most: most[key],
          unit: ' ms',
        },
  )
}

/** A cold build grows no faster than the kit, and its memory at most doubles. */
function growthOf(measured: Measurement, sizes: readonly number[]): Target[] {
  const [small = 1, large = 1] = [Math.min(...sizes), Math.max(...sizes)]
  if (small === large) return []
  const [before, after] = [find(measured, 'froid', small), find(measured, 'froid', large)]
  return [
    {
      promise: `everything, cold: ${large}× beside ${small}×`,
      value: medianOf(after) / medianOf(before),
      most: large / small,
      unit: ' ×',
    },
    {
      promise: `everything, cold: peak memory, ${large}× beside ${small}×`,
      value: medianOf(after, ({ memoryMb }) => memoryMb) / medianOf(before, ({ memoryMb }) => memoryMb),
      most: 2,
      unit: ' ×',
    },
  ]
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
