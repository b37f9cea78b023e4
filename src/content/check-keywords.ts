import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { declared, texts } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** A keyword that holds a semicolon or a comma was to be several. */
export const checkKeywords = (yaml: Yaml): Diagnostic[] =>
  texts(declared({ yaml }, 'mots_cles')).flatMap(({ text: valeur, index }) => {
    if (!/[;,]/.test(valeur)) return []
    const words = valeur.split(/[;,]/).map(word => word.trim())
    const propose = `[${words.filter(Boolean).join(', ')}]`
    return [diagnose('mots-cles-colles', yaml.placeOf(['mots_cles', index]), { valeur, propose })]
  })
