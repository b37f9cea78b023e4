import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { maskAddresses } from '../markdown/lint/mask.ts'
import { findingsOf } from '../markdown/lint/rule.ts'
import { motLong } from '../markdown/lint/rules.ts'
import { trapsIn } from '../markdown/traps.ts'
import { textsIn } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** Whatever a file says in YAML may be printed: no word in it is too long for a line, and no character is named (`\\u202e`) that
 *  nobody may type. Those that are typed are reported where the file is read as a text. */
export function* checkWritten({ value, placeOf }: Yaml, source: string): Generator<Diagnostic> {
  for (const { text, path, part } of textsIn(value)) {
    const escaped = trapsIn(text).filter(
      ({ offset }) => !source.includes(String.fromCodePoint(text.codePointAt(offset) ?? 0)),
    )
    for (const { code, caractere } of escaped.slice(0, 1))
      yield diagnose(code, placeOf(path, part), { caractere })
    for (const { offset, ...words } of findingsOf(motLong, maskAddresses(text)))
      yield diagnose('mot-long', placeOf(path, part, part === 'cle' ? 0 : offset), words)
  }
}
