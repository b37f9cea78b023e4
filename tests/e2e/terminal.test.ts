import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { thorough } from '../thorough.ts'
import { HANG_MS, until } from '../until.ts'
import { home } from './run-kit.ts'

/** A machine where a command can be given a terminal of its own: `script` of util-linux, which every Debian has. */
const hasTerminals = await succeeds('script', ['-qec', 'true', '/dev/null'])

async function succeeds(program: string, args: string[]): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'ignore' })
  return Promise.race([
    once(child, 'close').then(([code]) => code === 0),
    once(child, 'error').then(() => false),
  ])
}

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-terminal-'))
  await mkdir(join(dir, 'temporaire'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Builds the small kit on a terminal; once it has said `after`, `keys` are struck, or the terminal is closed. */
async function buildOnTerminal(args: string[], struck?: { after: string; keys: string | null }) {
  const command = ['build', '--fiches', 'tests/visual/carnet', '--out', join(dir, 'dist'), ...args]
  const line = [process.execPath, 'scripts/kit.js', ...command].map(word => `'${word}'`).join(' ')
  // Where the machine is nobody's, nothing moves on a terminal.
  const { CI: _nobody, ...env } = process.env
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: home,
    env: { ...env, TERM: 'xterm', TMPDIR: join(dir, 'temporaire') },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  let left = struck
  child.stdout.on('data', chunk => {
    said += chunk
    if (!left || !said.includes(left.after)) return
    if (left.keys === null) child.kill('SIGKILL')
    else child.stdin.write(left.keys)
    left = undefined
  })
  const late = setTimeout(() => child.kill('SIGKILL'), HANG_MS)
  const [code] = await once(child, 'close')
  clearTimeout(late)
  return { code, said }
}

/** Processes that work for this test: their folders of work lie in its own. */
async function working(): Promise<string[]> {
  const pids: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    // A process may end between the two readings.
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (environment.includes(dir)) pids.push(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
  }
  return pids.filter(command => command !== '')
}

/** Folders of work that are still there. */
async function leftovers(): Promise<string[]> {
  const beside = (await readdir(dir)).filter(name => name.startsWith('.'))
  return [
    ...beside,
    ...(await readdir(join(dir, 'temporaire'))).filter(name => !/^(tsx-|node-compile-cache)/.test(name)),
  ]
}

describe.skipIf(!hasTerminals)('on a terminal', () => {
  it('a build ends, and the cursor is there again', async () => {
    const { code, said } = await buildOnTerminal(['--only', 'site'])
    expect(code, said).toBe(0)
    expect(said).toContain('✔ Site')
    expect(said.lastIndexOf('\u001B[?25h')).toBeGreaterThan(said.lastIndexOf('\u001B[?25l'))
    expect(await leftovers()).toEqual([])
  })

  it('Ctrl-C puts everything away', async () => {
    const { code, said } = await buildOnTerminal(['--no-cache'], { after: 'Mise en pages', keys: '\u0003' })
    expect(code, said).toBe(130)
    expect(said).toContain('Interrompu : la dernière édition réussie est intacte.')
    expect(said.lastIndexOf('\u001B[?25h')).toBeGreaterThan(said.lastIndexOf('\u001B[?25l'))
    expect(await readdir(dir)).toEqual(['temporaire'])
    expect(await leftovers()).toEqual([])
  })

  it.runIf(thorough)(
    'a terminal that is closed puts everything away too, though nothing can be said any more',
    async () => {
      await buildOnTerminal(['--no-cache'], { after: 'Mise en pages', keys: null })
      await until(async () => (await working()).length === 0)
      expect(await readdir(dir)).toEqual(['temporaire'])
      expect(await leftovers()).toEqual([])
    },
  )
})
