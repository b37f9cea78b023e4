import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BlockForm, formOf, textForms, withMarks } from '../../../build/atelier/app/forms/block-form.ts'
import { chartForm } from '../../../build/atelier/app/forms/chart-form.ts'
import { listFiles } from '../../../build/ground/disk/files.ts'
import { blockNamed, blocks } from '../../../src/blocks/list.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'

const forms: readonly BlockForm[] = [...textForms, withMarks(chartForm)]
const formNamed = (titre: string) => forms.find(form => form.title === titre) ?? chartForm

const words = fc
  .array(fc.stringMatching(/^[a-zé0-9|(),.·*-]{1,8}$/u), { minLength: 1, maxLength: 4 })
  .map(list => list.join(' '))
const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 }).map(list => list.join('\n'))
const code = fc.constantFrom('', '69', '2A', '974')

const parts: Record<string, fc.Arbitrary<Record<string, string>>> = {
  'Un exemple': fc.record({ titre: words, lieu: words, code, texte: paragraphs }),
  'Des chiffres': fc.record({ titre: fc.option(words, { nil: '' }), chiffres: paragraphs, source: words }),
  'Une citation': fc.record({ texte: paragraphs, qui: words }),
  'Un « bon à savoir »': fc.record({ titre: words, texte: paragraphs }),
  'Un graphique': fc
    .record({
      type: fc.constantFrom('barres', 'courbe'),
      titre: words,
      source: words,
      cells: fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 4 }),
    })
    .map(({ cells, ...others }) =>
      Object.fromEntries([
        ...Object.entries(others),
        ...cells.flatMap((row, at) => row.map((cell, column) => [`cellule-${at}-${column}`, cell])),
      ]),
    ),
}

test.each(Object.keys(parts))(
  'what the form « %s » writes is read back to the byte, or not at all',
  titre => {
    const form = formNamed(titre)
    let reopened = 0
    fc.assert(
      fc.property(parts[titre] ?? fc.constant({}), said => {
        const block = form.write(said)
        const filled = formOf(forms, block)
        if (!filled) return
        reopened += 1
        expect(filled.form.write(filled.parts)).toBe(block)
      }),
    )
    expect(reopened).toBeGreaterThan(50)
  },
)

test('a block that holds more than the form asks for is left to its author', () => {
  for (const block of [
    '::: exemple Un jardin · Lyon (69)\nUn.\n\n- Une liste\n- deux  \n:::',
    '::: exemple Un jardin ·  Lyon (69)\nUn.\n:::',
    '::: graphique barres Titre\n| A | B |\n|---|---:|\n| x | 3 |\n\nSource : Insee, 2024.\n:::',
    '::: domaines\n- **Habitat** : loger\n  - plus loin\n:::',
    '::: frise\n* 1901 : la loi\n:::',
    '::: inconnu\nUn.\n:::',
  ])
    expect(formOf(forms, block), block).toBeNull()
})

test('a row and a column of a chart that are empty are not written', () => {
  const block = chartForm.write({
    type: 'barres',
    titre: 'Emplois',
    source: 'Insee, 2024.',
    'cellule-0-0': 'Lieu',
    'cellule-0-1': 'Part (%)',
    'cellule-0-2': '',
    'cellule-1-0': 'Lyon | Nord',
    'cellule-1-1': '12,5',
    'cellule-2-0': '',
    'cellule-2-1': '',
  })
  expect(block).toBe(
    '::: graphique barres Emplois\n| Lieu | Part (%) |\n| --- | --- |\n| Lyon \\| Nord | 12,5 |\n\nSource : Insee, 2024.\n:::',
  )
  expect(parseBody(`${block}\n`, { file: 'x.md', firstLine: 1 }).problems).toEqual([])
})

test.each(blocks.map(({ name }) => name))('there is a form for %s, and what it writes has no error', name => {
  const { form } = blockNamed(name)
  if (!form) return expect(forms.some(({ write }) => write({}).startsWith(`::: ${name} `))).toBe(true)
  const asked = form.parts.map(({ name, example }) => [name, example ?? 'Trente emplois.'])
  const block = form.write(Object.fromEntries(asked))
  const errors = parseBody(`${block}\n`, { file: 'x.md', firstLine: 1 }).problems.filter(
    ({ severity }) => severity === 'erreur',
  )
  expect(errors, block).toEqual([])
  expect(formOf(forms, block)?.form.title).toBe(form.title)
})

const written = listFiles('fiches')
  .filter(path => path.endsWith('.md'))
  .flatMap(path => readFileSync(`fiches/${path}`, 'utf8').match(/^::: [\s\S]*?\n:::$/gm) ?? [])

test('the anchor of an example stays out of its fields, and in the block', () => {
  const block = '::: exemple Un jardin · Crest (26) {#exemple-un-jardin}\nUn.\n:::'
  const filled = formOf(forms, block)
  expect(filled?.parts).toMatchObject({ titre: 'Un jardin', lieu: 'Crest', code: '26' })
  expect(filled?.form.write({ ...filled.parts, lieu: 'Die' })).toBe(block.replace('Crest', 'Die'))
  const examples = written.filter(text => text.startsWith('::: exemple'))
  for (const text of examples) expect(formOf(forms, text)?.parts['lieu'] ?? '', text).not.toContain('{')
})

test('figures are bold as far as they are figures, and keep what is bold otherwise', () => {
  const form = formNamed('Des chiffres')
  const lineOf = (chiffres: string) => form.write({ chiffres, source: 'Insee' }).split('\n')[1]
  expect(lineOf('1er employeur du secteur')).toBe('- **1er** employeur du secteur')
  expect(lineOf('12e ville de France')).toBe('- **12e** ville de France')
  expect(lineOf('1/3 des communes')).toBe('- 1/3 des communes')
  expect(lineOf('3 kms de haies')).toBe('- **3** kms de haies')
  expect(lineOf('2,7 millions de salarié.e.s')).toBe('- **2,7 millions** de salarié.e.s')
  const block =
    '::: chiffres Titre {#titre}\n- **7 sur 10** de ces villes {#sept}\n- **15 %** des gens\nSource : Insee.\n:::'
  expect(formOf(forms, block)?.form.write(formOf(forms, block)?.parts ?? {})).toBe(block)
})

test('most blocks of the kit can be changed by their forms', () => {
  const open = written.filter(block => formOf(forms, block) !== null)
  expect(written.length).toBeGreaterThan(100)
  expect(open.length / written.length).toBeGreaterThan(0.8)
})
