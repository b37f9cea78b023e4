import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { unzipSync, zipSync } from 'fflate'
import { lazyBrowser } from '../../../build/browser/lazy-browser.ts'
import { readKit } from '../../../build/disk/read-kit.ts'
import { audit, checks, openMaterial } from '../../../build/judge/audit/index.ts'
import { gateChecks } from '../../../build/release/gate/checks.ts'
import type { Edition } from '../../../build/release/gate/edition.ts'
import { interrupted } from '../../../build/release/gate/interrupted.ts'
import type { Manifest } from '../../../build/release/manifest.ts'
import { gathered, type Outcome } from '../../../src/problems/finding.ts'
import { home, runKit } from '../../e2e/run-kit.ts'

/** The small kit in which faults are planted: two fiches, one picture, one chart, one example, one acronym. */
export const fiches = resolve('tests/visual/carnet')
export const SLUG = 'petit-carnet'

/** A copy of finished editions, to spoil. */
export type Copy = {
  dir: string
  /** Changes a text. @throws Error when there is nothing to change: the fault would not be planted */
  edit(path: string, change: (text: string) => string): Promise<void>
  /** Changes a text of the e-book, by its path in `OEBPS/`. */
  editBook(path: string, change: (text: string) => string): Promise<void>
  /** Changes a file of the e-book that is no text. */
  redrawBook(path: string, change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>): Promise<void>
  /** Changes a PDF below `pdf/`. */
  editPdf(path: string, change: (pdf: PDFDocument) => void | Promise<void>): Promise<void>
}

/** A fault, and exactly the findings that it must bring: control → what each of its errors says. */
export type Fault = {
  what: string
  plant(copy: Copy): Promise<void>
  finds: Record<string, RegExp[]>
}

/** Builds a kit. @throws Error when the build fails */
export async function buildKit(folder: string, out: string): Promise<void> {
  const { code, stderr } = await runKit(['build', '--fiches', folder, '--out', out], {
    KIT_CACHE: join(home, '.cache'),
  })
  if (code !== 0) throw new Error(stderr)
}

/** A folder for copies, and one copy after the other of the editions in `sound`. */
export async function openCopies(sound: string) {
  const dir = await mkdtemp(join(tmpdir(), 'kit-plantees-'))
  let number = 0
  return {
    async next(): Promise<Copy> {
      const copy = join(dir, String(number++))
      await cp(sound, copy, { recursive: true })
      return copyIn(copy)
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  }
}

function copyIn(dir: string): Copy {
  const altered = (path: string, before: string, after: string) => {
    if (before === after) throw new Error(`${path} holds nothing of what the fault changes`)
    return after
  }
  const redrawBook: Copy['redrawBook'] = async (path, change) => {
    const file = join(dir, `epub/${SLUG}.epub`)
    const files = unzipSync(await readFile(file))
    files[`OEBPS/${path}`] = Uint8Array.from(await change(files[`OEBPS/${path}`] ?? new Uint8Array()))
    // A book begins with its kind, unpacked: EPUB 3.3 §4.3.
    const { mimetype = new Uint8Array(), ...rest } = files
    const bytes = zipSync({ mimetype: [mimetype, { level: 0 }], ...rest })
    await writeFile(file, bytes)
    await writeFile(join(dir, `site/telechargements/${SLUG}.epub`), bytes)
  }
  return {
    dir,
    async edit(path, change) {
      const text = await readFile(join(dir, path), 'utf8')
      await writeFile(join(dir, path), altered(path, text, change(text)))
      if (path !== 'site/sw.js') await renewRevision(dir, path)
    },
    async editBook(path, change) {
      await redrawBook(path, bytes => {
        const text = new TextDecoder().decode(bytes)
        return new TextEncoder().encode(altered(path, text, change(text)))
      })
    },
    redrawBook,
    async editPdf(path, change) {
      const file = join(dir, 'pdf', path)
      const pdf = await PDFDocument.load(await readFile(file), { updateMetadata: false })
      await change(pdf)
      const bytes = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false })
      await writeFile(file, bytes)
      const offered = join(dir, 'site/telechargements', path.replace(/^.*\//, ''))
      if (!path.endsWith('-impression.pdf')) await writeFile(offered, bytes)
    },
  }
}

/** A page is kept for reading offline under its own print: one that was made wrong is kept wrong. */
async function renewRevision(dir: string, path: string): Promise<void> {
  const worker = join(dir, 'site/sw.js')
  const url = path.replace(/^site\//, '').replace(/(^|\/)index\.html$/, '$1') || './'
  const revision = createHash('sha256')
    .update(await readFile(join(dir, path)))
    .digest('hex')
    .slice(0, 16)
  const text = await readFile(worker, 'utf8')
  await writeFile(
    worker,
    text.replace(new RegExp(`("url":"${url.replaceAll('.', '\\.')}","revision":)"[^"]*"`), `$1"${revision}"`),
  )
}

/** What the controls find in the editions below `dir`: the errors of each that has some.
 *  @param only ids of the controls that are asked. @param folder of the kit that they were made from */
export async function errorsIn(
  dir: string,
  only: readonly string[],
  folder: string,
): Promise<Record<string, string[]>> {
  const { kit } = await readKit(folder)
  if (!kit) throw new Error('the small kit has errors')
  const { signal } = new AbortController()
  await using browser = lazyBrowser({ cacheDir: join(home, '.cache'), signal })
  const material = openMaterial({ kit, dir, browser: browser.open, signal })
  const edition: Edition = {
    material,
    dir,
    manifest: JSON.parse(await readFile(join(dir, 'manifeste.json'), 'utf8')) as Manifest,
    home,
    baselines: join(dir, 'aucune'),
    visualReport: join(dir, 'rapport-visuel.html'),
    verapdf: null,
  }
  const asked = [...checks, ...gateChecks].map(({ id }) => id)
  for (const id of only) if (!asked.includes(id)) throw new Error(`${id} is no control`)
  const outcomes = new Map<string, Outcome>()
  for (const { id, outcome } of await audit({ material, only })) outcomes.set(id, outcome)
  for (const { id, run } of gateChecks)
    if (only.includes(id))
      outcomes.set(id, await gathered(run(edition)).catch(error => interrupted(edition, error)))
  const errorsOf: Record<string, string[]> = {}
  for (const [id, { findings = [] }] of outcomes) {
    const errors = findings.filter(({ severity }) => severity === 'erreur')
    if (errors.length > 0) errorsOf[id] = errors.map(({ place, message }) => `${place} : ${message}`)
  }
  return errorsOf
}

/** What is wrong with the findings: those that nobody expects, and those that are missing. */
export function unexpected(found: Record<string, string[]>, expected: Fault['finds']): string[] {
  const strange = Object.entries(found).flatMap(([control, said]) =>
    said
      .filter(text => !expected[control]?.some(one => one.test(text)))
      .map(text => `${control} says besides: ${text}`),
  )
  const missing = Object.entries(expected).flatMap(([control, patterns]) =>
    patterns
      .filter(one => !found[control]?.some(text => one.test(text)))
      .map(one => `${control} does not say ${one}`),
  )
  return [...missing, ...strange]
}
