import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { browsersUnder } from '../e2e/press-processes.ts'
import { home, startKit } from '../e2e/run-kit.ts'
import { copyPress, plant, releaseWith } from './press-copy.ts'
import { openBench } from './workbench.ts'

const bench = openBench('navigateur')
const { fiches, out, env } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

/** Starts a build with nothing kept, and does something to its browser once pages have been composed: as it starts, or when a tab is
 *  at work.
 *  @returns how the build ended, and how many ms after */
async function buildWhile(when: 'start' | 'work', strike: (pid: number) => void, press = home) {
  const cache = await bench.coldCache()
  const child = startKit(
    ['build', '--fiches', fiches, '--out', out],
    { ...env, KIT_CACHE: cache },
    { cwd: press },
  )
  const ended = new Promise<number | null>(done => child.once('close', done))
  let stderr = ''
  let looking = false
  let struck = false
  child.stderr?.on('data', async chunk => {
    stderr += chunk
    if (looking || !stderr.includes('Composition')) return
    looking = true
    // The browser starts with the step that is told, or a little later.
    for (let tries = 0; tries < 1000 && !struck; tries++) {
      const [pid] = await browsersUnder(cache, 'browser')
      if (pid !== undefined && (when === 'start' || (await browsersUnder(cache, 'tabs')).length > 0)) {
        struck = true
        strike(pid)
      } else await sleep(10)
    }
  })
  const code = await ended
  if (!struck) throw new Error(`the browser was not met at its ${when}:\n${stderr}`)
  return { code, stderr, running: await browsersUnder(cache) }
}

describe('a browser', () => {
  it.each([
    ['as it starts', 'start'],
    ['when the pages are made', 'work'],
  ] as const)('killed %s: the build ends, says so in French, leaves nothing', async (_, when) => {
    const { code, stderr, running } = await buildWhile(when, pid => process.kill(pid, 'SIGKILL'))
    expect(code, stderr).toBe(3)
    expect(stderr).toMatch(
      /Erreur : (le navigateur qui met en pages s’est arrêté en plein travail .*Relancer|Le navigateur \S+ ne démarre pas)/,
    )
    expect(running).toEqual([])
    expect(await bench.leftovers()).toEqual([])
  })

  it('that answers no more: the build ends after its deadline, and it is killed', async () => {
    const press = join(bench.dir, 'presse pressée')
    await copyPress(press)
    await plant(press, 'build/browser/conventions.ts', shortWait)
    const stop = (pid: number) => process.kill(pid, 'SIGSTOP')
    const { code, stderr, running } = await buildWhile('work', stop, press)
    expect(code, stderr).toBe(3)
    expect(stderr).toMatch(/Erreur : .*(ne répond plus|pas de réponse après 4 s)/)
    expect(running).toEqual([])
    expect(await bench.leftovers()).toEqual([])
  })
})

const shortWait = (text: string) => text.replace('HANG_MS = 300_000', 'HANG_MS = 4_000')

describe('a page that hangs', () => {
  it('ends the build after its deadline, with the name of its fiche', async () => {
    const press = join(bench.dir, 'presse qui attend')
    await copyPress(press)
    await plant(press, 'build/browser/conventions.ts', shortWait)
    await plant(press, 'build/pdf/page/tab/measure-matter.ts', text =>
      text.replace(
        /(export async function \w+\([^)]*\)[^{]*\{)/,
        '$1\n  while (html.includes(\'id="tenir-un-marche"\')) {}\n',
      ),
    )
    const { code, stderr } = await releaseWith(press, ['--fiches', fiches], join(bench.dir, 'livraison'), env)
    expect(code, stderr).toBe(3)
    expect(stderr).toContain('Erreur : Fiche 2 (tenir-un-marche) : pas de réponse après 4 s')
    expect(await bench.leftovers()).toEqual([])
  })
})

describe('a font', () => {
  const press = join(bench.dir, 'presse sans police')
  const released = () => releaseWith(press, ['--fiches', fiches], join(bench.dir, 'livraison'), env)

  it('that is not there ends the build, and is named', async () => {
    await copyPress(press)
    await plant(press, 'build/pdf/page/styles.ts', text =>
      text.replace(/-\$\{weight\}-\$\{style\}\.woff2/, '-0000-$' + '{style}.woff2'),
    )
    const { code, stderr } = await released()
    expect(code, stderr).toBe(3)
    expect(stderr).toMatch(/Erreur : La police \S+-0000-normal\.woff2 manque/)
    expect(await bench.leftovers()).toEqual([])
  })

  it('that the browser cannot read ends the build, and is named', async () => {
    await copyPress(press)
    await plant(press, 'build/pdf/page/styles.ts', text =>
      text.replace(/return await readFile\(resolve\(file\)\)/, 'return Buffer.from("no font")'),
    )
    const { code, stderr } = await released()
    expect(code, stderr).toBe(3)
    expect(stderr).toMatch(/Erreur : .*Bricolage Grotesque/)
    expect(await bench.leftovers()).toEqual([])
  })
})
