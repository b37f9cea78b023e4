import type { Check } from '../check.ts'
import { annotations } from './annotations.ts'
import { boites } from './boxes.ts'
import { espaces } from './colour-spaces.ts'
import { policesIncorporees } from './embedded-fonts.ts'
import { fichier } from './file.ts'
import { policesFamilles } from './font-families.ts'
import { filets } from './hairlines.ts'
import { encrage } from './ink-coverage.ts'
import { metadonnees } from './metadata.ts'
import { glyphesAbsents } from './missing-glyphs.ts'
import { intention } from './output-intent.ts'
import { surimpression } from './overprint.ts'
import { pagination } from './pagination.ts'
import { palette } from './palette.ts'
import { reperes } from './printer-marks.ts'
import { resolution } from './resolution.ts'
import { rvb } from './rgb.ts'
import { noirEnrichi } from './rich-black.ts'
import { transparence } from './transparency.ts'
import { policesType3 } from './type-3-fonts.ts'

/** In the order of the report: paper, colour, letters, pictures, file. */
export const checks = [
  boites,
  pagination,
  reperes,
  rvb,
  espaces,
  palette,
  encrage,
  noirEnrichi,
  policesIncorporees,
  policesType3,
  policesFamilles,
  glyphesAbsents,
  resolution,
  filets,
  transparence,
  surimpression,
  annotations,
  intention,
  metadonnees,
  fichier,
] as const satisfies readonly Check[]
