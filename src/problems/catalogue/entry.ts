export type Severity = 'erreur' | 'avertissement' | 'remarque'

/** One row of the catalogue. `{name}` in a text is a slot for a value. */
export type CatalogueEntry = {
  severity: Severity
  message: string
  hint: string
  /** A draft may have it, and an edition that is published may not. */
  publish?: 'refuse'
}

/** Writes rows. @param message what is wrong. @param hint what to write instead */
const rowOf =
  (severity: Severity) =>
  (message: string, hint: string): CatalogueEntry => ({ severity, message, hint })

/** A row that stops a build. */
export const erreur = rowOf('erreur')

/** A row that stops nothing. */
export const avertissement = rowOf('avertissement')

/** A row that stops the release of an edition, and nothing before. */
export const inacheve = (message: string, hint: string): CatalogueEntry => ({
  ...avertissement(message, hint),
  publish: 'refuse',
})

/** A row that is told, and nothing is wrong. */
export const remarque = rowOf('remarque')
