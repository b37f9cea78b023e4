/** The greatest of the values and `floor`. `Math.max(...values)` fails on a table of a hundred thousand rows. */
export function greatest(values: readonly number[], floor = 0): number {
  return values.reduce((most, value) => Math.max(most, value), floor)
}

export function least(values: readonly number[], ceiling = 0): number {
  return values.reduce((fewest, value) => Math.min(fewest, value), ceiling)
}

/** Surfaces of less, in mm, are not drawn: a press does not hold a quarter of a point. Their figures say them. */
export const thinShare = 0.12
