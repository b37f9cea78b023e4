import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Draft } from '../draft.ts'
import { checkFichiers, checkLivre, checkSite } from './book.ts'
import { checkContrastes } from './contrast.ts'
import { checkCouleurs, checkFamilles, checkPartenaires } from './families.ts'
import { checkEncres } from './inks.ts'
import { checkAncres, checkNumeros, checkSlugs, checkTitres } from './names.ts'
import { checkImages } from './pictures.ts'
import { checkRenvois } from './references.ts'

/** What the files of a kit must say of each other. None knows another; their order does not matter. */
export type Check = (draft: Draft) => Iterable<Diagnostic>

export const checks = [
  checkFichiers,
  checkLivre,
  checkFamilles,
  checkCouleurs,
  checkContrastes,
  checkEncres,
  checkSite,
  checkNumeros,
  checkSlugs,
  checkTitres,
  checkPartenaires,
  checkRenvois,
  checkImages,
  checkAncres,
] as const satisfies readonly Check[]
