export type Severity = 'erreur' | 'avertissement' | 'remarque'

/** One row of the catalogue. `{name}` in a text is a slot for a value. */
export type CatalogueEntry = { severity: Severity; message: string; hint: string }

/** A row that stops a build. @param message what is wrong. @param hint what to write instead */
export const erreur = (message: string, hint: string): CatalogueEntry => ({
  severity: 'erreur',
  message,
  hint,
})

/** A row that stops nothing. */
export const avertissement = (message: string, hint: string): CatalogueEntry => ({
  severity: 'avertissement',
  message,
  hint,
})

/** A row that is told, and nothing is wrong. */
export const remarque = (message: string, hint: string): CatalogueEntry => ({
  severity: 'remarque',
  message,
  hint,
})
