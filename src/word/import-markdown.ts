import { splitFrontMatter } from '../content/file-text.ts'
import { parseYaml } from '../content/yaml/parse-yaml.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseBody } from '../markdown/body/read-body.ts'
import { type Head, headOf, withHead } from './front-matter.ts'
import { type HeadSetting, headToComplete, importHead } from './import-head.ts'
import type { Imported } from './import-word.ts'
import { UnreadableWord } from './read/open-package.ts'
import { wordsOf } from './words.ts'

/** A Markdown file as a fiche: its text stays as it is, below a front matter that is completed. A heading `#` that opens it is its title.
 *  @throws UnreadableWord that says in French what Markdown of the kit has no sign for */
export function importMarkdown(text: string, setting: HeadSetting): Imported {
  const { parts } = splitFrontMatter(text, '')
  const { yaml, body, bodyLine } = parts ?? { yaml: '', body: text, bodyLine: 1 }
  refuseFaults(parseYaml(yaml, { file: '', firstLine: 2 }).diagnostics)
  const written = headOf(yaml)
  const titled = written.titre === '' ? openingTitle(body) : { titre: written.titre, rest: body }
  const firstLine = bodyLine + body.slice(0, body.length - titled.rest.length).split('\n').length - 1
  refuseFaults(parseBody(titled.rest, { file: '', firstLine }).diagnostics)
  const { head, messages } = importHead({ ...written, titre: titled.titre }, setting)
  const markdown = withHead(head, titled.rest, text)
  return {
    markdown,
    head,
    complete: [...headToComplete(head, markdown)],
    readAs: [],
    pictures: [],
    comments: [],
    messages: [...messages],
    words: wordsOf(text).length,
    lost: [],
  }
}

function openingTitle(body: string): { titre: Head['titre']; rest: string } {
  const [opening = '', titre = ''] = /^\s*#[ \t]+(.+)\n*/.exec(body) ?? []
  return { titre: titre.trim(), rest: body.slice(opening.length) }
}

function refuseFaults(diagnostics: readonly Diagnostic[]): void {
  const fault = diagnostics.find(({ severity }) => severity === 'erreur')
  if (!fault) return
  const { place, message, hint } = fault
  throw new UnreadableWord(`ligne ${place.line} : ${message} ${hint}.`)
}
