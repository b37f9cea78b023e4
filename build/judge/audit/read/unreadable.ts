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

/** @param place the file, as a finding names it. @throws Unreadable */
export function readJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unreadable(place, error)
  }
}
