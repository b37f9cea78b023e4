import { diagnose, type Problem, topOf } from '../problems/index.ts'
import type { Corps } from '../text/index.ts'
import { parseBody } from './body/read-body.ts'
import { checkCharacters } from './check-characters.ts'
import { checkTitleWords, checkTypography, checkWritten } from './check-words.ts'
import type { YamlContent } from './draft.ts'
import { decodeText, splitFrontMatter } from './file-text.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import { type Checked, validate } from './validate.ts'
import { parseYaml, type Yaml } from './yaml/parse-yaml.ts'

/** The text of a file, and what is wrong with its bytes and its characters; null when it is none. */
function readText(bytes: Uint8Array, file: string): { text: string | null; problems: Problem[] } {
  const { text, problems } = decodeText(bytes, file)
  return { text, problems: text === null ? problems : checkCharacters(text, file) }
}

/** The YAML of a file of settings. One of comments alone says nothing, and says it rightly where nothing is required. */
export const yamlOfSetting = (text: string, file: string): Yaml =>
  emptied(parseYaml(text, { file, firstLine: 1 }), /^(?:recherche\.|relectures\/)/.test(file) ? [] : {})

const emptied = (yaml: Yaml, nothing: object): Yaml =>
  yaml.sound && yaml.value === null ? { ...yaml, value: nothing } : yaml

/** Rules for a file of settings: its schema, and further checks of this file alone. */
export type SettingForm<S extends Schema> = {
  schema: S
  check?(yaml: Yaml, value: FromSchema<S> | null): Problem[]
}

/** Reads a file of settings and judges it by itself. */
export function readSetting<S extends Schema>(
  bytes: Uint8Array,
  file: string,
  { schema, check }: SettingForm<S>,
): Reading<FromSchema<S>, null> {
  const { text, problems } = readText(bytes, file)
  if (text === null) return { content: null, problems }
  const yaml = yamlOfSetting(text, file)
  const { value, problems: refused } = validate(yaml, schema)
  return {
    content: { yaml, value, corps: null },
    problems: [...problems, ...refused, ...(check?.(yaml, value) ?? []), ...checkWritten(yaml, text)],
  }
}

/** Keys of a front matter whose values are words. */
const texts = ['titre', 'titre_court', 'resume']

/** A fiche has some thousands of signs, and this is a book of a hundred pages: what is pasted by mistake, and no step was made for. */
const MOST_SIGNS = 400_000

/** Reads a fiche or a page and judges it by itself. */
export function readSheet<T>(
  bytes: Uint8Array,
  file: string,
  judge: (yaml: Yaml) => Checked<T>,
): Reading<T, Corps> {
  const { text, problems } = readText(bytes, file)
  if (text === null) return { content: null, problems }
  const split = splitFrontMatter(text, file)
  if (split.parts === null) return { content: null, problems: [...problems, ...split.problems] }
  // From between its two lines `---`.
  const yaml = emptied(parseYaml(split.parts.yaml, { file, firstLine: 2 }), {})
  const { value, problems: refused } = judge(yaml)
  const body = parseBody(split.parts.body, { file, firstLine: split.parts.bodyLine })
  return {
    content: { yaml, value, corps: body.corps },
    problems: [
      ...problems,
      ...immense(text, file),
      ...refused,
      ...checkTitleWords(yaml),
      ...checkTypography(yaml, texts),
      ...checkWritten(yaml, split.parts.yaml),
      ...body.problems,
    ],
  }
}

const immense = (text: string, file: string): Problem[] =>
  text.length > MOST_SIGNS
    ? [
        diagnose('texte-immense', topOf(file), {
          signes: text.length.toLocaleString('fr-FR'),
          maximum: MOST_SIGNS.toLocaleString('fr-FR'),
        }),
      ]
    : []

/** Reading of one file by itself: its content, and the problems that no other file can change: it is true as long as the
 *  bytes of the file and its path stay the same. */
export type Reading<T, C> = {
  /** null: the file is no text, or no page. */
  content: FileContent<T, C> | null
  problems: Problem[]
}

/** `yaml` is what it says, right or wrong; `value` is the same where its schema accepts it, else null. */
type FileContent<T, C> = { yaml: YamlContent; value: T | null; corps: C }

/** Kept readings of files. */
export type Readings = {
  /** The reading of a file with these bytes, as it was kept, or else as `read` makes it. */
  of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>): Reading<T, C>
}

/** Nothing is kept: every file is read. */
export const anew: Readings = { of: (_file, _bytes, read) => read() }

/** Readings of the files whose bytes are still the same ones in memory: after an edit, one file is read. */
export function rememberReadings(): Readings {
  const readings = new Map<string, { bytes: Uint8Array; reading: Reading<unknown, unknown> }>()
  return {
    of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>) {
      const former = readings.get(file)
      if (former?.bytes === bytes) return former.reading as Reading<T, C> // put there by the same reading of this file
      const reading = read()
      readings.set(file, { bytes, reading })
      return reading
    },
  }
}
