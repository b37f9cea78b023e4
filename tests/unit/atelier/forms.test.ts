import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf, forms } from '../../../build/atelier/app/forms/block-form.ts'
import { listFiles } from '../../../build/ground/disk/files.ts'
import { blocks } from '../../../src/blocks/index.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { iconFile } from '../../../src/text/icon-files.ts'
import { type Form, type Parts, pictos, writeParts } from '../../../src/text/index.ts'

function formNamed(title: string): Form {
  const form = forms.find(form => form.title === title)
  if (!form) throw new Error(`no form « ${title} »`)
  return form
}

/** The same block, when nothing is changed in its form; null: it has none. */
function reopened(block: string): string | null {
  const filled = formOf(block)
  return filled && writeParts(filled.form, filled.parts, block)
}

/** The block with one field filled in otherwise. */
function changed(block: string, fields: Parts): string {
  const filled = formOf(block)
  if (!filled) throw new Error(`no form opens: ${block}`)
  return writeParts(filled.form, { ...filled.parts, ...fields }, block)
}

const errorsOf = (text: string) =>
  parseBody(`${text}\n`, { file: 'x.md', firstLine: 1 }).problems.filter(
    ({ severity }) => severity === 'erreur',
  )

/** The parts of texts that have a form, as an author wrote them. */
const partsIn = (text: string) =>
  text.match(/^::: [\s\S]*?\n:::$|^### .*$|^!\[.*\)$|^\|.*\|(?:\n\|.*\|)+$/gm) ?? []
const textsIn = (folder: string) =>
  listFiles(folder)
    .filter(path => path.endsWith('.md'))
    .map(path => readFileSync(`${folder}/${path}`, 'utf8'))

test.each([
  'fiches',
  'tests/visual/carnet',
  'tests/fixtures/kits/autre',
  'tests/fixtures/loi',
  'tests/fixtures/erreurs/_base',
])(
  'all blocks, tables, pictures and levers of %s open in their forms, and are the same bytes when nothing is changed',
  folder => {
    const parts = textsIn(folder).flatMap(partsIn)
    for (const part of parts) expect(reopened(part), part).toBe(part)
    expect(parts.length).toBeGreaterThan(0)
  },
)

test('the blocks of the fixtures, right or wrong, are the same bytes where they open', () => {
  const parts = textsIn('tests/fixtures/blocks').flatMap(partsIn)
  const known = parts.filter(part =>
    blocks.some(({ name }) => new RegExp(`^::: ${name}(?![\\w-])`).test(part)),
  )
  for (const part of parts) expect(reopened(part) ?? part, part).toBe(part)
  const closed = known.filter(part => formOf(part) === null)
  // They lack what makes them such a block: a chart its table, a diagram its picture.
  for (const part of closed) expect(part).toMatch(/^::: (?:graphique|schema)/)
  expect(known.length).toBeGreaterThan(60)
})

const words = fc
  .array(fc.stringMatching(/^[a-zé0-9|(),.·*:{}[\]-]{1,8}$/u), { minLength: 1, maxLength: 4 })
  .map(list => list.join(' '))
const body = fc
  .array(
    fc.oneof(
      words,
      words.map(text => `- ${text}`),
      fc.constant(''),
      words.map(text => `  ${text}`),
    ),
    { maxLength: 6 },
  )
  .map(lines => lines.join('\n'))
const opening = fc.constantFrom(
  'exemple Titre · Lyon (69)',
  'exemple A · B',
  'chiffres',
  'chiffres Titre',
  'citation',
  'propos',
  'definition Mot',
  'loi Loi',
  'info Titre',
  'idees-recues',
  'frise Dates',
  'domaines Titre',
  'ressources',
)

test('two hundred blocks of any content are the same bytes, and change where a field changes alone', () => {
  fc.assert(
    fc.property(
      opening,
      fc.constantFrom('', ' {#ancre}'),
      body,
      fc.constantFrom('', '\nSource : Insee', '\n\n— Nom'),
      (head, mark, text, end) => {
        const block = `::: ${head}${mark}\n${text}${end}\n:::`
        expect(reopened(block)).toBe(block)
        const { parts = {}, form } = formOf(block) ?? {}
        if (!parts['titre'] || !form) return
        expect(changed(block, { titre: 'Un autre' })).toBe(block.replace(parts['titre'], 'Un autre'))
      },
    ),
    { numRuns: 200 },
  )
})

test.each(forms.map(({ title }) => title))(
  'what the form « %s » writes has no error, and opens in it',
  title => {
    const form = formNamed(title)
    const fields: Parts = {}
    for (const { name, example = 'Trente emplois.', items, kind, choices } of form.parts) {
      if (items)
        for (const [column, { example: cell = '', choices: some }] of items.columns.entries())
          fields[`${name}-0-${column}`] = cell || Object.keys(some ?? {})[0] || ''
      else if (kind === 'table')
        for (const [at, cell] of ['Année', 'Part (%)', '2024', '12'].entries())
          fields[`${name}-${Math.floor(at / 2)}-${at % 2}`] = cell
      else if (choices) fields[name] = 'barres'
      else fields[name] = { picture: 'images/x.svg', picto: 'house' }[String(kind)] ?? example
    }
    const block = writeParts(form, fields)
    expect(errorsOf(`## Les leviers {.leviers}\n\n${block}`), block).toEqual([])
    expect(formOf(block)?.form.title, block).toBe(title)
    expect(formOf(block)?.parts).toEqual(fields)
  },
)

test('one part changes, and all others stay as they were written', () => {
  const block = '::: exemple Un jardin · Crest (26) {#exemple-un-jardin}\nUn.\n\n- Une liste\n- deux  \n:::'
  expect(formOf(block)?.parts).toMatchObject({ titre: 'Un jardin', lieu: 'Crest', code: 'Drôme' })
  expect(changed(block, { lieu: 'Die' })).toBe(block.replace('Crest', 'Die'))
  expect(changed(block, { code: 'Puy-de-Dôme' })).toBe(block.replace('26', '63'))
  expect(changed(block, { code: "Côte-d'Or, nord" })).toBe(block.replace('26', '21/59'))
  expect(changed(block, { code: '' })).toBe(block.replace(' (26)', ''))
  expect(changed(block, { texte: 'Un.\nDeux.\n- a\n- b' })).toContain('\nUn.\n\nDeux.\n\n- a\n- b\n:::')
  const figures =
    '::: chiffres {#titre}\n- **7 sur 10** de ces villes {#sept}\n- **15 %** des gens\n  ici\nSources : Insee.\n:::'
  expect(changed(figures, { 'lignes-0-0': '8 sur 10' })).toBe(figures.replace('7 sur', '8 sur'))
  expect(changed(figures, { 'lignes-2-0': '3', 'lignes-2-1': 'de plus' })).toContain(
    '  ici\n- **3** de plus\nSources',
  )
  expect(changed(figures, { 'lignes-0-0': '', 'lignes-0-1': '' })).not.toContain('sept')
  const list = '::: ressources\n- [Guide](https://x.fr), RTES, 2024 {#g}\n- Sans gras, 2020\n:::'
  expect(formOf(list)?.parts).toMatchObject({ 'lignes-0-1': 'https://x.fr', 'lignes-1-0': 'Sans gras, 2020' })
  expect(changed(list, { 'lignes-0-1': '' })).toBe(list.replace('[Guide](https://x.fr)', '**Guide**'))
})

test('a row and a column of a table that are empty are not written', () => {
  const block = writeParts(formNamed('Un graphique'), {
    type: 'barres',
    titre: 'Emplois',
    source: 'Insee, 2024.',
    'tableau-0-0': 'Lieu',
    'tableau-0-1': 'Part (%)',
    'tableau-0-2': '',
    'tableau-1-0': 'Lyon | Nord',
    'tableau-1-1': '12,5',
    'tableau-2-0': '',
    'tableau-2-1': '',
  })
  expect(block).toBe(
    '::: graphique barres Emplois\n| Lieu | Part (%) |\n| --- | --- |\n| Lyon \\| Nord | 12,5 |\n\nSource : Insee, 2024.\n:::',
  )
  expect(errorsOf(block)).toEqual([])
})

test('each pictogram of the French table is one', () => {
  expect(Object.keys(pictos).filter(name => iconFile(name) === null)).toEqual([])
})

test.each([
  ['Rhône (la métropole)', '69'],
  ['puy-de-dome', '63'],
  ['Nord, Pas-de-Calais', '59/62'],
  ['Quelque part', 'Quelque part'],
])('the département of « %s » is %s', (departement, code) => {
  const block = writeParts(formNamed('Un exemple'), { titre: 'T', lieu: 'L', code: departement, texte: 'X.' })
  expect(block).toContain(`(${code})`)
})

test.each(['www.exemple.fr/guide', 'exemple.fr/guide'])(
  'a resource at %s gets the rest of its address',
  address => {
    const form = formNamed('Des ressources')
    const [items = ''] = form.parts.flatMap(({ name, items }) => (items ? name : []))
    const row = { [`${items}-0-0`]: 'Guide', [`${items}-0-1`]: address, [`${items}-0-2`]: '' }
    expect(writeParts(form, row)).toContain(`- [Guide](https://${address})`)
  },
)
