import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { count, type Finding, fault } from '../../../src/problems/index.ts'
import { HANG_MS, isForScreens, withPatience } from '../../ground/index.ts'
import type { GateCheck, Subject } from '../check.ts'

/** The two norms that every PDF for the screen follows, as veraPDF names them and as people do. */
const flavours = [
  ['ua1', 'PDF/UA-1'],
  ['2a', 'PDF/A-2a'],
] as const

/** The program that a person's environment names for veraPDF; null: none, as a forge says by an empty value. */
export const verapdfIn = (env: Readonly<Record<string, string | undefined>>): string | null =>
  env['VERAPDF'] || null

/** Asks veraPDF, the reference judge, of the PDFs that are read on a screen, called as
 *  `verapdf --flavour ua1 --format text -v FILE…`.
 *  @throws Error when it cannot be started or says nothing of a file */
export const verapdf = {
  id: 'verapdf',
  title: 'veraPDF accepte les PDF à lire à l’écran : PDF/UA-1 et PDF/A-2a',
  phase: 'editions',
  async *run({
    dir,
    manifest,
    verapdf: command,
    signal,
  }: Pick<Subject, 'dir' | 'manifest' | 'verapdf' | 'signal'>) {
    if (command === null) return { reason: 'veraPDF n’est pas indiqué (variable VERAPDF).' }
    const paths = (await manifest()).artefacts
      .filter(({ role }) => isForScreens(role))
      .map(({ path }) => path)
    if (paths.length === 0) return { reason: 'Cette livraison ne contient pas de PDF à lire à l’écran.' }
    const files = paths.map(path => join(dir, path))
    for (const [flavour, norm] of flavours) {
      const output = await run(command, ['--flavour', flavour, '--format', 'text', '-v', ...files], signal)
      for (const path of paths) yield* readVerdict(output, path, norm)
    }
    return `${count(paths.length, 'fichier')}, ${flavours.map(([, norm]) => norm).join(' et ')}, par veraPDF`
  },
} satisfies GateCheck

/** Reads the lines of veraPDF on one file: `PASS file`, or `FAIL file` and the broken rules, one a line. The folder is no part of it:
 *  Windows writes its accents in another encoding. */
function readVerdict(output: string, path: string, norm: string): Finding[] {
  const verdicts = output.replaceAll('\\', '/').split(/^(?=PASS |FAIL )/m)
  const verdict = verdicts.find(text => /^(?:PASS|FAIL) .*/.exec(text)?.[0].includes(`/${path}`))
  if (verdict === undefined) throw new Error(`veraPDF says nothing of ${path}: ${output.slice(-500)}`)
  if (verdict.startsWith('PASS')) return []
  const rules = verdict
    .trim()
    .split(/\s*\n\s*/)
    .slice(1)
  return [fault(path, `${norm} : ${rules.join(' ; ') || 'refusé, sans détail'}`)]
}

/** @throws Error when the program cannot be started. Its exit code says what its lines say. */
function run(command: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  // Windows starts a .bat through its shell, which parts words at spaces.
  const shell = /\.(?:bat|cmd)$/i.test(command)
  const [program = '', ...words] = [command, ...args].map(word => (shell ? `"${word}"` : word))
  const options = { shell, maxBuffer: Number.POSITIVE_INFINITY, signal: withPatience(signal, 4 * HANG_MS) }
  return new Promise((resolve, reject) => {
    execFile(program, words, options, (cause, stdout, stderr) => {
      // A number is an exit code.
      if (typeof cause?.code !== 'string') return resolve(stdout + stderr)
      reject(new Error(`VERAPDF : « ${command} » ne démarre pas.`, { cause }))
    })
  })
}
