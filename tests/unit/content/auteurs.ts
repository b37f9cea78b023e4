import { readdirSync, readFileSync } from 'node:fs'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { formatDiagnostics } from '../../../src/diagnostics/format.ts'
import { blocks } from '../../../src/markdown/blocks/index.ts'

/** What an author, naive or hostile, did to the faultless kit (`edits`, see `editKit`), and what `kit check` says. */
export type Entree = { titre: string; edits: string; attendu: string }

export const auteursDir = new URL('../../fixtures/auteurs/', import.meta.url)

export const auteursFiles: readonly string[] = readdirSync(auteursDir)
  .filter(name => name.endsWith('.txt'))
  .sort()

/** The inputs of one file: title, `.`, edits, `.`, the lines of `kit check`, `.`. */
export function readEntrees(file: string): Entree[] {
  const parts = readFileSync(new URL(file, auteursDir), 'utf8').split(/^\.$\n/m)
  const entrees: Entree[] = []
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [titre = '', edits = '', attendu = ''] = parts.slice(at, at + 3)
    entrees.push({ titre: titre.trim(), edits, attendu })
  }
  return entrees
}

export const writeEntrees = (entrees: readonly Entree[]): string =>
  entrees.map(({ titre, edits, attendu }) => `${titre}\n.\n${edits}.\n${attendu}.\n`).join('\n')

/** The lines that `kit check` prints of these problems, without the count; what nobody would see as `\u{200b}`, the
 *  names of all blocks as `{blocs}`. */
export function checkedLines(diagnostics: readonly Diagnostic[]): string {
  const lines = formatDiagnostics(diagnostics, 'texte').split('\n').slice(0, -2)
  return lines
    .map(line => `${line}\n`)
    .join('')
    .replace(blocks.map(({ name }) => name).join(', '), '{blocs}')
    .replace(/[\p{Cf}\p{Co}\p{M}\u00a0\u202f]/gu, found => `\\u{${found.codePointAt(0)?.toString(16)}}`)
}
