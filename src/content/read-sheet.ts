import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { checkTitleText, checkTitleWords } from './check-title-text.ts'
import { checkTypography } from './check-typography.ts'
import { checkWritten } from './check-written.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import type { Checked } from './validate.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { yamlOfFrontMatter } from './yaml-of.ts'

/** What makes of a body as much as is asked for, and judges it: `readBody` or `parseBody`. */
export type ReadBody<C> = (
  source: string,
  place: { file: string; firstLine: number },
) => { corps: C; diagnostics: Diagnostic[] }

/** What a front matter says in words. */
const texts = ['titre', 'titre_court', 'resume']

/** A fiche has some thousands of signs, and this is a book of a hundred pages: what is pasted by mistake, and no step was made for. */
const MOST_SIGNS = 400_000

/** Reads a fiche or a page and judges it by itself. */
export function readSheet<T, C>(
  bytes: Uint8Array,
  file: string,
  { judge, readBody }: { judge(yaml: Yaml): Checked<T>; readBody: ReadBody<C> },
): Reading<T, C> {
  const { text, diagnostics } = readText(bytes, file)
  if (text === null) return { said: null, diagnostics }
  const split = splitFrontMatter(text, file)
  if (split.parts === null) return { said: null, diagnostics: [...diagnostics, ...split.diagnostics] }
  const yaml = yamlOfFrontMatter(split.parts.yaml, file)
  const { value, diagnostics: refused } = judge(yaml)
  const body = readBody(split.parts.body, { file, firstLine: split.parts.bodyLine })
  return {
    said: { written: yaml.value, value, corps: body.corps },
    diagnostics: [
      ...diagnostics,
      ...immense(text, file),
      ...refused,
      ...checkTitleText(yaml, texts),
      ...checkTitleWords(yaml),
      ...checkTypography(yaml, texts),
      ...checkWritten(yaml, split.parts.yaml),
      ...body.diagnostics,
    ],
  }
}

const immense = (text: string, file: string): Diagnostic[] =>
  text.length > MOST_SIGNS
    ? [
        diagnose(
          'texte-immense',
          { file, line: 1, column: 1 },
          {
            signes: text.length.toLocaleString('fr-FR'),
            maximum: MOST_SIGNS.toLocaleString('fr-FR'),
          },
        ),
      ]
    : []
