import { avertissement, type Entry } from './entry.ts'

/** Problems that only the finished pages show. */
export const edition = {
  'fiche-longue': avertissement(
    'La fiche fait {pages} pages imprimées, {maximum} au plus sont souhaitables.',
    'Resserrer le texte, ou partager la fiche en deux.',
  ),
  'titre-en-bas': avertissement(
    'Page {page}, le titre « {titre} » reste seul au bas de la page imprimée.',
    'Allonger ou raccourcir un peu le texte qui précède.',
  ),
  'forme-simple': avertissement(
    'À partir de la page {page}, les encadrés sont imprimés sous le texte : dans la marge, des mots auraient été perdus.',
    'Raccourcir les encadrés les plus longs, ou les partager.',
  ),
} as const satisfies Record<string, Entry>
