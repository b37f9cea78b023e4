/** Bytes that are laid one after the other, one for each letter, without a string for each object. */
export class Pile {
  #bytes = Buffer.allocUnsafe(1 << 16)
  length = 0

  add(text: string): void {
    const bytes = this.room(text.length)
    this.length += bytes.write(text, this.length, 'latin1')
  }

  endLine(): void {
    this.room(1)[this.length++] = 10
  }

  /** Makes room for so many bytes more.
   *  @returns where to lay them, from `length` on: whoever does moves it */
  room(count: number): Buffer {
    if (this.length + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.length + count))
      larger.set(this.#bytes.subarray(0, this.length))
      this.#bytes = larger
    }
    return this.#bytes
  }

  /** What was laid, until more is. */
  slice(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end)
  }
}
