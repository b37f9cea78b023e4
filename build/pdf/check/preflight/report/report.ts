import type { Verdict } from '../../../../judge/check.ts'

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
  /** The worst of all controls. */
  verdict: Exclude<Verdict, 'non-verifie'>
  erreurs: number
  avertissements: number
  /** How the ink was measured. */
  encrage: 'ghostscript' | 'estimation'
  controles: Control[]
}
