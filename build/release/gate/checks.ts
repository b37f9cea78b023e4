import type { Check, Outcome } from '../../judge/check.ts'
import { readArtefact } from '../manifest.ts'
import { judgeAccessibility } from './accessibility.ts'
import { judgeBookCover } from './book-cover.ts'
import { judgeCodes } from './codes.ts'
import { judgeComposition } from './composition.ts'
import type { Edition } from './edition.ts'
import { judgeExcerpt } from './excerpt.ts'
import { judgeFichePdfs } from './fiche-pdfs.ts'
import { judgeIdentity } from './identity.ts'
import { judgePrepress } from './prepress.ts'
import { judgePress } from './press/index.ts'
import { judgeSharePictures } from './share-pictures.ts'
import { askVeraPdf } from './verapdf.ts'
import { judgeVisual } from './visual.ts'

/** What a release is asked beside the audit of what its editions say, in the order of the report. */
export const gateChecks: readonly Check<Edition, Promise<Outcome>>[] = [
  {
    id: 'visuel',
    title: 'Les pages sont celles qu’une personne a regardées et acceptées',
    run: judgeVisual,
  },
  {
    id: 'composition',
    title: 'Les pages des fiches sont pleines, sans grand blanc',
    run: async ({ material, dir, manifest }) =>
      judgeComposition(material, await readArtefact(dir, manifest, 'pdf-ecran')),
  },
  {
    id: 'identite',
    title: 'Chaque PDF dit de lui-même ce que dit le kit : titre, auteur, sujet, date',
    run: ({ material, dir, manifest }) => judgeIdentity(material, dir, manifest),
  },
  {
    id: 'pdf-fiches',
    title: 'Le PDF de chaque fiche a les pages et les numéros du kit',
    run: ({ material, ...edition }) => judgeFichePdfs(material, edition),
  },
  {
    id: 'extraits',
    title: 'Les fiches que l’on choisit une à une ont les pages et les numéros du kit',
    run: ({ material, ...edition }) => judgeExcerpt(material, edition),
  },
  {
    id: 'couverture-livre',
    title: 'La couverture du livre numérique est celle du kit imprimé',
    run: ({ material, ...edition }) => judgeBookCover(material, edition),
  },
  {
    id: 'images-partage',
    title: 'L’image que montre un lien partagé est la tête de la page où il mène',
    run: ({ material, home }) => judgeSharePictures(material, home),
  },
  {
    id: 'codes',
    title: 'Les codes QR et le code-barres mènent à la fiche, au site et au livre',
    run: ({ material, ...edition }) => judgeCodes(material, edition),
  },
  {
    id: 'pdf-ua',
    title: 'Les PDF à lire à l’écran suivent PDF/UA-1, pour autant qu’un programme le voie',
    run: ({ material, dir, manifest }) => judgeAccessibility(dir, manifest, material.signal),
  },
  {
    id: 'verapdf',
    title: 'veraPDF accepte les PDF à lire à l’écran : PDF/UA-1 et PDF/A-2a',
    run: ({ material, dir, manifest, verapdf }) =>
      askVeraPdf(dir, manifest, { command: verapdf, signal: material.signal }),
  },
  {
    id: 'imprimeur',
    title: 'Le PDF pour l’imprimeur imprime ce que montre le PDF à lire',
    run: judgePress,
  },
  {
    id: 'prepresse',
    title: 'Le PDF pour l’imprimeur passe le contrôle de prépresse',
    run: ({ dir, manifest }) => judgePrepress(dir, manifest),
  },
]
