/** A page that cannot be tagged true to its document. */
export class TaggingError extends Error {
  override readonly name = 'TaggingError'
  /** Folio. */
  readonly page: number
  readonly #why: string
  constructor(page: number, why: string, options?: ErrorOptions) {
    super(`page ${page} : ${why}`, options)
    this.page = page
    this.#why = why
  }

  /** The same error with the page number of a file whose first page comes after `pages` others. */
  after(pages: number): TaggingError {
    return new TaggingError(this.page + pages, this.#why, { cause: this.cause })
  }
}
