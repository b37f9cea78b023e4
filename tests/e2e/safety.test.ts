import { once } from 'node:events'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { folderOfFile } from '../temporary.ts'
import { sampleOf } from '../thorough.ts'
import { browsersUnder, coldCache } from './press-processes.ts'
import { runKit, startKit } from './run-kit.ts'

/** A folder of its own, with a copy of the small kit and of its finished edition. */
const dir = folderOfFile('surete')
const fiches = join(dir, 'mes fiches é')
const out = join(dir, 'dist')

beforeAll(async () => {
  await cp('tests/fixtures/kits/autre', fiches, { recursive: true })
  await cp(inject('editions').autre, out, { recursive: true })
})

const manifest = () => readFile(join(out, 'manifeste.json'), 'utf8')
/** Folders that a build left beside its output. */
const leftovers = async () =>
  (await readdir(dirname(out))).filter(name => name.startsWith(`.${basename(out)}`))

describe('a kit with errors', () => {
  it('ends with 1, tells every error in French with its place, and leaves the output as it was', async () => {
    const before = await manifest()
    const file = join(fiches, 'pratiques/07-faire-le-tour.md')
    const sound = await readFile(file, 'utf8')
    try {
      await writeFile(
        file,
        sound.replace('famille: pratique', 'famille: pratiques').replace('::: exemple Un', '::: exmple Un'),
      )
      const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
      expect(code).toBe(1)
      expect(stderr).toMatch(
        /pratiques\/07-faire-le-tour\.md:\d+:\d+ {2}erreur {2}famille : « pratiques » n'existe pas\. Écrire : repere ou pratique\./,
      )
      expect(stderr).toMatch(/pratiques\/07-faire-le-tour\.md:\d+:\d+ {2}erreur .*« exmple »/)
      expect(await manifest()).toBe(before)
      expect(await leftovers()).toEqual([])
    } finally {
      await writeFile(file, sound)
    }
  })
})

describe('an output that no build made', () => {
  it('is refused, and nothing of it is lost', async () => {
    const foreign = join(dir, 'photos')
    await cp(fiches, foreign, { recursive: true })
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', foreign])
    expect(code).toBe(3)
    expect(stderr).toContain('autre chose qu’une édition du kit')
    expect(await readdir(foreign)).toEqual(await readdir(fiches))
  })
})

describe('a wrong command line', () => {
  const lines: [args: string[], remedy: string][] = [
    [['build', '--only', 'papier'], 'Écrire : site, pdf, epub.'],
    [['build', '--date', 'hier'], 'n’est pas une date'],
    [['build', '--jobs', '0'], 'Écrire un nombre de 1 à 16.'],
    [['build', '--fich', 'x'], '--fiches DIR'],
    [['fabriquer'], 'La commande « fabriquer » n’existe pas.'],
    // A name that every object of the language has.
    [['constructor'], 'La commande « constructor » n’existe pas.'],
  ]
  it.each(sampleOf(lines, 4))('kit %s ends with 2 and says what to type', async (args, remedy) => {
    const { code, stderr } = await runKit(args)
    expect(code).toBe(2)
    expect(stderr).toContain(remedy)
  })
})

// Ctrl-C on a terminal is asked in `terminal.test.ts`.
it('SIGTERM in the middle of a build leaves no process, no folder, and the former output', async () => {
  const before = await manifest()
  const cache = await coldCache(dir)
  const child = startKit(['build', '--fiches', fiches, '--out', out], { KIT_CACHE: cache })
  let said = ''
  child.stderr?.on('data', chunk => {
    const began = said.includes('Composition des pages')
    said += chunk
    // Once: a second signal kills.
    if (!began && said.includes('Composition des pages')) child.kill('SIGTERM')
  })
  const [ended] = await once(child, 'close')
  expect(ended, said).toBe(143)
  expect(await manifest()).toBe(before)
  expect(await leftovers()).toEqual([])
  expect(await browsersUnder(cache)).toEqual([])
})
