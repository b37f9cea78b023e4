import { fork } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { listFiles } from '../../disk/files.ts'
import { count, type Finding, fault, type Outcome, verified } from '../../judge/check.ts'
import { fromPortable } from '../../thread/thread.ts'
import type { BuildOptions } from '../index.ts'
import type { Manifest } from '../manifest.ts'
import { sumsOf } from '../papers/sums.ts'
import type { SecondBuild, SecondBuilt } from './second-build-worker.ts'

/** Makes the editions a second time as another person would on another machine, and compares the bytes: nothing kept from any
 *  build, another day of the machine, another folder of work and home, other time zone, language, rights of new files and number
 *  of tabs.
 *  @param first the editions as they were made. @param dir folder for the second ones; removed afterwards */
export async function buildTwice(
  options: BuildOptions & { date: Date },
  first: { dir: string; manifest: Manifest },
  dir: string,
): Promise<Outcome> {
  const elsewhere = `${dir}-ailleurs`
  await mkdir(elsewhere, { recursive: true })
  try {
    await buildElsewhere({ ...options, out: dir, jobs: options.jobs === 1 ? 2 : 1 }, elsewhere)
    const [before, after] = [await linesOf(first.dir), await linesOf(dir)]
    return verified(
      `${count(before.size, 'fichier')} fabriqués deux fois et comparés par SHA-256. La seconde fois sans rien reprendre, un autre jour de la machine, dans un autre dossier, avec d’autres réglages (dossier personnel, fuseau, langue, droits, onglets)`,
      differences(before, after),
    )
  } finally {
    for (const folder of [dir, elsewhere]) await rm(folder, { recursive: true, force: true })
  }
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Finding[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter(path => before.get(path) !== after.get(path))
    .map(path =>
      fault(
        path,
        before.has(path) && after.has(path)
          ? 'Le fichier change d’une fabrication à l’autre.'
          : 'Le fichier n’est fabriqué qu’une fois sur deux.',
      ),
    )
}

const worker = new URL('./second-build-worker.ts', import.meta.url)
const otherDay = new URL('./other-day.js', import.meta.url)

/** @param elsewhere an empty folder, its home and where it works
 *  @throws the fault of the build, or the signal's reason */
async function buildElsewhere(options: BuildOptions & { date: Date }, elsewhere: string): Promise<void> {
  const { home, fiches, out, only, date, cacheDir, ink, imposition, jobs, executablePath } = options
  const { draft, news, signal } = options
  signal.throwIfAborted()
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  // « C » is English to Node: Turkish has other capitals, another order and other numbers than most.
  const language = locale.startsWith('tr') ? 'sv_SE.UTF-8' : 'tr_TR.UTF-8'
  const child = fork(fileURLToPath(worker), {
    cwd: elsewhere,
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: '',
      NODE_OPTIONS: '',
      HOME: elsewhere,
      TZ: timeZone === 'Pacific/Kiritimati' ? 'America/Adak' : 'Pacific/Kiritimati',
      ...Object.fromEntries(['LANG', 'LC_ALL', 'LANGUAGE'].map(name => [name, language])),
    },
    // Compiled, the press is JavaScript; tests read the sources.
    execArgv: [
      ...(worker.pathname.endsWith('.ts') ? ['--import', 'tsx'] : []),
      ...['--import', otherDay.href],
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Sets and dates pass as they are.
    serialization: 'advanced',
  })
  const leave = () => child.connected && child.disconnect()
  signal.addEventListener('abort', leave, { once: true })
  try {
    const order: SecondBuild = {
      ...{ home, fiches, out, only, date, cacheDir, ink, imposition, jobs, executablePath },
      ...(draft && { draft }),
      ...(news && { news }),
    }
    child.send(order)
    const answer = await new Promise<SecondBuilt>((resolve, reject) => {
      child.once('message', resolve)
      child.once('error', reject)
      child.once('exit', code => reject(signal.reason ?? new Error(`the second build ended (${code})`)))
    })
    if (answer.fault) throw fromPortable(answer.fault)
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

async function linesOf(dir: string): Promise<Map<string, string>> {
  const lines = (await sumsOf(dir, listFiles(dir))).split('\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]))
}
