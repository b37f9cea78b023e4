import { spawn } from 'node:child_process'
import { watchTree } from './watch-tree.ts'

/** A command to measure, whole: its interpreter's start included. */
export type Command = {
  argv: readonly [string, ...string[]]
  cwd: string
  env?: Readonly<Record<string, string>>
}

export type Measure = {
  /** Wall time from spawn to the end of the process, in s. */
  seconds: number
  /** Time of all its processes on a core, in s, as last sampled; null where the system tells none. */
  cpuSeconds: number | null
  /** Largest sum of the resident memory of all its processes at one time, in MB; pages that two of them share count
   *  twice. */
  memoryMb: number | null
}

export type Measured = Measure & { stdout: string; stderr: string }

/** Longest time for one command, in ms. */
const DEADLINE_MS = 15 * 60_000

/** Runs a command and watches it.
 *  @throws Error with what it said, when it fails or does not end */
export async function measure({ argv, cwd, env }: Command): Promise<Measured> {
  const [program, ...args] = argv
  const start = performance.now()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const tree = watchTree(child.pid)
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', chunk => (output.stdout += chunk))
  child.stderr.on('data', chunk => (output.stderr += chunk))
  let late = false
  const deadline = setTimeout(() => {
    late = true
    tree.kill()
  }, DEADLINE_MS)
  try {
    const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status, signal) => resolve(status ?? signal))
    })
    const seconds = (performance.now() - start) / 1000
    if (late) throw new Error(`it did not end in ${DEADLINE_MS / 60_000} minutes`)
    if (code !== 0)
      throw new Error(
        `it ended with ${code} after ${seconds.toFixed(0)} s${lastWords(output.stderr || output.stdout)}`,
      )
    return { seconds, ...tree.seen(), ...output }
  } finally {
    clearTimeout(deadline)
    tree.stop()
  }
}

/** What a command said before it failed, without the folders of this machine. */
function lastWords(output: string): string {
  const words = output
    .slice(-2000)
    .replace(/(?:file:\/\/)?\/[^\s'"]*\//g, '')
    .trim()
  // The error before all that was said on the way.
  const error = words.split('\n').find(line => /error/i.test(line))
  return words === '' ? ', without a word' : `: ${error ? `${error.trim()}\n` : ''}${words}`
}
