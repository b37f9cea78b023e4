const REMEMBERED = 'mon-kit'

/** The choice of the last visit, as a fragment. */
export function recall(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? ''
  } catch {
    // A reader may forbid it: the choice is in the address then, and nowhere else.
    return ''
  }
}

export function remember(fragment: string): void {
  try {
    localStorage.setItem(REMEMBERED, fragment)
  } catch {
    // As above.
  }
}
