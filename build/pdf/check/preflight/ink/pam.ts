/** Reads CMYK pages in PAM form as they come, and forgets each: a raster of a whole edition would fill the memory.
 *  @param onPage receives each page's darkest point, the sum of its four inks, each from 0 to 255, and which of its pixels bear ink
 *  @see https://netpbm.sourceforge.net/doc/pam.html */
export function pamReader(onPage: (darkest: number, page: Inked) => void) {
  let header: Buffer = Buffer.alloc(0)
  let expected = 0
  let page: Inked = { width: 0, height: 0, inked: new Uint8Array(0) }
  let pixel = 0
  let darkest = 0
  let sum = 0
  let channel = 0

  const readPixels = (chunk: Buffer): Buffer => {
    const end = Math.min(expected, chunk.length)
    for (let at = 0; at < end; at++) {
      sum += chunk[at] as number
      if (++channel < 4) continue
      if (sum > darkest) darkest = sum
      page.inked[pixel++] = sum > 0 ? 1 : 0
      sum = channel = 0
    }
    expected -= end
    if (expected === 0) onPage(darkest, page)
    return chunk.subarray(end)
  }
  const readHeader = (chunk: Buffer): Buffer => {
    header = Buffer.concat([header, chunk])
    const end = header.indexOf(END)
    if (end < 0) return Buffer.alloc(0)
    const text = header.subarray(0, end).toString('latin1')
    const rest = header.subarray(end + END.length)
    const [width, height, depth, most] = ['WIDTH', 'HEIGHT', 'DEPTH', 'MAXVAL'].map(key =>
      Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(text)?.[1]),
    )
    if (!width || !height || depth !== 4 || most !== 255) throw new Error(`not a page in CMYK: ${text}`)
    expected = width * height * depth
    page = { width, height, inked: new Uint8Array(width * height) }
    pixel = 0
    darkest = 0
    header = Buffer.alloc(0)
    return rest
  }
  return {
    push(chunk: Buffer) {
      let rest = chunk
      while (rest.length > 0) rest = expected > 0 ? readPixels(rest) : readHeader(rest)
    },
    /** Did the last page come to its end? */
    isWhole: () => expected === 0 && header.length === 0,
  }
}

/** The pixels of a page, row by row: 1 where there is ink. */
export type Inked = { width: number; height: number; inked: Uint8Array }

const END = Buffer.from('ENDHDR\n')
