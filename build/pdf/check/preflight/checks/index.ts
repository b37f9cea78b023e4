import type { PressCheck } from '../check.ts'
import { annotations } from './annotations.ts'
import { boxes } from './boxes.ts'
import { codes } from './codes.ts'
import { colourSpaces } from './colour-spaces.ts'
import { embeddedFonts } from './embedded-fonts.ts'
import { wholeFile } from './file.ts'
import { fontFamilies } from './font-families.ts'
import { hairlines } from './hairlines.ts'
import { inkBleed } from './ink-bleed.ts'
import { inkCoverage } from './ink-coverage.ts'
import { metadata } from './metadata.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { outputIntent } from './output-intent.ts'
import { overprint } from './overprint.ts'
import { pagination } from './pagination.ts'
import { palette } from './palette.ts'
import { printerMarks } from './printer-marks.ts'
import { resolution } from './resolution.ts'
import { reversedText } from './reversed-text.ts'
import { rgb } from './rgb.ts'
import { richBlack } from './rich-black.ts'
import { transparency } from './transparency.ts'
import { type3Fonts } from './type-3-fonts.ts'

/** In the order of the report: paper, colour, letters, pictures, file. */
export const checks = [
  boxes,
  pagination,
  printerMarks,
  rgb,
  colourSpaces,
  palette,
  inkCoverage,
  richBlack,
  reversedText,
  embeddedFonts,
  type3Fonts,
  fontFamilies,
  missingGlyphs,
  resolution,
  hairlines,
  codes,
  transparency,
  overprint,
  annotations,
  outputIntent,
  metadata,
  wholeFile,
] as const satisfies readonly PressCheck[]

/** What only a raster tells. */
export const rasterChecks = [inkBleed] as const satisfies readonly PressCheck[]
