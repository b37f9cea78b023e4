import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyPress, plant, type Released, releaseWith } from '../press-copy.ts'
import { fiches } from './planted-edition.ts'
import { chosen } from './press-faults.ts'

let dir: string
let released: Released

/** The small kit with a third fiche, of the first one's family, and a foreword: fiches begin on the back of a leaf. */
async function kitOfThree(folder: string): Promise<void> {
  await cp(fiches, folder, { recursive: true })
  const second = await readFile(join(folder, 'pratiques/02-tenir-un-marche.md'), 'utf8')
  const third = second
    .replace('numero: 2', 'numero: 3')
    .replace('slug: tenir-un-marche', 'slug: tailler-une-haie')
    .replace('famille: pratique', 'famille: repere')
    .replace(/^titre(_court)?: .*$/gm, 'titre$1: Tailler une haie')
  await writeFile(join(folder, 'reperes/03-tailler-une-haie.md'), third)
  const foreword =
    '---\nslug: avant-propos\ntitre: Avant-propos\ntitre_court: Avant-propos\ngabarit: texte\n---\n\nQuelques mots pour commencer.\n'
  await mkdir(join(folder, 'liminaires'))
  await writeFile(join(folder, 'liminaires/01-avant-propos.md'), foreword)
}

/** Faults that do not hide each other stand in one copy of the press. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-choix-'))
  const [folder, press] = [join(dir, 'fiches'), join(dir, 'presse')]
  await kitOfThree(folder)
  await copyPress(press)
  for (const { path, change } of chosen) await plant(press, path, change)
  released = await releaseWith(press, ['--fiches', folder], join(dir, 'livraison'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

it.each(chosen.map(fault => [fault.what, fault] as const))('%s is caught', (_, { control, says }) => {
  expect(released.verdicts[control], released.stderr).toBe('erreur')
  expect(released.findings[control]?.join('\n')).toMatch(says)
})
