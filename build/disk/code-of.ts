/** What a disk says of a fault: `ENOENT`; nothing of any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What is done with a path, or `absent` where nothing is there. @throws any other fault */
export const orAbsent = <T, A>(work: Promise<T>, absent: A): Promise<T | A> =>
  work.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return absent
    throw error
  })
