import type { Material } from '../../judge/audit/material.ts'
import type { Manifest } from '../manifest.ts'

/** The editions as they lie, and what they are held against. */
export type Edition = {
  material: Material
  /** Folder of the editions. */
  dir: string
  manifest: Manifest
  /** Folder of the press. */
  home: string
  /** Folder of the accepted pictures of this kit, and where the report of the differences goes. */
  baselines: string
  visualReport: string
  /** veraPDF's program, or null: it is not asked. */
  verapdf: string | null
}
