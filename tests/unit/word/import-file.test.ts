import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import command from '../../../scripts/commands/import.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { editKit } from '../content/edit-kit.ts'
import { titled } from './manuscripts.ts'
import { setting } from './setting.ts'

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
afterEach(() => printed.mockClear())

/** Imports a file of the folder that holds the kit. @returns the exit code and what a person reads */
async function importInto(kit: { dir: string }, name: string, bytes: Uint8Array) {
  const cwd = join(kit.dir, '..')
  await writeFile(join(cwd, name), bytes)
  const context = { cwd, env: {}, signal: new AbortController().signal }
  printed.mockClear()
  const code = await command.run(command.parse([name, '--famille', 'levier']), context)
  return { code, said: printed.mock.calls.flat().join('\n') }
}

const levers = async ({ dir }: { dir: string }) => (await readdir(join(dir, 'leviers'))).sort()

test('a fiche that exists is never changed: the new text lies beside it, each time under a name of its own', async () => {
  await using kit = await editKit(null)
  const first = await importInto(kit, '9-vieillir.docx', titled('Vieillir chez soi', 'La ville aide.'))
  expect(first.code).toBe(0)
  const path = join(kit.dir, 'leviers/09-vieillir-chez-soi.md')
  const before = await readFile(path, 'utf8')
  const there = await levers(kit)

  for (const beside of ['09-vieillir-chez-soi.nouveau.md', '09-vieillir-chez-soi.nouveau-2.md']) {
    const word = titled('Vieillir chez soi', 'Le département aide.')
    const again = await importInto(kit, '9-vieillir.docx', word)
    expect(again.code).toBe(0)
    expect(again.said).toContain('leviers/09-vieillir-chez-soi.md existe et n’a pas été changée')
    expect(again.said).toContain('[−La ville−] [+Le département+]')
    expect(await readFile(path, 'utf8')).toBe(before)
    there.push(beside)
    expect(await levers(kit)).toEqual(there.toSorted())
    expect(await readFile(join(kit.dir, 'leviers', beside), 'utf8')).toContain('Le département aide.')
  }
})

test('a file that the kit gave is no second fiche, whatever its name: what came back in it lies beside the fiche', async () => {
  await using kit = await editKit(null)
  const [file] = (await levers(kit)).filter(name => name.endsWith('.md'))
  const path = join(kit.dir, 'leviers', String(file))
  const sent = await readFile(path, 'utf8')
  const there = await levers(kit)
  const [words = ''] = /^\p{L}[\p{L} ]{12,}/mu.exec(sent.slice(sent.indexOf('\n---\n') + 5)) ?? []
  const back = ficheToWord(sent, setting, [
    {
      auteur: 'Ana Lo',
      date: '2026-12-03',
      etat: 'ouverte',
      citation: { exact: words, avant: '', apres: '' },
      texte: 'Depuis 2022.',
      remplace_par: null,
      reponses: [],
    },
  ])
  // The fiche went on meanwhile, under another name.
  await writeFile(path, sent.replace(/^slug: (.*)$/m, 'slug: autrement\nanciens_slugs: [ancien, $1]'))
  const { code, said } = await importInto(kit, 'retour (2).docx', back)
  expect(code).toBe(0)
  expect(said).toContain(`relecture de ${basename(kit.dir)}/leviers/${file}`)
  expect(said).toContain('(1 remarque, 0 proposition)')
  expect(said).toMatch(new RegExp(`ligne \\d+ {2}Ana Lo : Depuis 2022\\., sur « ${words}`))
  expect(await levers(kit)).toEqual(there)
  const threads = await readFile(join(kit.dir, 'relectures/autrement.yaml'), 'utf8')
  expect(threads).toContain(`exact: ${words.trim()}`)
  expect((await importInto(kit, 'retour.docx', back)).said).toContain('1 déjà reçue')
  expect(await readFile(join(kit.dir, 'relectures/autrement.yaml'), 'utf8')).toBe(threads)
})
