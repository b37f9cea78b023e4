import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStanding, type Standing } from '../../../build/preview/standing.ts'
import { memoryFolder } from '../../../src/content/memory-folder.ts'

const KIT = 'tests/fixtures/kits/autre'
const FICHE = 'pratiques/07-faire-le-tour.md'
const OTHER = 'reperes/03-voir-de-loin.md'

let files: Map<string, Uint8Array>
beforeEach(() => {
  files = new Map(
    readdirSync(KIT, { recursive: true, encoding: 'utf8' })
      .filter(path => /\.\w+$/.test(path))
      .map(path => [path, readFileSync(join(KIT, path))]),
  )
})

const textOf = (file: string) => new TextDecoder().decode(files.get(file))
function edit(file: string, change: (text: string) => string): void {
  const text = textOf(file)
  const changed = change(text)
  if (changed === text) throw new Error(`${file} is not changed`)
  files.set(file, new TextEncoder().encode(changed))
}
const reader = () => openStanding(memoryFolder(files))

/** Fiches of the kit that is shown, with what each says first. */
const shown = ({ kit }: Standing) =>
  Object.fromEntries(
    kit?.fiches.map(fiche => [
      fiche.slug,
      fiche.statut === 'a-paraitre' ? fiche.statut : fiche.corps.source,
    ]) ?? [],
  )
const withError = (text: string) => text.replace('famille: pratique', 'famille: pratiques')
const withSentence = (text: string) => text.replace('\n## ', '\nUne phrase de plus.\n\n## ')

describe('a file with an error', () => {
  test('is shown as it last had none, while the others go on', async () => {
    const read = reader()
    const before = shown(await read())
    edit(FICHE, text => withSentence(withError(text)))
    edit(OTHER, withSentence)
    const standing = await read()
    expect(standing.diagnostics.some(({ place }) => place.file === FICHE)).toBe(true)
    expect(shown(standing)['faire-le-tour']).toBe(before['faire-le-tour'])
    expect(shown(standing)['voir-de-loin']).toContain('Une phrase de plus.')
  })

  test('is shown as it stands once it is mended', async () => {
    const read = reader()
    await read()
    const sound = textOf(FICHE)
    edit(FICHE, withError)
    await read()
    files.set(FICHE, new TextEncoder().encode(withSentence(sound)))
    expect(shown(await read())['faire-le-tour']).toContain('Une phrase de plus.')
  })

  test.each([
    ['its family', withError],
    ['its number', (text: string) => text.replace('numero: 7', 'numero: sept')],
    ['its whole front matter', (text: string) => text.replace('---\n', '')],
    ['its YAML', (text: string) => text.replace('titre: ', 'titre: "')],
  ])(
    'that never was without is announced, with an error in %s: what leads to it is still there',
    async (_, spoil) => {
      edit(FICHE, spoil)
      const standing = await reader()()
      expect(standing.diagnostics.some(({ severity }) => severity === 'erreur')).toBe(true)
      expect(shown(standing)['faire-le-tour']).toBe('a-paraitre')
      // It has a cross-reference to the fiche that is wrong.
      expect(shown(standing)['voir-de-loin']).toContain('[[faire-le-tour]]')
    },
  )

  test('of settings stands as it was', async () => {
    const read = reader()
    await read()
    edit('kit.yaml', text => text.replace('annee: 2031', 'annee: deux'))
    edit(OTHER, withSentence)
    const standing = await read()
    expect(standing.kit?.edition.annee).toBe(2031)
    expect(shown(standing)['voir-de-loin']).toContain('Une phrase de plus.')
    files.delete('kit.yaml')
    expect((await read()).kit?.edition.annee).toBe(2031)
  })
})

test('what is at a glance is what stands in the folder', async () => {
  const read = reader()
  await read()
  edit(FICHE, withError)
  const { glance } = await read()
  expect(glance.sheets.find(({ file }) => file === FICHE)).toMatchObject({ famille: 'pratiques', numero: 7 })
})

test('of two fiches with one number both wait, and no other', async () => {
  const read = reader()
  const before = shown(await read())
  edit(FICHE, text => text.replace('numero: 7', 'numero: 3'))
  edit('liminaires/01-mode-d-emploi.md', text => `${text}\nUne phrase de plus.\n`)
  const standing = await read()
  expect(shown(standing)).toEqual(before)
  expect(standing.kit?.pages[0]?.corps.source).toContain('Une phrase de plus.')
})

test('nothing is shown of a folder without settings', async () => {
  files.delete('kit.yaml')
  expect((await reader()()).kit).toBeNull()
})

test('a fiche that is gone is gone', async () => {
  const read = reader()
  await read()
  edit(OTHER, text => text.replace('[[faire-le-tour]]', 'celle-là'))
  files.delete(FICHE)
  expect(Object.keys(shown(await read()))).not.toContain('faire-le-tour')
})
