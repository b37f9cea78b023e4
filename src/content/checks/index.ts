import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Draft } from '../draft.ts'
import { checkAncres } from './ancres.ts'
import { checkContrastes } from './contrastes.ts'
import { checkCouleurs } from './couleurs.ts'
import { checkEncres } from './encres.ts'
import { checkFamilles } from './familles.ts'
import { checkFichiers } from './fichiers.ts'
import { checkImages } from './images.ts'
import { checkLivre } from './livre.ts'
import { checkNumeros } from './numeros.ts'
import { checkPartenaires } from './partenaires.ts'
import { checkQuestions } from './questions.ts'
import { checkRenvois } from './renvois.ts'
import { checkSite } from './site.ts'
import { checkSlugs } from './slugs.ts'
import { checkTitres } from './titres.ts'

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
  checkQuestions,
] as const satisfies readonly Check[]
