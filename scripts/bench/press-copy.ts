import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measure } from './measure.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

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

/** What is started in the copy. */
const started = ['scripts/kit.ts', 'scripts/bench/edit-watched.ts', 'scripts/bench/compose.ts']

/** Copies the press into `dir`, where it can be edited and nobody else edits it. Its libraries are linked. */
export async function copyPress(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  for (const part of PARTS) await cp(join(home, part), join(dir, part), { recursive: true })
  await symlink(join(home, 'node_modules'), join(dir, 'node_modules'))
}

/** Compiles the commands of a copy, once, as they are on a machine where the press has run before. */
export async function compileCommands(press: string): Promise<void> {
  const compile = `const { compiled } = await import('./scripts/compiled.js'); for (const entry of ${JSON.stringify(started)}) await compiled(entry)`
  await measure({ argv: [process.execPath, '--input-type=module', '-e', compile], cwd: press })
}
