import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleaseReport } from '../../build/gate/report/report.ts'
import { home, startKit } from '../e2e/run-kit.ts'

const PARTS = [
  'src',
  'build',
  'layouts',
  'styles',
  'scripts',
  'eleventy.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Copies the press into `dir`, where it can be edited and nobody else edits it. Its libraries are linked. */
export async function copyPress(dir: string, libraries = join(home, 'node_modules')): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  for (const part of PARTS) await cp(join(home, part), join(dir, part), { recursive: true })
  await symlink(libraries, join(dir, 'node_modules'))
}

/** Changes a file of a copy. @throws Error when there is nothing to change: the fault would not be planted */
export async function plant(press: string, path: string, change: (text: string) => string): Promise<void> {
  const file = join(press, path)
  const text = await readFile(file, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${path} holds nothing of what the fault changes`)
  await writeFile(file, changed)
}

export type Released = {
  code: number | null
  stderr: string
  /** Control → its verdict. */
  verdicts: Record<string, string>
  /** Control → what it found. */
  findings: Record<string, string[]>
}

/** Runs `kit release` of a copy of the press. */
export async function releaseWith(
  press: string,
  args: readonly string[],
  out: string,
  env: Record<string, string> = {},
): Promise<Released> {
  await rm(`${out}-refusee`, { recursive: true, force: true })
  const child = startKit(
    ['release', '--out', out, ...args],
    { KIT_CACHE: join(home, '.cache'), ...env },
    { cwd: press },
  )
  let stderr = ''
  child.stderr?.on('data', chunk => (stderr += chunk))
  const code = await new Promise<number | null>(done => child.once('close', done))
  const report = await readFile(join(code === 0 ? out : `${out}-refusee`, 'rapport.json'), 'utf8').then(
    text => JSON.parse(text) as ReleaseReport,
    () => null,
  )
  const controls = report?.controles ?? []
  return {
    code,
    stderr,
    verdicts: Object.fromEntries(controls.map(({ id, verdict }) => [id, verdict])),
    findings: Object.fromEntries(
      controls.map(({ id, constats }) => [id, constats.map(({ ou, constat }) => `${ou} : ${constat}`)]),
    ),
  }
}
