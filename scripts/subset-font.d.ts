/** The part of subset-font that the press uses; the package ships no types. */
declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default?: number }

  /** @returns the font with the glyphs of `text` alone, its axes within the bounds given, and of its features those that are named. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'sfnt' | 'woff' | 'woff2'
      variationAxes?: Record<string, Axis>
      keepFeatures?: string[]
    },
  ): Promise<Buffer>
}
