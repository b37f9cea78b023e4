import { execFile, spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A contender that is not there, and what would bring it. */
export type Missing = { name: string; missing: string }

type Version = { version: string; absent?: undefined } | { version?: undefined; absent: Missing }

/** Exact versions: the newest that run on the oldest Node which the press supports. */
const packages = { 'pagedjs-cli': '0.4.3', '@vivliostyle/cli': '11.0.0', '@11ty/eleventy': '3.1.8' }
const debian = ['weasyprint', 'pandoc']

/** Installs the contenders of npm into a folder of their own, without any browser: they are given the press's. Those of
 *  Debian are a matter of the machine.
 *  @returns the command that installs the others
 *  @throws Error when npm fails */
export async function installContenders(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'package.json'), `${JSON.stringify({ private: true, dependencies: packages })}\n`)
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: dir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  })
  const code = await new Promise(done => npm.once('close', done))
  if (code !== 0) throw new Error(`npm install ended with ${code} in ${dir}`)
  return `apt-get install --no-install-recommends ${debian.join(' ')}`
}

export async function versionOfPackage(dir: string, name: string): Promise<Version> {
  try {
    const text = await readFile(join(dir, 'node_modules', name, 'package.json'), 'utf8')
    return { version: (JSON.parse(text) as { version: string }).version }
  } catch {
    // Whatever is wrong with it, installing it anew is the answer.
    return { absent: { name, missing: 'not installed; npm run bench -- --setup' } }
  }
}

export async function versionOfCommand(name: string): Promise<Version> {
  try {
    const { stdout } = await promisify(execFile)(name, ['--version'])
    return { version: /\d+(\.\d+)+/.exec(stdout)?.[0] ?? '' }
  } catch {
    // Absent and broken are the same here: the machine has none to measure.
    return { absent: { name, missing: `not installed; apt-get install ${name}` } }
  }
}
