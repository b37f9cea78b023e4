import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../../src/problems/finding.ts'
import { unreadable } from '../../judge/audit/index.ts'
import { readEpub } from '../../judge/audit/read/epub.ts'
import { Unreadable } from '../../judge/audit/read/unreadable.ts'
import { PdfFile } from '../../pdf/object/pdf-file.ts'
import type { Edition } from './edition.ts'

/** What opens a file of an edition, by the end of its name. @throws whatever is wrong with it */
const openers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  pdf: bytes => PdfFile.open(bytes).pages.length,
  epub: readEpub,
  json: bytes => JSON.parse(new TextDecoder().decode(bytes)),
}

/** What a control tells that stopped: the edition has a file that no program can read, or the control itself has a fault, which is thrown. */
export async function interrupted({ dir, manifest }: Edition, error: unknown): Promise<Outcome> {
  for (const { path } of manifest.artefacts) {
    const open = openers[/\w+$/.exec(path)?.[0] ?? '']
    try {
      open?.(await readFile(join(dir, path)))
    } catch (cause) {
      return unreadable(new Unreadable(path, cause))
    }
  }
  return unreadable(error)
}
