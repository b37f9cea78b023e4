import type { Draft } from '../sound-pdf.ts'

/** Changes a sound file in one place. */
export type Spoiler = (draft: Draft) => void | Promise<void>

/** How one control is proven: what must fail it, and what is near and passes. */
export type Proof = {
  code: string
  verdict: 'erreur' | 'remarque'
  faults: Case[]
  nearMisses: Case[]
}
export type Case = {
  name: string
  spoil: Spoiler
  /** Pages at fault. */
  pages?: number[]
  /** Part of one detail. */
  detail?: string
  /** Other controls that the same fault touches. */
  also?: string[]
}
