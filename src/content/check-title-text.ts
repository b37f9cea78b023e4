import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { createMarkdown } from '../markdown/markdown.ts'
import { declared } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { quote } from './yaml/source.ts'

const signes =
  /\*\*(?=[^*]+\*\*)|\[\[(?=[^\]]*\]\])|\{(?=picto=|\.[a-z]+\})|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i

const { unescapeAll } = createMarkdown().utils

/** The texts of a front matter and of settings are no Markdown: its signs would be printed. */
export function checkTitleText(yaml: Yaml, keys: readonly string[]): Diagnostic[] {
  return keys.flatMap(key => {
    const text = declared({ yaml }, key)
    if (typeof text !== 'string') return []
    const quoted = /^[“”„]\s*(.+?)\s*[“”]$/su.exec(text.trim())
    if (quoted)
      return [
        diagnose('guillemets-entete', yaml.placeOf([key]), {
          cle: key,
          propose: `${key}: ${quote(quoted[1] ?? '')}`,
        }),
      ]
    const match = signes.exec(text)
    if (match === null) return []
    const propose = `${key}: ${quote(unescapeAll(text).replace(/\*\*|\[\[|\]\]|\s*\{(?:picto=|\.)[^}]*\}/g, ''))}`
    return [
      diagnose('signes-entete', yaml.placeOf([key], 'valeur', match.index), {
        cle: key,
        trouve: match[0],
        propose,
      }),
    ]
  })
}
