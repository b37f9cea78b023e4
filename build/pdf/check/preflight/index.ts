import { createHash } from 'node:crypto'
import type { Kit } from '../../../../src/kit.ts'
import { families as editionFamilies } from '../../page/styles.ts'
import { inksOf } from '../../press/colour/ink.ts'
import { readProfile } from '../../press/colour/profile.ts'
import type { Subject, Verdict } from './check.ts'
import { checks } from './checks/index.ts'
import { measureInk } from './ink/measure-ink.ts'
import { readFile } from './read/read-file.ts'
import type { Control, PreflightReport } from './report/report.ts'

export type { Finding, Verdict } from './check.ts'
export { reportHtml } from './report/html.ts'
export type { Control, PreflightReport } from './report/report.ts'

export type PreflightInput = {
  /** The printer's PDF, as it was written. */
  bytes: Uint8Array
  kit: Kit
  fileName: string
  /** Families that the edition is set in. */
  families?: readonly string[] | undefined
  /** The program of Ghostscript; null: estimate the ink without it. */
  ghostscript?: string | null | undefined
  signal?: AbortSignal | undefined
}

/** Measures the printer's PDF on its own bytes, control by control. What is wrong with it is in the report; whether it
 *  stops a release is for the caller.
 *  @throws Error when the bytes are no PDF, or Ghostscript fails */
export async function preflight(input: PreflightInput): Promise<PreflightReport> {
  const { bytes, kit, fileName, families = editionFamilies, ghostscript = 'gs', signal } = input
  const profile = await readProfile(kit)
  const file = readFile(bytes)
  const ink = await measureInk(bytes, file, ghostscript, signal)
  const subject: Subject = { file, kit, profile, inks: inksOf(kit), ink, families }
  const controles = checks.map(({ code, titre, pourquoi, limite, mesure }): Control => {
    return { code, titre, pourquoi, limite: limite(subject), ...mesure(subject) }
  })
  const count = (...verdicts: Verdict[]) =>
    controles.filter(({ verdict }) => verdicts.includes(verdict)).length
  const erreurs = count('erreur')
  const avertissements = count('avertissement', 'non-mesure')
  return {
    fichier: fileName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    octets: bytes.length,
    pages: file.pages.length,
    condition: profile.description,
    verdict: erreurs > 0 ? 'erreur' : avertissements > 0 ? 'avertissement' : 'conforme',
    erreurs,
    avertissements,
    encrage: ink.method,
    controles,
  }
}
