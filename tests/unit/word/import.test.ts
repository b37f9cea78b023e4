import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { wordsOf } from '../../../src/word/words.ts'
import { runs } from '../../thorough.ts'
import { documentOf, docxOf, manuscripts, p, run, titled, wordOf } from './manuscripts.ts'
import { levier } from './setting.ts'

describe('manuscripts as people write them', () => {
  test.each(manuscripts())('$nom', async ({ nom, bytes, attendu }) => {
    const imported = importWord(bytes, { ...levier, nom })
    expect(imported.lost).toEqual([])
    expect(imported.words).toBeGreaterThan(20)
    const remarks = [
      ...imported.complete.map(({ line, text }) => `à compléter ${line} : ${text}`),
      ...imported.readAs.map(({ line, text }) => `à vérifier ${line} : ${text}`),
      ...imported.comments.map(({ auteur, texte, citation }) => `${auteur} : ${texte} | ${citation?.exact}`),
      ...imported.messages,
    ]
    await expect(`${imported.markdown}\n<!--\n${remarks.join('\n')}\n-->\n`).toMatchFileSnapshot(attendu)
    // What an import writes has no fault but what it says is missing.
    const body = imported.markdown.slice(imported.markdown.indexOf('\n---\n') + 5)
    const { problems } = parseBody(body, { file: 'essai.md', firstLine: 1 })
    expect(problems.filter(({ severity }) => severity === 'erreur')).toEqual([])
  })
})

test('no word is lost, whatever the paragraphs are', () => {
  const word = fc.constantFrom(
    ...['Exemple – Lyon (69) : un marché', 'Exemple : Brest, la ville agit.', 'Un titre · Lille (59)'],
    ...['Chiffres clés', '12 % des achats', 'Source : Insee', 'Pour aller plus loin', 'Bon à savoir : ici'],
    ...['- tiret', 'o rond', '1) premier', '2) second', 'a) lettre', '# dièse', '[[achats]]', ':::'],
    ...['« Une phrase entre guillemets, longue. » — Ana Lo, élue', '— Camille Martin, adjointe'],
    ...['Résumé : tout', 'Mots-clés : a, b', 'a*b_c [d] &amp; | e', '::: info Titre', '{picto=search}'],
  )
  const set = fc.constantFrom(
    '',
    '<w:pStyle w:val="Heading1"/>',
    '<w:outlineLvl w:val="1"/>',
    '<w:ind w:left="1000"/>',
  )
  const look = fc.constantFrom('', '<w:b/>', '<w:u w:val="single"/>', '<w:i/>')
  const paragraph = fc
    .tuple(word, set, look)
    .map(([text, at, look]) => `<w:p><w:pPr>${at}</w:pPr>${run(text, look)}</w:p>`)
  const cell = word.map(text => `<w:tc>${p(text)}</w:tc>`)
  const table = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(rows => `<w:tbl>${rows.map(row => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`)
  const body = fc.array(fc.oneof({ weight: 6, arbitrary: paragraph }, table), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(body, paragraphs => {
      const imported = importWord(wordOf(...paragraphs), levier)
      expect(imported.lost).toEqual([])
      expect(wordsOf(imported.markdown).length).toBeGreaterThan(8)
    }),
    { numRuns: runs(25) },
  )
})

test.each([
  ['1. Un début | 2. Une suite', 'Un début | Une suite'],
  ['I. Un début | II. Une suite | A) détail', 'Un début | Une suite | Détail'],
  ['1 – un début | 1.1 Une suite | 2 – La fin', 'Un début | Une suite | La fin'],
  ['Levier n°3 : agir | Le reste', 'Agir | Le reste'],
  // A lone « 1. » begins a count that was not gone on with; another number alone belongs to its title, and so does a figure.
  ['1. Un début | Une suite', 'Un début | Une suite'],
  ['4. Un début | Une suite', '4. Un début | Une suite'],
  [
    '2.7 millions d’emplois | 10.6 % des salariés | 3 leviers',
    "2.7 millions d'emplois | 10.6 % des salariés | 3 leviers",
  ],
])('titles %j are read as %j', (written, read) => {
  const paragraphs = ['Texte.', ...written.split(' | ')].map((text, at) =>
    p(text, at === 0 ? '' : '<w:pStyle w:val="Heading2"/>'),
  )
  const { markdown, lost } = importWord(wordOf(...paragraphs), levier)
  expect(lost).toEqual([])
  expect([...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title).join(' | ')).toBe(read)
})

test.each([
  [0, '##'],
  [3, '##'],
  [8, '##'],
  [9, null],
])('a style of outline level %i is a title: %j', (level, mark) => {
  const sheet = `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Perso"><w:name w:val="Perso"/><w:pPr><w:outlineLvl w:val="${level}"/></w:pPr></w:style></w:styles>`
  const document = documentOf(p('Un texte.'), p('Le mot', '<w:pStyle w:val="Perso"/>'), p('Un texte.'))
  const { markdown } = importWord(docxOf({ 'word/document.xml': document, 'word/styles.xml': sheet }), levier)
  expect(/^(#*) ?Le mot$/m.exec(markdown)?.[1] || null).toBe(mark)
})

test('what is struck out stays and what is hidden does not: both are told', () => {
  const paragraph = [
    run('La ville achète '),
    run('beaucoup ', '<w:strike/>'),
    run('trop', '<w:strike/><w:b/>'),
    run(' autrement'),
    run(', à revoir', '<w:vanish/>'),
    run(' ici', '<w:vanish w:val="false"/>'),
    run(' là', '<w:strike w:val="0"/>'),
    run(' ', '<w:vanish/>'),
    run('.', '<w:dstrike/>'),
  ].join('')
  const imported = importWord(wordOf(p('Un titre.'), `<w:p>${paragraph}</w:p>`), levier)
  expect(imported.markdown).toContain('La ville achète beaucoup **trop** autrement ici là.')
  expect(imported.lost).toEqual([])
  expect(imported.words).toBe(wordsOf('Un titre. La ville achète beaucoup trop autrement ici là.').length)
  expect(imported.messages).toEqual([
    'Texte barré, gardé comme du texte : « beaucoup trop ». Le supprimer dans la fiche s’il ne devait plus y être.',
    'Texte barré, gardé comme du texte : « . ». Le supprimer dans la fiche s’il ne devait plus y être.',
    'Texte masqué, laissé de côté : « , à revoir »',
  ])
})

describe('a fiche has a number of its own', () => {
  const numbers = new Map([
    [3, 'achats'],
    [7, 'habitat'],
  ])
  const numbered = (titre: string, setting: { nom: string; numero?: number }) => {
    const bytes = titled(titre, 'Texte.')
    const { head, messages, lost } = importWord(bytes, { ...levier, ...setting, numbers })
    expect(lost).toEqual([])
    return [head.rows.find(([key]) => key === 'numero')?.[1], messages]
  }

  test.each([
    ['free', 'Culture', { nom: '05-culture' }, '5', []],
    ['taken', 'Culture', { nom: '03-culture' }, '8', ['Numéro 8 : le 3 est déjà celui de « achats ».']],
    [
      'asked for, taken',
      'Culture',
      { nom: 'culture', numero: 7 },
      '8',
      ['Numéro 8 : le 7 est déjà celui de « habitat ».'],
    ],
    ['none', 'Culture', { nom: 'culture' }, '8', ['Numéro 8 : le document n’en donne pas.']],
    ['its own', 'Achats', { nom: '03-achats' }, '3', []],
    [
      'none, of a fiche that is there',
      'Achats',
      { nom: 'achats' },
      '3',
      ['Numéro 3, que la fiche a déjà : le document n’en donne pas.'],
    ],
  ])('%s', (_, titre, setting, numero, messages) => {
    expect(numbered(titre, setting)).toEqual([numero, messages])
  })
})
