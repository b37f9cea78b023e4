import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './code-of.ts'

/** Makes a folder of this process among the temporary files, `kit-<job>-<pid>-…`, and removes those of the same job whose process
 *  was killed before it could. The scope removes it, with all that is in it. */
export async function ownedFolder(job: string): Promise<{ path: string } & AsyncDisposable> {
  const prefix = `kit-${job}-`
  const parent = tmpdir()
  const names = await readdir(parent).catch((cause: unknown) => {
    throw new Error(
      `Le dossier des fichiers temporaires, ${parent}, ne peut pas servir : en donner un autre par la variable TMPDIR.`,
      { cause },
    )
  })
  for (const name of names) {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]) : Number.NaN
    if (Number.isNaN(pid) || isRunning(pid)) continue
    // Another user's stays; another command may remove it at the same time.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
  const path = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Whether a process of this number runs, anybody's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process is there, and belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}
