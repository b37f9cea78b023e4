import { wordFor } from './french.ts'

/** Something that a check found, read by the person who prints or releases. */
export type Finding = {
  severity: 'erreur' | 'remarque'
  /** The fiche, the page or the file. */
  place: string | null
  /** Of a problem of the content: `kit.yaml:5`, for who mends it without the atelier. */
  source?: string
  /** Of a PDF that is looked at by itself: page of the file, from 1. */
  page?: number
  /** French. */
  message: string
}

export type Outcome =
  /** `evidence`: in one sentence, what was looked at, with its numbers. */
  | { state: 'verifie'; evidence: string; findings: Finding[] }
  /** Could not be looked at, and why; a report says so. */
  | { state: 'non-verifie'; reason: string; findings?: Finding[] }

/** One question put to a subject: the editions, a PDF for the printer, a PDF for the screen. */
export type Check<Subject, Answer = Outcome> = {
  /** Permanent name. */
  id: string
  /** Statement for a check without findings, in French. */
  title: string
  run(subject: Subject): Answer
}

export type Verdict = 'conforme' | 'remarque' | 'erreur' | 'non-verifie'

export function verdictOf(outcome: Outcome): Verdict {
  if (outcome.state === 'non-verifie') return 'non-verifie'
  if (outcome.findings.some(({ severity }) => severity === 'erreur')) return 'erreur'
  return outcome.findings.length > 0 ? 'remarque' : 'conforme'
}

/** The whole is as good as its worst part; a check that could not run holds nothing back, and is reported. */
export function worstOf(verdicts: readonly Verdict[]): Exclude<Verdict, 'non-verifie'> {
  if (verdicts.includes('erreur')) return 'erreur'
  return verdicts.every(verdict => verdict === 'conforme') ? 'conforme' : 'remarque'
}

/** Gives the outcome of a finished check. @param evidence as in `Outcome` */
export const verified = (evidence: string, findings: Finding[]) =>
  ({ state: 'verifie', evidence, findings }) satisfies Outcome

/** Yields findings, and returns the evidence, or why it could not look: as in `Outcome`. */
export type Look = AsyncGenerator<Finding, string | { reason: string }>

export async function gathered(look: Look): Promise<Outcome> {
  const findings: Finding[] = []
  let step = await look.next()
  for (; !step.done; step = await look.next()) findings.push(step.value)
  const { value } = step
  return typeof value === 'string' ? verified(value, findings) : { state: 'non-verifie', ...value, findings }
}

export const fault = (place: string | null, message: string): Finding => ({
  severity: 'erreur',
  place,
  message,
})
export const remark = (place: string | null, message: string): Finding => ({
  severity: 'remarque',
  place,
  message,
})
/** @param page null: the whole file */
export const onPage = (
  page: number | null,
  message: string,
  severity: Finding['severity'] = 'erreur',
): Finding =>
  page === null ? { severity, place: null, message } : { severity, place: `page ${page}`, page, message }

/** « 3 fiches », « 1 fiche »: a count as French writes it. */
export const count = (n: number, one: string, many?: string) =>
  `${new Intl.NumberFormat('fr-FR').format(n)}\u00a0${wordFor(n, one, many)}`
