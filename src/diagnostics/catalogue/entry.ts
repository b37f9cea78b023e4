export type Severity = 'erreur' | 'avertissement'

/** One row of the catalogue. `{name}` in a text is a slot for a value. */
export type Entry = { severity: Severity; message: string; hint?: string }
