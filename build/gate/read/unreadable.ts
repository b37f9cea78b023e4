/** A file of an edition that no program can read: a finding, and no fault of the audit. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly place: string
  constructor(place: string, cause: unknown) {
    super(`${place} cannot be read`, { cause })
    this.place = place
  }
}

/** What a reader of files gives. @param place the file, as a finding names it. @throws Unreadable for whatever it throws */
export async function orUnreadable<T>(place: string, reading: () => T | Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw new Unreadable(place, error)
  }
}

/** In a shape that is read: whatever stands there. */
export const UNSAID: unknown = null

/** @param place the file, as a finding names it. @param like a value of the shape that is read, as `isLike` takes it. @throws Unreadable */
export function readJson<T>(place: string, text: string, like: T): T {
  try {
    const value: unknown = JSON.parse(text)
    if (isLike(value, like)) return value
  } catch (error) {
    throw new Unreadable(place, error)
  }
  throw new Unreadable(place, new Error('son contenu n’a pas la forme attendue'))
}

/** Whether a value has the shape of another: the first of a list stands for each of it, and `UNSAID` for anything. */
function isLike<T>(value: unknown, like: T): value is T {
  if (like === null) return true
  if (Array.isArray(like)) return Array.isArray(value) && value.every(one => isLike(one, like[0] ?? null))
  if (typeof like !== 'object') return typeof value === typeof like
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = new Map(Object.entries(value))
  return Object.entries(like).every(([key, one]) => isLike(entries.get(key) ?? undefined, one))
}
