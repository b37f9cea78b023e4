import type { Checked, Outcome } from '../../judge/audit/check.ts'

/** One line of the report: a check of the audit, or one that looks at the release as a whole. */
export type Control = { id: string; title: string; outcome: Outcome; ms: number }

export type Verdict = 'conforme' | 'remarque' | 'erreur' | 'non-verifie'

export function verdictOf({ outcome }: Pick<Checked, 'outcome'>): Verdict {
  if (outcome.state === 'non-verifie') return 'non-verifie'
  if (outcome.findings.some(({ severity }) => severity === 'erreur')) return 'erreur'
  return outcome.findings.length > 0 ? 'remarque' : 'conforme'
}

/** The whole is as good as its worst part; what could not be looked at does not hold a release back, and is told. */
export function verdictOfAll(controls: readonly Control[]): Exclude<Verdict, 'non-verifie'> {
  const verdicts = new Set(controls.map(verdictOf))
  if (verdicts.has('erreur')) return 'erreur'
  return verdicts.has('remarque') || verdicts.has('non-verifie') ? 'remarque' : 'conforme'
}

/** Told of a control as it begins (`done` null), and of what it found. */
export type TellControl = (event: { title: string; done: Control | null }) => void

/** Asks one question, and takes the time that the answer took. */
export async function control(
  id: string,
  title: string,
  tell: TellControl,
  ask: () => Promise<Outcome>,
): Promise<Control> {
  tell({ title, done: null })
  const start = performance.now()
  const done = { id, title, outcome: await ask(), ms: performance.now() - start }
  tell({ title, done })
  return done
}

export type { Outcome }
