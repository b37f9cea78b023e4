import type { Outcome } from '../../src/problems/finding.ts'

/** One line of the report: a check of the audit, or one that looks at the release as a whole. */
export type Control = { id: string; title: string; outcome: Outcome; ms: number }

/** Called for a control as it begins (`done` null), and with its findings. */
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
