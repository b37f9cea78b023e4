/** Gives what the device keeps of a reader; empty where there is nothing. */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    // A reader may forbid it: then the address alone tells a choice.
    return ''
  }
}

export function remember(key: string, words: string): void {
  try {
    localStorage.setItem(key, words)
  } catch {
    // As above.
  }
}
