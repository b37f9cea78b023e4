import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const home = fileURLToPath(new URL('../..', import.meta.url))

/** Which press, and whose: ours and this user's without it. */
type As = Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'>

/** The command as a person starts it, in a process of its own. */
export function startKit(
  args: readonly string[],
  env: Record<string, string> = {},
  as: As = {},
): ChildProcess {
  return spawn(process.execPath, ['scripts/kit.js', ...args], {
    cwd: home,
    ...as,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the command to its end. */
export async function runKit(args: readonly string[], env: Record<string, string> = {}, as: As = {}) {
  const child = startKit(args, env, as)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => (stdout += chunk))
  child.stderr?.on('data', chunk => (stderr += chunk))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done, fail) => {
    child.once('error', fail)
    child.once('close', (...ended) => done(ended))
  })
  return { code, signal, stdout, stderr }
}
