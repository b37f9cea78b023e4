/** Years that a zip can tell (MS-DOS date). */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2099]

/** A zip holds local time: the UTC fields are given as local ones, so that the time zone changes no byte. */
export function zipDate(date: Date): Date {
  const year = Math.min(Math.max(date.getUTCFullYear(), FIRST_YEAR), LAST_YEAR)
  return new Date(
    year,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  )
}
