import type { Check, Look } from '../../../src/problems/finding.ts'
import { judgeAccessibility } from './accessibility.ts'
import { judgeBookCover } from './book-cover.ts'
import { judgeCodes } from './codes.ts'
import type { Edition } from './edition.ts'
import { judgeExcerpt } from './excerpt.ts'
import { judgeFichePdfs } from './fiche-pdfs.ts'
import { judgeIdentity } from './identity.ts'
import { judgePdfAsides } from './pdf-asides.ts'
import { judgePrepress } from './prepress.ts'
import { judgePress } from './press/index.ts'
import { judgeSharePictures } from './share-pictures.ts'
import { askVeraPdf } from './verapdf.ts'
import { judgeVisual } from './visual.ts'

type GateCheck = Check<Edition, Look>

const check = (id: string, title: string, run: GateCheck['run']): GateCheck => ({ id, title, run })

/** What a release is asked beside the audit of what its editions say, in the order of the report. */
export const gateChecks: readonly GateCheck[] = [
  check('visuel', 'Les pages sont celles qu’une personne a regardées et acceptées', judgeVisual),
  check(
    'identite',
    'Chaque PDF dit de lui-même ce que dit le kit : titre, auteur, sujet, date',
    judgeIdentity,
  ),
  check('pdf-fiches', 'Le PDF de chaque fiche a les pages et les numéros du kit', judgeFichePdfs),
  check(
    'extraits',
    'Les fiches que l’on choisit une à une ont les pages et les numéros du kit',
    judgeExcerpt,
  ),
  check('couverture-livre', 'La couverture du livre numérique est celle du kit imprimé', judgeBookCover),
  check(
    'images-partage',
    'L’image que montre un lien partagé est la tête de la page où il mène',
    judgeSharePictures,
  ),
  check('codes', 'Les codes QR et le code-barres mènent à la fiche, au site et au livre', judgeCodes),
  check(
    'pdf-ua',
    'Les PDF à lire à l’écran suivent PDF/UA-1, pour autant qu’un programme le voie',
    judgeAccessibility,
  ),
  check(
    'sens-pdf',
    'Les sigles, les listes numérotées et les dessins du PDF disent ce qu’ils sont',
    judgePdfAsides,
  ),
  check('verapdf', 'veraPDF accepte les PDF à lire à l’écran : PDF/UA-1 et PDF/A-2a', judgeByVeraPdf),
  check('imprimeur', 'Le PDF pour l’imprimeur imprime ce que montre le PDF à lire', judgePress),
  check('prepresse', 'Le PDF pour l’imprimeur passe le contrôle de prépresse', judgePrepress),
]

function judgeByVeraPdf({ material, dir, manifest, verapdf }: Edition): Look {
  return askVeraPdf(dir, manifest, { command: verapdf, signal: material.signal })
}
