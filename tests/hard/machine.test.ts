import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { describeSite, digestOf, type Manifest } from '../../build/ground/disk/manifest.ts'
import { browsersUnder } from '../e2e/press-processes.ts'
import { runKit, startKit } from '../e2e/run-kit.ts'
import { until } from '../until.ts'
import { openBench } from './workbench.ts'

const bench = openBench('machine')
const { fiches, out, env, build } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

/** Root may do everything: a command is then run as nobody in particular. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** A file system of its own; null where this user may not mount one. */
async function mounted(
  options: string,
): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> } | null> {
  const path = await mkdtemp(join(tmpdir(), 'kit-disque-'))
  const as = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...command: string[]) => {
    const [program = '', ...args] = [...as, ...command]
    execFileSync(program, args, { stdio: 'ignore' })
  }
  try {
    run('mount', '-t', 'tmpfs', '-o', `${options},mode=777`, 'tmpfs', path)
  } catch {
    // Only root may mount, and not in every container: the caller skips.
    await rm(path, { recursive: true })
    return null
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      run('umount', path)
      await rm(path, { recursive: true })
    },
  }
}

it('a full disk is told in French, and the former output stays', async context => {
  await using disk = await mounted('size=600k')
  if (!disk) return context.skip('a small file system needs root')
  const target = join(disk.path, 'dist')
  await mkdir(target)
  await writeFile(join(target, 'manifeste.json'), '{"artefacts":[]}')
  const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', target], env)
  expect(code, stderr).toBe(3)
  expect(stderr).toContain('Le disque est plein')
  expect(await readdir(disk.path)).toEqual(['dist'])
  expect(await readdir(target)).toEqual(['manifeste.json'])
  expect(await bench.leftovers()).toEqual([])
})

it('a temporary folder without room is told before the browser waits for it', async context => {
  await using disk = await mounted('size=1m')
  if (!disk) return context.skip('a small file system needs root')
  const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], {
    TMPDIR: disk.path,
  })
  expect(code, stderr).toBe(3)
  expect(stderr).toContain(`Le dossier des fichiers temporaires, ${disk.path}, est plein`)
})

it('a folder of somebody else, as output or as cache, is named before anything is made', async () => {
  const locked = join(bench.dir, 'ferme')
  await mkdir(locked, { mode: 0o555 })
  const open = join(bench.dir, 'ouvert')
  await mkdir(open)
  await chmod(bench.dir, 0o755)
  await chmod(open, 0o777)
  const buildInto = (target: string, cache: string) =>
    runKit(
      ['build', '--fiches', fiches, '--out', join(target, 'dist')],
      { TMPDIR: tmpdir(), KIT_CACHE: cache },
      nobody,
    )
  const output = await buildInto(locked, join(open, 'cache'))
  expect(output.code, output.stderr).toBe(3)
  expect(output.stderr).toContain('On ne peut pas écrire dans ce dossier : en choisir un autre')
  const cache = await buildInto(open, locked)
  expect(cache.code, cache.stderr).toBe(3)
  // The browser is unpacked there first.
  expect(cache.stderr).toContain(locked)
  expect(cache.stderr).toContain('choisir un autre par la variable KIT_CACHE')
  expect(await readdir(locked)).toEqual([])
})

describe('a browser', () => {
  it.each(['/nulle/part/chrome', '/bin/false'])('that is none (%s) is named', async path => {
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], {
      ...env,
      PUPPETEER_EXECUTABLE_PATH: path,
    })
    expect(code).toBe(3)
    expect(stderr).toContain(path)
    expect(stderr).toMatch(/ne peut pas être exécuté|ne démarre pas/)
    expect(await bench.leftovers()).toEqual([])
  })

  it('killed when the pages are made ends the build, in French, and leaves nothing', async () => {
    const cache = await bench.coldCache()
    const child = startKit(['build', '--fiches', fiches, '--out', out], { ...env, KIT_CACHE: cache })
    let stderr = ''
    child.stderr?.on('data', chunk => (stderr += chunk))
    const ended = new Promise<number | null>(done => child.once('close', done))
    while ((await browsersUnder(cache, 'tabs')).length === 0) {
      if (child.exitCode !== null) throw new Error(`no tab was seen at work:\n${stderr}`)
      await sleep(10)
    }
    for (const pid of await browsersUnder(cache, 'browser')) process.kill(pid, 'SIGKILL')
    expect(await ended, stderr).toBe(3)
    expect(stderr).toMatch(/Erreur : le navigateur qui met en pages s’est arrêté en plein travail .*Relancer/)
    expect(await browsersUnder(cache)).toEqual([])
    expect(await bench.leftovers()).toEqual([])
  })
})

it('an interrupted release leaves no folder, no process, and the former release', async () => {
  const target = join(bench.dir, 'livraison')
  await mkdir(target)
  await writeFile(join(target, 'manifeste.json'), '{}')
  const cache = await bench.coldCache()
  const child = startKit(['release', '--fiches', fiches, '--out', target, '--brouillon'], {
    ...env,
    KIT_CACHE: cache,
  })
  let stderr = ''
  child.stderr?.on('data', chunk => {
    const begun = stderr.includes('Les liens et les signets du PDF')
    stderr += chunk
    // Once: a second signal kills.
    if (!begun && stderr.includes('Les liens et les signets du PDF')) child.kill('SIGINT')
  })
  const code = await new Promise<number | null>(done => child.once('close', done))
  expect(code, stderr).toBe(130)
  expect(stderr).toContain('Interrompu')
  expect(await readdir(target)).toEqual(['manifeste.json'])
  expect(await bench.leftovers()).toEqual([])
  expect(await browsersUnder(cache)).toEqual([])
})

it('a build that is interrupted twice leaves no folder beside its output', async () => {
  const child = startKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], env)
  const ended = new Promise<number | null>(done => child.once('close', done))
  await until(async () => (await readdir(bench.dir)).some(name => name.includes('.en-cours-')))
  // The second that arrives ends the process.
  const again = setInterval(() => child.kill('SIGINT'), 20)
  expect(await ended).toBe(130)
  clearInterval(again)
  expect((await readdir(bench.dir)).filter(name => name.includes('.en-cours-'))).toEqual([])
})

it('a kit that loses a picture while it is built is what the fault tells of', async () => {
  const child = startKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], env)
  let stderr = ''
  child.stderr?.on('data', chunk => {
    stderr += chunk
    if (stderr.includes('Contrôle des fiches'))
      rmSync(join(fiches, 'images'), { recursive: true, force: true })
  })
  expect(await new Promise<number | null>(done => child.once('close', done)), stderr).toBe(3)
  expect(stderr).toContain('Le dossier des fiches a changé pendant la fabrication.')
})

it('two builds into one place leave one whole output', async () => {
  const both = await Promise.all([build('--no-cache'), build('--no-cache')])
  expect(both.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', ''])
  const { artefacts } = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
  expect(artefacts.length).toBeGreaterThan(5)
  for (const artefact of artefacts) {
    const whole =
      artefact.role === 'site' ? describeSite(out) : digestOf(await readFile(join(out, artefact.path)))
    expect(artefact).toMatchObject(whole)
  }
  expect(await bench.leftovers()).toEqual([])
})
