/** Keeps each CMYK pixel (8 bits an ink) under `limit` (%): black stays, the three colours give way together, so that the
 *  hue stays. Changes the pixels in place. */
export function limitInk(pixels: Uint8Array, limit: number): Uint8Array {
  const most = Math.floor((limit * 255) / 100)
  for (let at = 0; at < pixels.length; at += 4) {
    const cyan = pixels[at] as number
    const magenta = pixels[at + 1] as number
    const yellow = pixels[at + 2] as number
    const black = pixels[at + 3] as number
    const colours = cyan + magenta + yellow
    if (colours + black <= most) continue
    const share = Math.max(0, most - black) / colours
    pixels[at] = Math.floor(cyan * share)
    pixels[at + 1] = Math.floor(magenta * share)
    pixels[at + 2] = Math.floor(yellow * share)
  }
  return pixels
}
