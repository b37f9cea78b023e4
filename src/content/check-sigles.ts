import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { names, textAt } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { quote } from './yaml/source.ts'

/** What an acronym stands for is set behind it, in brackets, and in a list: it is no sentence, and does not say the acronym again. */
export function checkSigles(yaml: Yaml): Diagnostic[] {
  return names(yaml.value).flatMap(sigle => {
    const text = textAt({ yaml }, sigle)?.trim() ?? ''
    const bare = text
      .replace(`(${sigle})`, '')
      .replace(/(?<=\p{L}{4})\.$/u, '')
      .replace(/\s+/g, ' ')
      .trim()
    const place = yaml.placeOf([sigle])
    if (text === sigle)
      return [
        diagnose('sigle-developpe', place, {
          sigle,
          cause: 'ne dit que le sigle',
          propose: `${sigle}: les mots que ces lettres abrègent`,
        }),
      ]
    if (bare === '' || bare === text.replace(/\s+/g, ' ')) return []
    const cause = text.includes(`(${sigle})`) ? 'dit encore le sigle' : 'finit par un point'
    return [diagnose('sigle-developpe', place, { sigle, cause, propose: `${sigle}: ${quote(bare)}` })]
  })
}
