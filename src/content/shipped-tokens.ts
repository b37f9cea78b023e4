import { readFile } from 'node:fs/promises'
import { type TokensJson, tokensSchema } from './schemas/tokens.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml/parse-yaml.ts'

const path = new URL('../../styles/tokens.json', import.meta.url)

/** The colours of the press, `styles/tokens.json`. @throws Error when that file is not what its schema says: a fault of
 *  the press, not of a kit. */
export async function readShippedTokens(): Promise<TokensJson> {
  const yaml = parseYaml(await readFile(path, 'utf8'), { file: 'styles/tokens.json', firstLine: 1 })
  const { value, diagnostics } = validate(yaml, tokensSchema)
  if (value === null) {
    const [first] = diagnostics
    throw new Error(`styles/tokens.json:${first?.place.line}:${first?.place.column} ${first?.message}`)
  }
  return value
}
