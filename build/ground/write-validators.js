import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'rolldown'

const CONTENT = 'src/kit'

/** Writes the module that replaces `src/kit/validator-of.ts`: ajv's functions for the schemas, made ahead so that no command
 *  waits.
 *  @param {string} home folder of the press @throws ajv's error for a schema that is not strict */
export async function writeValidators(home) {
  const { ajvOptions, vocabulary, ...exported } = await load(home)
  const named = Object.entries(exported).filter(([, { $id }]) => $id !== undefined)
  const schemas = named.map(([, schema]) => schema)
  const ajv = new Ajv2020({ ...ajvOptions, schemas, code: { source: true, esm: true } })
  ajv.addVocabulary(vocabulary)
  const names = schemas.map(({ $id }, index) => [`check${index}`, $id])
  const code = standalone
    .default(ajv, Object.fromEntries(names))
    // Drops the value and the path of the keyword from errors: the parent schema, which is read, has the value too.
    .replace(/,schema:(?:(?!,parentSchema:)[^{}\n])+(?=,parentSchema:)/g, '')
    .replace(/,schemaPath:"[^"]*"/g, '')
  // Refers to the schema of the press instead of a copy.
  const shared = named.reduce(
    (text, [name, schema]) => text.replace(`= ${JSON.stringify(schema)};`, () => `= ${name};`),
    code,
  )
  const byId = names.map(([name, $id]) => `${JSON.stringify($id)}: ${name}`)
  return `${importsOf(home)}\n${shared}\nconst byId = { ${byId.join(', ')} }\nexport const validatorOf = ({ $id }) => byId[$id]\n`
}

/** Imports every schema from its module. @param {string} home */
const importsOf = home =>
  readdirSync(join(home, CONTENT, 'schemas'))
    .flatMap(file => {
      const source = readFileSync(join(home, CONTENT, 'schemas', file), 'utf8')
      const names = [...source.matchAll(/^export const (\w+Schema)\b/gm)].map(([, name]) => name)
      return names.length === 0 ? [] : `import { ${names.join(', ')} } from './schemas/${file}'`
    })
    .join('\n')

/** Loads the modules of schemas, compiled for this process. @param {string} home */
async function load(home) {
  const files = readdirSync(join(home, CONTENT, 'schemas'))
  const source = join(home, CONTENT, 'schemas.js')
  const { output } = await build({
    input: source,
    platform: 'node',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'schemas',
        resolveId: id => (id === source ? id : null),
        load: id =>
          id === source ? files.map(file => `export * from './schemas/${file}'`).join('\n') : null,
      },
    ],
  })
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)
}
