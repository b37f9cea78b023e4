import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeSite, digestOf, type Manifest } from '../../build/disk/manifest.ts'
import { checks } from '../../build/gate/index.ts'
import { browsersUnder } from '../e2e/press-processes.ts'
import { startKit } from '../e2e/run-kit.ts'
import { openBench } from './workbench.ts'

const bench = openBench('interrompu')
const { dir, fiches, out, env, build } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

/** What lies in `target`, each file as the manifest of the same folder describes it. */
async function expectWhole(target: string): Promise<void> {
  const { artefacts } = JSON.parse(await readFile(join(target, 'manifeste.json'), 'utf8')) as Manifest
  expect(artefacts.length).toBeGreaterThan(5)
  for (const { role, path, ...rest } of artefacts) {
    const actual = role === 'site' ? describeSite(target) : digestOf(await readFile(join(target, path)))
    expect({ role, path, ...rest, ...actual }).toEqual({ role, path, ...rest })
  }
}

describe('two builds at once', () => {
  it('into one place leave one whole output', async () => {
    const both = await Promise.all([build('--no-cache'), build('--no-cache')])
    expect(
      both.map(({ code }) => code),
      both.map(({ stderr }) => stderr).join('\n'),
    ).toEqual([0, 0])
    await expectWhole(out)
    expect(await bench.leftovers()).toEqual([])
  })
})

/** Every line that a release tells, by its beginning: `making` come while the editions are made. */
const making = [
  ...checks.filter(({ phase }) => phase === 'texte').map(({ title }) => title),
  'Contrôle des fiches',
  'Composition des pages',
  'Couverture du livre',
  'Livre numérique',
  'Mise en pages et PDF',
  'Site',
  'Manifeste',
]
const asking = checks.filter(({ phase }) => phase === 'editions').map(({ title }) => title)
/** Controls are alike: every fourth of them, and those at the end. */
const tried = asking.filter((_, index) => index % 4 === 0 || index >= asking.length - 3)

describe('SIGTERM to a release', () => {
  const target = join(dir, 'livraison')
  const references = join(dir, 'references')
  const warm = join(dir, 'cache')

  /** Runs a command and sends it SIGTERM once it tells `step`. */
  async function interrupted(args: readonly string[], cache: string, step: string | null) {
    const child = startKit(args, { ...env, KIT_CACHE: cache, CI: '' })
    const ended = new Promise<number | null>(done => child.once('close', done))
    let stderr = ''
    let sent = false
    child.stderr?.on('data', chunk => {
      stderr += chunk
      if (sent || step === null || !stderr.includes(` ${step}`)) return
      // Once: a second signal kills.
      sent = true
      child.kill('SIGTERM')
    })
    return { code: await ended, stderr }
  }
  const release = (cache: string, step: string | null) =>
    interrupted(['release', '--fiches', fiches, '--out', target, '--references', references], cache, step)

  /** The steps that a release told. */
  let toldSteps: string[]
  beforeAll(async () => {
    await bench.reset()
    const args = ['visual', '--accepter', '--fiches', fiches, '--references', references]
    const pictures = await interrupted([...args, '--rapport', join(dir, 'nouvelles.html')], warm, null)
    expect(pictures.code, pictures.stderr).toBe(0)
    const { code, stderr } = await release(warm, null)
    expect(code, stderr).toBe(0)
    // The cover that the first run made was found by the second.
    toldSteps = [...`${pictures.stderr}${stderr}`.matchAll(/^[✔!?✖] (.*) \([\d,]+ s\)$/gm)].map(
      ([, line = '']) => line,
    )
  })

  it('is told every step that there is', () => {
    const steps = [...making, ...asking]
    expect(toldSteps.filter(line => !steps.some(step => line.startsWith(step)))).toEqual([])
    expect(steps.filter(step => !toldSteps.some(line => line.startsWith(step)))).toEqual([])
  })

  it.each([
    ...making.map(step => [step, 'cold'] as const),
    // What is asked does not depend on whether the editions were found or made.
    ...tried.map(step => [step, 'warm'] as const),
  ])(
    'after « %s » leaves no folder, no process, and the former release or a whole one',
    async (step, kind) => {
      await rm(target, { recursive: true, force: true })
      await mkdir(target)
      await writeFile(join(target, 'manifeste.json'), '{}')
      const cache = kind === 'warm' ? warm : await bench.coldCache()
      const { code, stderr } = await release(cache, step)
      expect(stderr).toContain(step)
      expect(code, stderr).toBe(143)
      // The last step is followed by nothing but renaming: it may be over when the signal comes.
      if (stderr.includes('Interrompu')) expect(await readdir(target)).toEqual(['manifeste.json'])
      else {
        expect(step).toBe(asking.at(-1))
        await expectWhole(target)
      }
      expect(await bench.leftovers()).toEqual([])
      expect(await browsersUnder(cache)).toEqual([])
    },
  )
})
