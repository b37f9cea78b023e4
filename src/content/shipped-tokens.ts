import { readFile } from 'node:fs/promises'
import { type TokensJson, tokensSchema } from './schemas/tokens.ts'
import { validate } from './validate.ts'
import { violationsOf } from './violations.ts'
import { parseYaml } from './yaml/parse-yaml.ts'

const path = new URL('../../styles/tokens.json', import.meta.url)

/** The colours of the press, `styles/tokens.json`. @throws Error when that file is not what its schema says: a fault of
 *  the press, not of a kit. */
export async function readShippedTokens(): Promise<TokensJson> {
  const text = await readFile(path, 'utf8')
  // It is nearly always right, and read at every start: its places are looked for when they are to be told.
  return acceptedJson(text) ?? acceptedYaml(text)
}

function acceptedJson(text: string): TokensJson | null {
  try {
    const value: unknown = JSON.parse(text)
    return violationsOf(value, tokensSchema).length === 0 ? (value as TokensJson) : null
  } catch (error) {
    // Told with its place by whoever reads it as YAML.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function acceptedYaml(text: string): TokensJson {
  const { value, diagnostics } = validate(
    parseYaml(text, { file: 'styles/tokens.json', firstLine: 1 }),
    tokensSchema,
  )
  if (value !== null) return value
  const [first] = diagnostics
  throw new Error(`styles/tokens.json:${first?.place.line}:${first?.place.column} ${first?.message}`)
}
