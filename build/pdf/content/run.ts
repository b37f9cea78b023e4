/** Letters in the order in which they are drawn, and where the operation of each ends; -1 for those before the last of one
 *  operation. */
export class Run {
  #units: Uint16Array
  #ends: Int32Array
  #start = 0
  #count = 0

  /** @param length of the content: an operation takes ten bytes and more */
  constructor(length: number) {
    this.#units = new Uint16Array(length / 8 + 16)
    this.#ends = new Int32Array(length / 8 + 16)
  }

  add(unit: number, end: number): void {
    if (this.#count === this.#units.length) this.#grow()
    this.#units[this.#count] = unit
    this.#ends[this.#count++] = end
  }

  say(letters: string, end: number): void {
    for (let at = 0; at < letters.length; at++)
      this.add(letters.charCodeAt(at), at === letters.length - 1 ? end : -1)
  }

  /** What was added since it was last taken. */
  take(): { text: string; ends: Int32Array } {
    const [from, to] = [this.#start, this.#count]
    this.#start = to
    const units = this.#units
    return {
      text: Buffer.from(units.buffer, units.byteOffset + 2 * from, 2 * (to - from)).toString('utf16le'),
      ends: this.#ends.subarray(from, to),
    }
  }

  #grow(): void {
    const [units, ends] = [new Uint16Array(2 * this.#count), new Int32Array(2 * this.#count)]
    units.set(this.#units)
    ends.set(this.#ends)
    this.#units = units
    this.#ends = ends
  }
}
