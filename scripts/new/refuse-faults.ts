import { memoryFolder } from '../../src/content/kit-folder.ts'
import { readKitFolder } from '../../src/content/read-kit.ts'
import { formatDiagnostics } from '../../src/diagnostics/format.ts'
import { UsageError } from '../command.ts'

/** Nothing is written that the check would refuse.
 *  @param files a kit, or as much of it as its new files are judged by
 *  @param only the new one of them; without it, all are
 *  @throws UsageError with what the check says */
export async function refuseFaults(
  files: ReadonlyMap<string, string>,
  dir: string,
  only?: string,
): Promise<void> {
  const encoder = new TextEncoder()
  const folder = memoryFolder(new Map([...files].map(([file, text]) => [file, encoder.encode(text)])))
  const errors = (await readKitFolder(folder)).diagnostics.filter(
    ({ severity, place }) => severity === 'erreur' && (only === undefined || place.file === only),
  )
  if (errors.length > 0)
    throw new UsageError(`Rien n’est écrit :\n${formatDiagnostics(errors, 'texte', dir)}`)
}
