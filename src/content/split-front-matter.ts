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
  const fail = (code: 'fichier-vide' | 'entete-absent' | 'entete-ouvert') => ({
    parts: null,
    diagnostics: [diagnose(code, { file, line: 1, column: 1 })],
  })
  if (text.trim() === '') return fail('fichier-vide')
  const lines = text.split('\n')
  if (!isFence(lines[0])) return fail('entete-absent')
  const close = lines.findIndex((line, index) => index > 0 && isFence(line))
  if (close === -1) return fail('entete-ouvert')
  return {
    parts: {
      yaml: lines.slice(1, close).join('\n'),
      body: lines.slice(close + 1).join('\n'),
      bodyLine: close + 2,
    },
    diagnostics: [],
  }
}

const isFence = (line: string | undefined) => line !== undefined && /^---[ \t]*$/.test(line)
