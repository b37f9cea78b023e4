/** A page that cannot be tagged true to its document. */
export class TaggingError extends Error {
  override readonly name = 'TaggingError'
  /** Folio. */
  readonly page: number
  constructor(page: number, why: string, options?: ErrorOptions) {
    super(`page ${page} : ${why}`, options)
    this.page = page
  }
}
