import type { Check } from '../check.ts'
import { annotations } from './annotations.ts'
import { boites } from './boites.ts'
import { encrage } from './encrage.ts'
import { espaces } from './espaces.ts'
import { fichier } from './fichier.ts'
import { filets } from './filets.ts'
import { glyphesAbsents } from './glyphes-absents.ts'
import { intention } from './intention.ts'
import { metadonnees } from './metadonnees.ts'
import { noirEnrichi } from './noir-enrichi.ts'
import { pagination } from './pagination.ts'
import { palette } from './palette.ts'
import { policesFamilles } from './polices-familles.ts'
import { policesIncorporees } from './polices-incorporees.ts'
import { policesType3 } from './polices-type-3.ts'
import { reperes } from './reperes.ts'
import { resolution } from './resolution.ts'
import { rvb } from './rvb.ts'
import { surimpression } from './surimpression.ts'
import { transparence } from './transparence.ts'

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
