import { readShippedTokens } from '../../../src/kit/tokens.ts'
import type { WordSetting } from '../../../src/word/fiche-to-word.ts'
import type { ImportSetting } from '../../../src/word/import-word.ts'
import { wordToFiche } from '../../../src/word/markdown/write-body.ts'
import { ficheElements } from '../../../src/word/read/fiche-elements.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { paletteOf } from '../../../src/word/write/style-sheet.ts'

/** What a fiche of the tests is written with. */
export const setting: WordSetting = {
  palette: paletteOf(readShippedTokens(), 'levier'),
  auteur: 'RTES',
  jour: '2025-11-01',
  tete: 'Kit d’essai',
  pied: 'RTES, CC BY-NC-SA',
  titles: new Map([['commande-publique', 'Commande publique']]),
  pictures: new Map(),
  charts: [],
}

/** What an import of the tests knows beside its file. */
export const importing: ImportSetting = {
  nom: 'essai',
  famille: null,
  numero: null,
  slug: null,
  familles: [],
  mois: '2026-11',
  taken: new Set(),
  numbers: new Map(),
}

/** An import of a fiche of the family « levier ». */
export const levier: ImportSetting = { ...importing, nom: '03-essai', famille: 'levier' }

/** A fiche read back from its Word file, with the Markdown that the file keeps, and without. */
export function readBack(bytes: Uint8Array): { kept: string; anew: string } {
  const manuscript = readManuscript(bytes)
  const fiche = ficheElements(manuscript.elements)
  return {
    kept: wordToFiche(fiche, manuscript.source).markdown,
    anew: wordToFiche(fiche, null).markdown,
  }
}
