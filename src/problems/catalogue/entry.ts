export type Severity = 'erreur' | 'avertissement' | 'remarque'

/** One row of the catalogue. `{name}` in a text is a slot for a value. */
export type CatalogueEntry = {
  severity: Severity
  /** The keys that it is about: `site › url`. */
  key: string
  message: string
  hint: string
  /** A draft may have it, and an edition that is published may not. */
  publish?: 'refuse'
}

/** Writes rows. @param message what is wrong, or the keys that it is said of and that. @param hint what to write instead */
const rowOf =
  (severity: Severity) =>
  (message: string | readonly [keys: string, message: string], hint: string): CatalogueEntry => {
    const [key, text] = typeof message === 'string' ? ['', message] : message
    return { severity, key, message: text, hint }
  }

/** A row that stops a build. */
export const erreur = rowOf('erreur')

/** A row that stops nothing. */
export const avertissement = rowOf('avertissement')

/** A row that stops the release of an edition, and nothing before. */
export const inacheve: typeof avertissement = (...row) => ({
  ...avertissement(...row),
  publish: 'refuse',
})

/** A row that is told, and nothing is wrong. */
export const remarque = rowOf('remarque')
