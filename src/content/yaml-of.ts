import { decodeText } from './decode-text.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { parseYaml, type Yaml } from './yaml/parse-yaml.ts'

/** The YAML of a file of settings. One of comments alone says nothing, and says it rightly where nothing is required. */
export const yamlOfSetting = (text: string, file: string): Yaml =>
  emptied(parseYaml(text, { file, firstLine: 1 }), file === 'recherche.yaml' ? [] : {})

/** The YAML of a page, from between its two lines `---`. */
export const yamlOfFrontMatter = (text: string, file: string): Yaml =>
  emptied(parseYaml(text, { file, firstLine: 2 }), {})

const emptied = (yaml: Yaml, nothing: object): Yaml =>
  yaml.sound && yaml.value === null ? { ...yaml, value: nothing } : yaml

/** Where the values of a file stand that was read before. They are looked for when somebody asks: few files have a fault. */
export function placesLater(bytes: Uint8Array, file: string): Yaml['placeOf'] {
  let yaml: Yaml | undefined
  return (...asked) => {
    yaml ??= yamlIn(decodeText(bytes, file).text ?? '', file)
    return yaml.placeOf(...asked)
  }
}

function yamlIn(text: string, file: string): Yaml {
  if (!file.endsWith('.md')) return yamlOfSetting(text, file)
  return yamlOfFrontMatter(splitFrontMatter(text, file).parts?.yaml ?? '', file)
}
