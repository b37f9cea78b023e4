import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

export type Parts = {
  /** The YAML between the two `---`, which begins on line 2. */
  yaml: string
  body: string
  /** Line of the file where `body` begins, from 1. */
  bodyLine: number
}

/** Parts a page into front matter and body, at the two lines `---`. */
export function splitFrontMatter(
  text: string,
  file: string,
): { parts: Parts | null; diagnostics: Diagnostic[] } {
  const fail = (code: 'fichier-vide' | 'entete-absent' | 'entete-ouvert', values = {}) => ({
    parts: null,
    diagnostics: [diagnose(code, { file, line: 1, column: 1 }, values)],
  })
  if (text.trim() === '') return fail('fichier-vide')
  const opening = /^---[ \t]*(?=\n|$)/.exec(text)
  if (opening === null)
    return fail('entete-absent', {
      remede: /^\s*\n?[ \t]*---[ \t]*\n/.test(text)
        ? 'Supprimer ce qui est avant sa ligne « --- », espaces et lignes vides : elle commence le fichier'
        : 'Commencer le fichier par une ligne « --- », puis numero, slug, titre…, puis une autre ligne « --- »',
    })

  const start = opening[0].length
  const fence = /\n---[ \t]*(?=\n|$)/g
  fence.lastIndex = start
  const closing = fence.exec(text)
  if (closing === null) return fail('entete-ouvert')
  return {
    parts: {
      yaml: text.slice(start + 1, closing.index),
      body: text.slice(fence.lastIndex + 1),
      bodyLine: text.slice(0, fence.lastIndex).split('\n').length + 1,
    },
    diagnostics: [],
  }
}
