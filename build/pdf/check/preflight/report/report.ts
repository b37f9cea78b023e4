import type { Kit } from '../../../../../src/kit.ts'
import type { Verdict } from '../../../../../src/problems/finding.ts'
import type { SheetKind } from '../sheet-format.ts'

/** A control and what it found. */
export type Control = {
  code: string
  titre: string
  pourquoi: string
  limite: string
  verdict: Verdict
  /** What was measured. */
  valeur: string
  /** Pages with a fault, by their place in the file. */
  pages: number[]
  /** One line a fault. */
  details: string[]
}

/** `rapport-prepresse.json`. */
export type PreflightReport = {
  fichier: string
  /** Of the measured bytes. */
  sha256: string
  octets: number
  pages: number
  /** The printing condition that the file is made for. */
  condition: string
  /** How the book is made: its binding, the sheets of its body (folded ones of four pages, or leaves), its paper (g/m², cm³/g,
   *  mm), the spine of a square back in mm. */
  fabrication: {
    fichier: SheetKind
    reliure: Kit['impression']['reliure']
    feuilles: number
    papier: Kit['impression']['papier'] & { epaisseur: number }
    dos: number | null
  }
  /** The worst of all controls. */
  verdict: Exclude<Verdict, 'non-verifie'>
  erreurs: number
  avertissements: number
  /** How the ink was measured. */
  encrage: 'ghostscript' | 'estimation'
  controles: Control[]
}
