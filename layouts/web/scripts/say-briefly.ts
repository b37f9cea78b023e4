const READ_MS = 2500

let said: { unsay: () => void; timer: ReturnType<typeof setTimeout> } | undefined

/** Says that something is done, for as long as it takes to read: the place then has its own words again. What is said next takes its
 *  place at once, and has its own time.
 *  @param after what ends with it */
export function sayBriefly(place: { textContent: string | null }, words: string, after = () => {}): void {
  clearTimeout(said?.timer)
  said?.unsay()
  const own = place.textContent
  place.textContent = words
  const unsay = () => {
    said = undefined
    place.textContent = own
    after()
  }
  said = { unsay, timer: setTimeout(unsay, READ_MS) }
}
