import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chromium, findChromium } from '../../build/browser/chromium.ts'
import type { Manifest } from '../../build/disk/manifest.ts'
import type { Kit } from '../../src/kit.ts'
import { readCopy } from './kit-copy.ts'
import type { Command } from './measure.ts'
import { multiplyKit } from './multiply-kit.ts'
import { writeDocument } from './write-document.ts'

/** What is measured at one size: a kit that is the press's own so many times, and the folders of its builds. */
export type Workplace = {
  /** How often the kit stands in it. */
  size: number
  kit: Kit
  /** The copy of the press that makes it. */
  press: string
  /** Folders: the press's cache, its output, and that of pagedjs-cli. */
  cache: string
  out: string
  output: string
  /** The HTML that pagedjs-cli is given. */
  document: string
  browser: Chromium
}

/** Makes the kit and the folders of one size below `dir`. @param fiches the kit to multiply */
export async function openWorkplace(
  dir: string,
  { size, fiches, press }: { size: number; fiches: string; press: string },
): Promise<Workplace> {
  const at = (name: string) => join(dir, `${name}-${size}`)
  await multiplyKit(fiches, at('kit'), size)
  const kit = await readCopy(at('kit'))
  for (const name of ['cache', 'fait', 'document']) {
    await rm(at(name), { recursive: true, force: true })
    await mkdir(at(name), { recursive: true })
  }
  return {
    size,
    kit,
    press,
    cache: at('cache'),
    out: at('dist'),
    output: at('fait'),
    document: await writeDocument(kit, at('document')),
    // Unpacked once: a machine does it once, whatever it builds.
    browser: await findChromium(at('cache'), process.env['PUPPETEER_EXECUTABLE_PATH']),
  }
}

const node = ({ press, cache }: Workplace, ...args: string[]): Command => ({
  argv: [process.execPath, ...args],
  cwd: press,
  env: { KIT_CACHE: cache },
})

/** A measuring script of the press, started as its commands are. */
export const script = (place: Workplace, ...args: string[]): Command =>
  node(place, 'scripts/bench/run.js', ...args)

/** The command as a person types it. */
export const buildCommand = (place: Workplace): Command =>
  node(place, 'scripts/kit.js', 'build', '--fiches', place.kit.dir, '--out', place.out)

/** Empties the cache, but for the unpacked browser. */
export async function emptyCache({ cache }: Workplace): Promise<void> {
  for (const name of await readdir(cache))
    if (!name.startsWith('chromium-')) await rm(join(cache, name), { recursive: true, force: true })
}

/** SHA-256 of every edition in the output. */
export async function digestsOf({ out }: Workplace): Promise<string> {
  const { artefacts } = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
  return artefacts.map(({ path, sha256 }) => `${sha256}  ${path}`).join('\n')
}
