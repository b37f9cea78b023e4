import { type Finding, onPage } from '../../../../src/problems/finding.ts'
import { PdfFile } from '../../object/pdf-file.ts'
import { checkpoints } from './checkpoints/index.ts'
import { inspect } from './inspect.ts'

export { checkpoints, unchecked } from './checkpoints/index.ts'

/** A fault, and the checkpoint that found it. */
export type AccessibilityFinding = Finding & { checkpoint: string }

/** Looks in a finished PDF for all that a program can see of PDF/UA-1, and what PDF/A-2a asks beside. `checkpoints` lists what is looked for, `unchecked`
 *  what is not: what a person must judge, and what these files cannot have (a checkpoint says so if they do).
 *  @returns the faults, by checkpoint, then by page; none: the file passes
 *  @see ISO 14289-1, Matterhorn Protocol 1.02 */
export async function checkAccessibility(bytes: Uint8Array): Promise<AccessibilityFinding[]> {
  try {
    const file = inspect(bytes)
    return checkpoints.flatMap(({ id, run }) =>
      [...run(file)]
        .sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
        .map(finding => ({ checkpoint: id, ...finding })),
    )
  } catch (error) {
    // What cannot be read at all fails the check; anything else is a fault of ours.
    if (!(error instanceof SyntaxError)) throw error
    if (isEncrypted(bytes)) return [{ checkpoint: '26-001', ...onPage(null, 'Le fichier est chiffré.') }]
    const finding = onPage(null, `Le fichier ne peut pas être lu : ${error.message}.`)
    return [{ checkpoint: '01-005', ...finding }]
  }
}

/** Whether the reason why a file cannot be read is that it is encrypted. */
function isEncrypted(bytes: Uint8Array): boolean {
  try {
    return PdfFile.open(bytes).trailer.has('Encrypt')
  } catch {
    return false
  }
}
