import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HANG_MS } from '../../../../browser/hang.ts'
import { codeOf } from '../../../../disk/code-of.ts'
import { ownedFolder } from '../../../../disk/owned-folder.ts'
import { inkBeyondTrim } from './bleeding.ts'
import type { PageInk } from './page-ink.ts'
import { pamReader } from './pam.ts'

/** Pixels of a raster of 72 dpi in a mm. */
const PIXEL = 72 / 25.4

/** Measures the ink on Ghostscript's raster of each BleedBox, at 72 dpi, without any colour conversion.
 *  @param fondPerdu the bleed that the boxes declare, in mm
 *  @returns null when Ghostscript is not installed
 *  @throws Error when it fails */
export async function rasterInk(
  bytes: Uint8Array,
  command: string,
  fondPerdu: number,
  signal?: AbortSignal,
): Promise<{ version: string; pages: PageInk[] } | null> {
  const version = await versionOf(command)
  if (version === null) return null
  await using folder = await ownedFolder('encrage')
  const file = join(folder.path, 'impression.pdf')
  await writeFile(file, bytes)
  return { version, pages: await raster(command, file, fondPerdu, signal) }
}

function raster(
  command: string,
  file: string,
  fondPerdu: number,
  signal: AbortSignal | undefined,
): Promise<PageInk[]> {
  const settings = [
    '-q',
    '-dSAFER',
    '-dBATCH',
    '-dNOPAUSE',
    '-sDEVICE=pamcmyk32',
    '-dUseBleedBox',
    '-r72',
    '-sOutputFile=-',
  ]
  const timeout = AbortSignal.timeout(HANG_MS)
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...settings, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    const pages: PageInk[] = []
    const errors: Buffer[] = []
    const reader = pamReader((darkest, page) => {
      const beyond = inkBeyondTrim(page, fondPerdu * PIXEL)
      pages.push({
        page: pages.length + 1,
        coverage: (100 * darkest) / 255,
        bleed: beyond === null ? null : beyond / PIXEL,
      })
    })
    child.stdout.on('data', chunk => {
      try {
        reader.push(chunk)
      } catch (error) {
        child.kill()
        reject(error)
      }
    })
    child.stderr.on('data', chunk => errors.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      const complaint = Buffer.concat(errors).toString('utf8').trim()
      if (code !== 0 || !reader.isWhole())
        reject(new Error(`Ghostscript failed (${code}): ${complaint.slice(0, 500)}`))
      else resolve(pages)
    })
  })
}

/** What starting a program says where there is none: `EACCES` where a folder of the path may not be looked into. */
const ABSENT = new Set(['ENOENT', 'EACCES'])

/** The version of Ghostscript, or null when there is no such program. */
function versionOf(command: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: HANG_MS })
    const output: Buffer[] = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.on('error', error => (ABSENT.has(codeOf(error)) ? resolve(null) : reject(error)))
    child.on('close', code => resolve(code === 0 ? Buffer.concat(output).toString('utf8').trim() : null))
  })
}
