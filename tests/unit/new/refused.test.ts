import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import command from '../../../scripts/commands/new.ts'
import { editKit } from '../content/edit-kit.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})

async function folder() {
  const dir = await mkdtemp(join(tmpdir(), 'kit-neuf-'))
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}

/** `kit new`, as it is typed in a folder. */
async function call(cwd: string, ...args: string[]) {
  const context = { cwd, env: {}, signal: new AbortController().signal }
  return command.run(command.parse(args, context), context)
}

const flags = ['--editeur', 'Réseau', '--licence', 'CC BY', '--famille', 'Outil']

test.each([
  ['Titre', ['--famille', 'Un nom de famille que nul onglet ne peut tenir'], '40 au plus'],
  ['Titre', ['--famille', 'Annexe/Annexes/rouge'], '« rouge » n’est pas une couleur'],
  [Array(50).fill('mot').join(' '), ['--famille', 'Annexe'], '120 au plus'],
])('un kit que la vérification refuserait n’est pas écrit : %s, %j', async (titre, famille, why) => {
  await using root = await folder()
  await expect(call(root.dir, 'kit', 'neuf', '--titre', titre, ...flags, ...famille)).rejects.toThrow(why)
  expect(await readdir(root.dir)).toEqual([])
})

test('une famille au nom d’un dossier qui tient autre chose a le sien', async () => {
  await using root = await folder()
  await call(root.dir, 'kit', 'neuf', '--titre', 'Titre', ...flags, '--famille', 'Image')
  expect(await readdir(join(root.dir, 'neuf'))).toContain('fiches-images')
})

test('une fiche que la vérification refuserait n’est pas écrite', async () => {
  await using kit = await editKit(null)
  const asked = call(kit.dir, 'fiche', 'Sommaire', '--famille', 'levier', '--fiches', '.')
  await expect(asked).rejects.toThrow('réservé')
})
