import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { home } from '../e2e/run-kit.ts'

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
