import type { Finding, Verdict } from '../check.ts'

/** A control and what it found. */
export type Control = Finding & { code: string; titre: string; pourquoi: string; limite: string }

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
  verdict: Exclude<Verdict, 'non-mesure'>
  erreurs: number
  avertissements: number
  /** How the ink was measured. */
  encrage: 'ghostscript' | 'estimation'
  controles: Control[]
}
