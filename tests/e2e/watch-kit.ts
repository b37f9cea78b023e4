import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { listFiles } from '../../build/ground/disk/files.ts'
import { until } from '../until.ts'
import { coldCache } from './press-processes.ts'
import { runKit, startKit } from './run-kit.ts'

const KIT = 'tests/fixtures/kits/autre'
/** A fiche of that kit. */
export const FICHE = 'pratiques/07-faire-le-tour.md'
/** What a watch says when the editions are made. */
const MADE = 'Éditions à jour en '

/** A watch whose first editions are made: these, and the text of its fiche then. */
export type Begun = { watch: Watch; first: Record<string, string>; sound: string }

export type Watch = {
  child: ChildProcess
  /** Folder of its own, where the fiches and the output lie. */
  place: string
  fiches: string
  out: string
  temporary: string
  /** All that it has said. */
  said(): string
  /** Waits until it has said `what` once more than when `work` began. @returns what it said meanwhile */
  says(what: string, work?: () => Promise<unknown>): Promise<string>
  edit(path: string, change: (text: string) => string): Promise<void>
  /** Its exit code. */
  ended: Promise<number | null>
}

/** A folder where watches are started, each on a copy of the small kit. They end with it. */
export async function openWatches() {
  const dir = await mkdtemp(join(tmpdir(), 'kit-suivi-'))
  const watches: Watch[] = []
  /** What one watch has made, the next one finds. */
  const shared = await coldCache(dir)
  let copies = 0
  async function start(name: string): Promise<Watch> {
    const place = join(dir, name)
    const temporary = join(dir, `temporaire ${name}`)
    for (const path of [place, temporary]) mkdirSync(path)
    const [fiches, out] = [join(place, 'fiches'), join(place, 'dist')]
    await cp(KIT, fiches, { recursive: true })
    const child = startKit(['build', '--watch', '--fiches', fiches, '--out', out], {
      KIT_CACHE: shared,
      TMPDIR: temporary,
    })
    const watch = follow(child, { place, fiches, out, temporary })
    watches.push(watch)
    return watch
  }
  return {
    async begin(name: string): Promise<Begun> {
      const watch = await start(name)
      await watch.says(MADE)
      return {
        watch,
        first: await filesOf(watch.out),
        sound: await readFile(join(watch.fiches, FICHE), 'utf8'),
      }
    },
    /** What a cold build makes of a copy of the fiches as they are now. */
    async coldBuild(fiches: string): Promise<Record<string, string>> {
      copies += 1
      const [copy, out] = [join(dir, `copie ${copies}`, 'fiches'), join(dir, `copie ${copies}`, 'dist')]
      await cp(fiches, copy, { recursive: true })
      const { code, stderr } = await runKit(['build', '--fiches', copy, '--out', out, '--no-cache'], {
        KIT_CACHE: shared,
      })
      expect(code, stderr).toBe(0)
      return filesOf(out)
    },
    async [Symbol.asyncDispose]() {
      for (const { child } of watches) child.kill('SIGKILL')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function follow(child: ChildProcess, places: Pick<Watch, 'place' | 'fiches' | 'out' | 'temporary'>): Watch {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  return {
    child,
    ...places,
    said: () => said,
    async says(what, work) {
      const before = said.length
      await work?.()
      const about = () => `« ${what} » did not; the command said:\n${said}`
      return await until(() => {
        if (said.includes(what, before)) return said.slice(before)
        if (child.exitCode !== null) throw new Error(`the command has ended, and ${about()}`)
        return false
      }, about)
    },
    async edit(path, change) {
      const file = join(places.fiches, path)
      const text = await readFile(file, 'utf8')
      const changed = change(text)
      if (changed === text) throw new Error(`${path} holds nothing of what is to be changed`)
      await writeFile(file, changed)
    },
    ended: new Promise(done => child.once('close', done)),
  }
}

/** Path → SHA-256 of every file of an output. */
export async function filesOf(out: string): Promise<Record<string, string>> {
  const files = await Promise.all(
    listFiles(out).map(async path => {
      const bytes = await readFile(join(out, path))
      return [path, createHash('sha256').update(bytes).digest('hex')] as const
    }),
  )
  return Object.fromEntries(files)
}

/** Paths of the files that are not the same in two outputs. */
export const differences = (one: Record<string, string>, other: Record<string, string>) =>
  Object.keys({ ...one, ...other }).filter(path => one[path] !== other[path])

/** Waits for the output to become what it should: several builds may be on the way there. The line that tells of it comes after:
 *  it is no answer to the next change. */
export async function expectSoon({ out }: Watch, wanted: Record<string, string>, about = ''): Promise<void> {
  // Nothing is there while one output takes the place of the other.
  let differ: string[] = []
  await until(
    async () => {
      differ = differences(await filesOf(out).catch(() => ({})), wanted)
      return differ.length === 0
    },
    () => `${about} ${differ.join(', ')} are still others`,
  )
}

/** What must be gone with the command: its processes, its folders of work. */
export async function expectNothingLeft({ place, temporary }: Watch): Promise<void> {
  expect((await readdir(place)).filter(name => name.startsWith('.'))).toEqual([])
  expect((await readdir(temporary)).filter(name => name.startsWith('kit-'))).toEqual([])
  expect(await processesOf(temporary)).toEqual([])
}

/** Processes whose environment or command names a folder, as Linux tells them. */
async function processesOf(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const processes = await Promise.all(
    pids.map(async pid => {
      // A process may end between the two readings.
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
      const command = await read('cmdline')
      return `${command}${await read('environ')}`.includes(folder) ? [`${pid} ${command}`] : []
    }),
  )
  return processes.flat()
}
