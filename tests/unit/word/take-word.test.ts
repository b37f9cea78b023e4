import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPoints } from '../../../build/atelier/worker/new-file.ts'
import { listFiles } from '../../../build/ground/disk/files.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { memoryFolder } from '../../../src/kit/kit-folder.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { type FicheChoice, takeFiche } from '../../../src/word/take-word.ts'
import { manuscripts, titled } from './manuscripts.ts'
import { importing } from './setting.ts'

const BASE = 'tests/fixtures/erreurs/_base'
const { kit } = await readKit(BASE)
const files = new Map(listFiles(BASE).map(path => [path, new Uint8Array(readFileSync(join(BASE, path)))]))
const folder = memoryFolder(files)
const asked: FicheChoice = {
  nom: 'essai',
  famille: null,
  numero: null,
  familles: kit?.familles ?? [],
  jour: '2026-11-03',
}
const textIn = ({ file, files }: { file: string; files: ReadonlyMap<string, Uint8Array> }) =>
  new TextDecoder().decode(files.get(file))

test('the points of an import tell the comments of the Word file and what was guessed, each at its line', async () => {
  let comments = 0
  for (const { nom, bytes } of manuscripts()) {
    const choice = { ...asked, nom, famille: 'levier', numero: 31 }
    const fiche = await takeFiche(folder, bytes, choice)
    const points = await importPoints(fiche)
    const imported = importWord(bytes, { ...importing, ...choice })
    const texts = points.map(({ text }) => text).join('\n')
    for (const { texte, citation } of imported.comments)
      expect(texts, nom).toContain(`« ${texte} », sur « ${citation?.exact} »`)
    for (const { text } of imported.readAs) expect(texts, nom).toContain(text)
    expect(points.filter(({ text }) => text.startsWith('Commentaire'))).toHaveLength(imported.comments.length)
    comments += imported.comments.length
    const lines = textIn(fiche).split('\n')
    for (const { line, words } of points) if (line !== null) expect(lines[line - 1]).toBe(words)
  }
  expect(comments).toBeGreaterThan(0)
})

test.each([
  ['its title', 'un-manuscrit', 'Habiter'],
  ['its number', '04-un-manuscrit', 'Se loger'],
  ['its address', 'un-manuscrit', 'Habitat'],
])(
  'a manuscript is the announced fiche of %s, and has its slug, number and family',
  async (_, nom, titre) => {
    const fiche = await takeFiche(folder, titled(titre, 'Un texte.'), { ...asked, nom })
    expect(fiche.file).toBe('thematiques/04-habitat.md')
    expect(fiche.announced?.titre).toBe('Habiter')
    expect(textIn(fiche)).toMatch(new RegExp(`^---\nnumero: 4\nslug: habitat\ntitre: ${titre}\n`))
    expect(textIn(fiche)).toContain('famille: thematique\n')
  },
)

test('where a person says so, the fiche that was announced stays, or another manuscript takes its place', async () => {
  const own = await takeFiche(folder, titled('Habiter'), { ...asked, famille: 'levier', inPlaceOf: null })
  expect(own.file).toBe('leviers/05-habiter.md')
  const placed = await takeFiche(folder, titled('Se loger'), {
    ...asked,
    inPlaceOf: 'thematiques/04-habitat.md',
  })
  expect(placed.file).toBe('thematiques/04-habitat.md')
})

test('a fiche that has a text stays: the new text lies beside it, or is a fiche of its own where a person says so', async () => {
  const word = titled('Achats', 'Un tout autre texte.')
  const beside = await takeFiche(folder, word, asked)
  expect(beside.file).toBe('leviers/02-achats.nouveau.md')
  expect(textIn(beside)).toMatch(/^---\nnumero: 2\nslug: achats\n/)
  expect(beside.changes?.file).toBe('leviers/02-achats.md')
  expect(beside.changes?.words.map(({ now }) => now).join(' ')).toContain('tout autre texte')
  const own = await takeFiche(folder, word, { ...asked, famille: 'levier', inPlaceOf: null })
  expect(own.file).toBe('leviers/05-achats-2.md')
  expect(textIn(own)).toMatch(/^---\nnumero: 5\nslug: achats-2\n/)
  expect(own.changes).toBeNull()
})

test('the number of a file that cannot be read is not given twice', async () => {
  const unreadable = new Map([...files, ['leviers/31-illisible.md', new Uint8Array([0xff])]])
  const choice = { ...asked, famille: 'levier' }
  expect((await takeFiche(memoryFolder(unreadable), titled('Manger'), choice)).file).toBe(
    'leviers/32-manger.md',
  )
})

test('without a family it is put aside, to be sorted; a kit that cannot be read takes it as well', async () => {
  expect((await takeFiche(folder, titled('Manger'), asked)).file).toBe('a-classer/05-manger.md')
  const broken = new Map([...files, ['kit.yaml', new TextEncoder().encode('titre: [')]])
  const choice = { ...asked, famille: 'levier', familles: [] }
  expect((await takeFiche(memoryFolder(broken), titled('Manger'), choice)).file).toBe('leviers/05-manger.md')
})
