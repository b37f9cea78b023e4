import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { decodeText, splitFrontMatter } from '../../../src/kit/file-text.ts'
import { kitSchema } from '../../../src/kit/schemas/kit.ts'
import { validate } from '../../../src/kit/validate.ts'
import { parseYaml } from '../../../src/kit/yaml/parse-yaml.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { runs } from '../../thorough.ts'
import { editKit } from './edit-kit.ts'

/** Text that looks enough like a kit to get past the first test of every reader. */
const scraps = [
  ...['titre', 'numero', 'famille', 'edition', 'familles', 'slug', 'statut', '__proto__', 'constructor'],
  ...[': ', ' : ', '\n', '\n  ', '- ', ', ', '# ', '\t', '\r\n', '\u00a0', '\u0000', '\ufeff'],
  ...`: { } [ ] " ' # &a *a !b | > levier a-paraitre 8 2025-11 null --- é 😀 <<`.split(' '),
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

function expectInside(problems: readonly Problem[], source: string): void {
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  for (const { place } of problems) {
    const line = lines[place.line - 1]
    expect(line, `line ${place.line} of ${lines.length}`).toBeDefined()
    expect(place.column).toBeGreaterThanOrEqual(1)
    expect(place.column).toBeLessThanOrEqual((line?.length ?? 0) + 1)
  }
}

test('le YAML : jamais d’exception, et un lieu est dans son texte', () => {
  fc.assert(
    fc.property(text, source => {
      const lf = source.replace(/\r\n?/g, '\n')
      const yaml = parseYaml(lf, { file: 'f', firstLine: 1 })
      expectInside(validate(yaml, kitSchema).problems, lf)
    }),
    { numRuns: runs(200) },
  )
})

test('l’en-tête : rien ne se perd entre les deux lignes ---', () => {
  fc.assert(
    fc.property(text, text, (yaml, body) => {
      const head = yaml.replaceAll('---', '')
      const { parts } = splitFrontMatter(`---\n${head}\n---\n${body}`, 'f')
      expect(parts).toEqual({ yaml: head, body, bodyLine: head.split('\n').length + 3 })
    }),
  )
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcdeéèàçoœuls’'), minLength: 1, maxLength: 9 })
  .map(part => `z${part}`)
const words = fc.array(word, { minLength: 1, maxLength: 9 })

test('l’en-tête : aucun mot ne se perd, quelle que soit son écriture', () => {
  /** The ways to write one text in YAML. */
  const ways: ((text: string[]) => string)[] = [
    text => text.join(' '),
    text => `'${text.join(' ')}'`,
    text => `"${text.join(' ')}"`,
    text => `>-\n  ${text.join('\n  ')}`,
    text => `|-\n  ${text.join('\n  ')}`,
    text => `[${text.join(', ')}]`,
    text => `\n  - ${text.join('\n  - ')}`,
    text => `# ${text.join(' ')}\n  ${text.join(' ')}`,
  ]
  const written = fc.tuple(words, fc.constantFrom(...ways))
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 6 }), entries => {
      const yaml = entries.map(([text, way], index) => `cle${index}: ${way(text)}\n`).join('')
      const { value } = parseYaml(yaml, { file: 'f', firstLine: 1 })
      const read = Object.values(value as Record<string, string | string[]>).map(found =>
        [found].flat().join(' '),
      )
      expect(read.map(found => found.split(/\s+/))).toEqual(entries.map(([text]) => text))
    }),
    { numRuns: runs(50) },
  )
})

test('l’UTF-8 : tout texte se lit, et le premier mauvais octet est trouvé', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(0x80, 0xbf, 0xc0, 0xe9, 0xf5, 0xff),
      fc.string(),
      (good, bad, after) => {
        const bytes = (content: string) => new TextEncoder().encode(content)
        const lf = good.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
        expect(decodeText(bytes(good), 'f').text).toBe(lf)
        const spoilt = new Uint8Array([...bytes(good), bad, ...bytes(`.${after}`)])
        const { text, problems } = decodeText(spoilt, 'f')
        expect(text).toBeNull()
        expect(problems[0]?.place).toEqual({
          file: 'f',
          line: lf.split('\n').length,
          column: lf.length - lf.lastIndexOf('\n'),
        })
      },
    ),
  )
})

test('readKit : jamais d’exception, quel que soit le texte d’une fiche ou de kit.yaml', async () => {
  await using kit = await editKit(null)
  await fc.assert(
    fc.asyncProperty(text, text, text, async (front, body, settings) => {
      const fiche = `---\nnumero: 3\nslug: contrats\n${front}\n---\n${body}`
      await writeFile(join(kit.dir, 'leviers/03-contrats.md'), fiche)
      await writeFile(join(kit.dir, 'partenaires.yaml'), settings)
      const { problems } = await readKit(kit.dir)
      expectInside(
        problems.filter(({ place }) => place.file.endsWith('contrats.md')),
        fiche,
      )
      expectInside(
        problems.filter(({ place }) => place.file === 'partenaires.yaml'),
        settings.replace(/^\ufeff/, ''),
      )
    }),
    { numRuns: runs(15) },
  )
})
