import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { word } from './artefacts/word.ts'
import { buildKit, errorsIn, fiches, openCopies, unexpected } from './planted-edition.ts'

const controls = ['mots-word', 'forme-word']

/** What the small kit's first fiche lacks, for Word to show. */
const MORE = `
## Planter à plusieurs

Demander le [guide de la plantation](https://example.org/guide).

Planter *avant* l'hiver.

1. creuser un trou ;
2. poser l'arbre.

| Essence | Hauteur (m) |
|---|---:|
| Tilleul | 30 |
| Chêne | 35 |

::: graphique courbe Arbres plantés chaque année
| Année | Chênes | Tilleuls |
|---|---:|---:|
| 2010 | 12 | 40 |
| 2015 | 25 | 30 |
| 2025 | 60 | 18 |
Source : Atelier des essais, 2030.
:::
`

let dir: string
let copies: Awaited<ReturnType<typeof openCopies>>
const folder = () => join(dir, 'fiches')

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-word-'))
  await cp(fiches, folder(), { recursive: true })
  const append = async (path: string, text: string) => {
    const file = join(folder(), path)
    await writeFile(file, `${await readFile(file, 'utf8')}${text}`)
  }
  await append('kit.yaml', '\nreutilisation: { word: true }\n')
  await append('reperes/01-planter-un-arbre.md', MORE)
  await buildKit(folder(), join(dir, 'saine'))
  copies = await openCopies(join(dir, 'saine'))
})
afterAll(async () => {
  await copies?.[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

it('the sound edition brings no finding', async () => {
  expect(await errorsIn(join(dir, 'saine'), controls, folder())).toEqual({})
})

it.each(word.map(fault => [fault.what, fault] as const))('%s', async (_, { plant, finds }) => {
  const copy = await copies.next()
  await plant(copy)
  expect(unexpected(await errorsIn(copy.dir, controls, folder()), finds)).toEqual([])
})
