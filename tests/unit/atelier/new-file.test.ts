import { expect, test } from 'vitest'
import { headOfWord, importedFile } from '../../../build/atelier/worker/new-file.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { documentOf, docxOf, manuscripts, p } from '../word/manuscripts.ts'

test('an import tells the comments of the Word file and what it guessed, as the command does', async () => {
  const { kit } = await readKit('tests/fixtures/erreurs/_base')
  const choice = { nom: 'essai', famille: 'levier', numero: 31, announced: null }
  let told = 0
  for (const { nom, bytes } of manuscripts()) {
    const { file, files, points } = await importedFile(kit, new Map(), { ...choice, nom, bytes })
    const setting = {
      ...choice,
      nom,
      mois: '2025-11',
      taken: new Set<string>(),
      numbers: new Map(),
      slug: null,
      familles: kit?.familles ?? [],
    }
    const { comments, readAs } = importWord(bytes, setting)
    const texts = points.map(({ text }) => text).join('\n')
    for (const { texte, citation } of comments)
      expect(texts, nom).toContain(`« ${texte} », sur « ${citation?.exact} »`)
    for (const { text } of readAs) expect(texts, nom).toContain(text)
    expect(points.filter(({ text }) => text.startsWith('Commentaire'))).toHaveLength(comments.length)
    told += comments.length
    // Each point stands at the line that it shows.
    const lines = new TextDecoder().decode(files.get(file)).split('\n')
    for (const { line, words } of points) if (line !== null) expect(lines[line - 1]).toBe(words)
  }
  expect(told).toBeGreaterThan(0)
})

test('a Word file tells its family and the announced fiche that it is', async () => {
  const { kit } = await readKit('tests/fixtures/erreurs/_base')
  const title = (text: string) =>
    docxOf({ 'word/document.xml': documentOf(p(text, '<w:pStyle w:val="Title"/>')) })
  expect(await headOfWord(kit, 'un-manuscrit', title('Habiter'))).toEqual({
    titre: 'Habiter',
    famille: 'thematique',
    announced: 'thematiques/04-habitat.md',
  })
  expect(await headOfWord(kit, '04-un-manuscrit', title('Se loger'))).toMatchObject({
    announced: 'thematiques/04-habitat.md',
  })
  expect(await headOfWord(kit, 'un-manuscrit', title('Manger'))).toMatchObject({
    famille: null,
    announced: null,
  })
})

test('in the place of an announced fiche an import has its slug and its number', async () => {
  const { kit } = await readKit('tests/fixtures/erreurs/_base')
  const choice = { nom: 'habiter', famille: 'thematique', numero: 4, announced: 'thematiques/04-habitat.md' }
  const bytes = docxOf({
    'word/document.xml': documentOf(p('Habiter mieux', '<w:pStyle w:val="Title"/>'), p('Un texte.')),
  })
  const { file, files } = await importedFile(kit, new Map(), { ...choice, bytes })
  expect(file).toBe('thematiques/04-habitat.md')
  expect(new TextDecoder().decode(files.get(file))).toMatch(
    /^---\nnumero: 4\nslug: habitat\ntitre: Habiter mieux\n/,
  )
})

test('the number of a file that cannot be read is not given twice', async () => {
  const { kit } = await readKit('tests/fixtures/erreurs/_base')
  const bytes = docxOf({ 'word/document.xml': documentOf(p('Manger', '<w:pStyle w:val="Title"/>')) })
  const choice = { nom: 'manger', famille: 'levier', numero: null, announced: null }
  const kitFiles = new Map([['leviers/31-illisible.md', new Uint8Array([0xff])]])
  expect((await importedFile(kit, kitFiles, { ...choice, bytes })).file).toBe('leviers/32-manger.md')
})
