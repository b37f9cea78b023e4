/** Steps of a build, in the order in which they are made. */
export type Step = 'controle' | 'impression' | 'pdf' | 'couverture' | 'epub' | 'site' | 'manifeste'

/** What each step makes, for whoever reads of it. */
export const stepNames: Record<Step, string> = {
  controle: 'Contrôle des fiches',
  impression: 'Composition des pages imprimées',
  pdf: 'Mise en pages et PDF',
  couverture: 'Couverture du livre numérique',
  epub: 'Livre numérique',
  site: 'Site',
  manifeste: 'Manifeste',
}

/** What a build tells while it goes on; a command may show it. */
export type ProgressEvent =
  | { step: Step; state: 'debut' }
  | { step: Step; state: 'fin'; ms: number; detail: string | null }

export type Progress = (event: ProgressEvent) => void

/** Runs one step, telling its beginning and its end; `detail` says in French what came out. */
export async function step<T>(
  name: Step,
  tell: Progress,
  signal: AbortSignal,
  work: () => Promise<T>,
  detail: (result: T) => string | null = () => null,
): Promise<T> {
  signal.throwIfAborted()
  tell({ step: name, state: 'debut' })
  const start = performance.now()
  const result = await work()
  signal.throwIfAborted()
  tell({ step: name, state: 'fin', ms: performance.now() - start, detail: detail(result) })
  return result
}
