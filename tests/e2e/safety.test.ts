import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runKit, startKit } from './run-kit.ts'

/** A folder of its own, with a copy of the small kit and of its finished edition. */
let dir: string
let fiches: string
let out: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-surete-'))
  fiches = join(dir, 'mes fiches é')
  out = join(dir, 'dist')
  await cp('tests/fixtures/kits/autre', fiches, { recursive: true })
  await cp(inject('editions').autre, out, { recursive: true })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

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
  it.each([
    [['build', '--only', 'papier'], 'Écrire : site, pdf, epub.'],
    [['build', '--date', 'hier'], 'n’est pas une date'],
    [['build', '--jobs', '0'], 'Écrire un nombre de 1 à 16.'],
    [['build', '--fich', 'x'], '--fiches DIR'],
    [['fabriquer'], 'La commande « fabriquer » n’existe pas.'],
  ])('kit %s ends with 2 and says what to type', async (args, remedy) => {
    const { code, stderr } = await runKit(args)
    expect(code).toBe(2)
    expect(stderr).toContain(remedy)
  })
})

describe.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s in the middle of a build', (signal, expected) => {
  it.each([300, 900, 1800, 3500])(
    'after %i ms leaves no process, no folder, and the former output',
    async delay => {
      const before = await manifest()
      const cache = join(dir, `cache-${signal}-${delay}`)
      // The unpacked browser is shared; a cache of its own makes everything else cold.
      await cp('.cache', cache, {
        recursive: true,
        filter: path => basename(path) === '.cache' || path.includes('chromium-'),
      })
      const child = startKit(['build', '--fiches', fiches, '--out', out], { KIT_CACHE: cache })
      const ended = new Promise<number | null>(done => child.once('close', done))
      await Promise.race([sleep(delay), ended])
      child.kill(signal)
      const code = await ended
      // A fast machine may have finished before the signal; on a slow one the command may not have begun (null: the signal's own).
      expect([expected, 0, null]).toContain(code)
      if (code !== 0) expect(await manifest()).toBe(before)
      expect(await leftovers()).toEqual([])
      expect(await browsersUnder(cache)).toEqual([])
      await rm(cache, { recursive: true, force: true })
    },
  )
})

/** Processes that run the browser unpacked in `cache`, as Linux tells them: `ps` is not on every machine. */
async function browsersUnder(cache: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  // A process may end between the two readings.
  const commands = await Promise.all(
    pids.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  )
  return commands.filter(command => command.startsWith(join(cache, 'chromium-')))
}
