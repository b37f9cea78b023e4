import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { fillGuide } from '../../../scripts/fill-guide.ts'
import { blocks } from '../../../src/blocks/index.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { splitFrontMatter } from '../../../src/kit/file-text.ts'
import { fichePublieeSchema } from '../../../src/kit/schemas/fiche.ts'
import { validate } from '../../../src/kit/validate.ts'
import { parseYaml } from '../../../src/kit/yaml/parse-yaml.ts'

const guide = await readFile(new URL('../../../docs/guide-redaction.md', import.meta.url), 'utf8')

/** The code examples of one language. */
const examples = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(match => match[1] ?? '')

test('les tables sont à jour (npm run generate)', () => {
  expect(fillGuide(guide)).toBe(guide)
})

test('une table qui change se voit', () => {
  expect(fillGuide(guide.replace('| `numero` | oui |', '| `numero` |  |'))).toBe(guide)
  expect(() => fillGuide(guide.replace('START fiche ', 'START fich '))).toThrow('no place for: fiche')
})

test.each(blocks.map(({ name }) => name))('le bloc %s a sa section et son exemple', nom => {
  expect(guide).toContain(`### \`${nom}\`\n`)
  expect(examples('markdown').some(example => example.startsWith(`::: ${nom}`))).toBe(true)
})

describe('ce que le guide donne à copier est juste', () => {
  test.each(examples('markdown'))('%s', example => {
    const { parts } = splitFrontMatter(example, 'guide')
    const front =
      parts && validate(parseYaml(parts.yaml, { file: 'guide', firstLine: 2 }), fichePublieeSchema)
    expect(front?.problems ?? []).toEqual([])
    expect(parseBody(parts?.body ?? example, { file: 'guide', firstLine: 1 }).problems).toEqual([])
  })

  test.each([...examples('yaml'), ...examples('json')])('%s', example => {
    expect(parseYaml(example, { file: 'guide', firstLine: 1 }).problems).toEqual([])
  })
})
