import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runKit } from '../e2e/run-kit.ts'
import { openBench } from './workbench.ts'

const bench = openBench('machine')
const { fiches, out, env } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

/** Root may do everything: a command is then run as nobody in particular. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** A new folder of the bench where everybody may write; everybody may read the rest. */
async function openToAll(name: string): Promise<string> {
  const folder = join(bench.dir, name)
  await mkdir(folder)
  await chmod(bench.dir, 0o755)
  await chmod(folder, 0o777)
  return folder
}

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

describe('disk full', () => {
  // Each size ends the build somewhere else: before, between and after the files of the editions.
  it.for(['40k', '600k', '900k'])(
    'after %s: says so in French, leaves the former output and nothing else',
    async (size, context) => {
      await using disk = await mounted(`size=${size}`)
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
    },
  )
})

describe('an output that cannot be written', () => {
  it('a file system for reading only: says so in French before anything is made', async context => {
    await using disk = await mounted('size=3m,ro')
    if (!disk) return context.skip('a read-only file system needs root')
    const target = join(disk.path, 'dist')
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', target], env)
    expect(code).toBe(3)
    expect(stderr).toContain('On ne peut pas écrire dans ce dossier')
    expect(stderr).not.toContain('Mise en pages')
  })

  it('a folder of somebody else: says so in French before anything is made', async () => {
    const locked = join(bench.dir, 'ferme')
    await mkdir(locked)
    await chmod(locked, 0o555)
    const { code, stderr } = await runKit(
      ['build', '--fiches', fiches, '--out', join(locked, 'dist')],
      { TMPDIR: tmpdir(), KIT_CACHE: await openToAll('cache') },
      nobody,
    )
    expect(code, stderr).toBe(3)
    expect(stderr).toContain(`mkdir '${join(locked, '.dist.en-cours-')}`)
    expect(stderr).toContain('On ne peut pas écrire dans ce dossier : en choisir un autre')
    expect(await readdir(locked)).toEqual([])
  })

  it('a cache of somebody else: names it, and what to change', async () => {
    const cache = join(bench.dir, 'cache-ferme')
    await mkdir(cache, { mode: 0o555 })
    const target = join(await openToAll('ailleurs'), 'dist')
    const { code, stderr } = await runKit(
      ['build', '--fiches', fiches, '--out', target],
      { TMPDIR: tmpdir(), KIT_CACHE: cache },
      nobody,
    )
    expect(code, stderr).toBe(3)
    expect(stderr).toContain(`Le cache ne peut pas être écrit : ${cache}`)
    expect(stderr).toContain('en choisir un autre par la variable KIT_CACHE')
    expect(stderr).not.toContain('--out')
  })

  it('a file: says what to change, and leaves it', async () => {
    const file = join(bench.dir, 'fichier')
    await writeFile(file, 'x')
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', file], env)
    expect([code, await readFile(file, 'utf8')]).toEqual([3, 'x'])
    expect(stderr).toContain('--out désigne un fichier')
  })
})

describe('no browser', () => {
  const buildWith = (path: string) =>
    runKit(['build', '--fiches', fiches, '--out', out, '--no-cache'], {
      ...env,
      PUPPETEER_EXECUTABLE_PATH: path,
    })

  it('none where it should be: names the place, and what to do', async () => {
    const { code, stderr } = await buildWith('/nulle/part/chrome')
    expect(code).toBe(3)
    expect(stderr).toContain('désigne /nulle/part/chrome, qui ne peut pas être exécuté')
    expect(await bench.leftovers()).toEqual([])
  })

  it('a program that is none, and one that never answers: named, nothing left running', async () => {
    const deaf = join(bench.dir, 'sourd')
    await writeFile(deaf, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
    for (const path of ['/bin/false', deaf]) {
      const { code, stderr } = await buildWith(path)
      expect(code).toBe(3)
      expect(stderr).toContain(`Le navigateur ${path} ne démarre pas`)
      expect(await bench.leftovers()).toEqual([])
    }
  })

  it('one that its machine gives no sandbox is started without', async () => {
    const cache = await bench.coldCache()
    const [unpacked = ''] = (await readdir(cache)).filter(name => /^chromium-.*-\d+$/.test(name))
    const real = join(cache, unpacked)
    const strict = join(bench.dir, 'ubuntu')
    // What Chromium says on Ubuntu 24.04, in an account that is not root's.
    await writeFile(
      strict,
      `#!/bin/sh
case "$*" in *--no-sandbox*) ;; *) echo 'No usable sandbox! If you are running on Ubuntu 23.10+' >&2; exit 1;; esac
export LD_LIBRARY_PATH='${real}/lib' FONTCONFIG_FILE='${real}/fonts.conf'
exec '${real}/chromium' "$@"
`,
      { mode: 0o755 },
    )
    const open = await openToAll('ouvert')
    await chmod(cache, 0o777)
    const { code, stderr } = await runKit(
      ['build', '--fiches', fiches, '--out', join(open, 'dist'), '--only', 'pdf'],
      { TMPDIR: tmpdir(), KIT_CACHE: join(open, 'cache'), PUPPETEER_EXECUTABLE_PATH: strict },
      nobody,
    )
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('Mise en pages et PDF')
  })
})
