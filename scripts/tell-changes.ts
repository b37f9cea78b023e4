import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { formatDiagnostics } from '../src/diagnostics/format.ts'

/** What came of a change of the fiches; `ms` is the time since then. */
export type Change = { diagnostics: readonly Diagnostic[]; fault: string | null; ms: number }

const seconds = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Tells whoever writes what each change has come to.
 *  @param named the folder of fiches as the person wrote it. @param subject « Pages », « Éditions » */
export function tellChanges(named: string, subject: string): (change: Change) => void {
  let last = ''
  let wrong = false
  return ({ diagnostics, fault, ms }) => {
    const errors = fault !== null || diagnostics.some(({ severity }) => severity === 'erreur')
    const message = fault ?? (diagnostics.length > 0 ? formatDiagnostics(diagnostics, 'texte', named) : '')
    // What has been said already is not said again at each save.
    if (message !== last && message !== '') console.error(message)
    if (wrong && !errors) console.error('Plus d’erreur.')
    last = message
    if (!errors) console.log(`${subject} à jour en ${seconds.format(ms / 1000)} s`)
    wrong = errors
  }
}
