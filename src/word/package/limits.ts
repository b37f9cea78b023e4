/** What a Word file may hold: a manuscript with its pictures is far below. */
export const limits = {
  /** Bytes of the file. */
  file: 50_000_000,
  /** Parts in it. */
  parts: 2_000,
  /** Bytes of a part, and of all of them, unpacked. */
  part: 40_000_000,
  all: 100_000_000,
  /** Elements of XML in one another. */
  depth: 200,
} as const

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} Mo`
