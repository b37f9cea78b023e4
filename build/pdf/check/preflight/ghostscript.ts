import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HANG_MS } from '../../../browser/conventions.ts'
import { codeOf, ownedFolder } from '../../../disk/files.ts'
import type { PageInk } from './check.ts'

/** Measures the ink on Ghostscript's raster of each BleedBox, at 72 dpi, without any colour conversion.
 *  @returns null when Ghostscript is not installed
 *  @throws Error when it fails */
export async function rasterInk(
  bytes: Uint8Array,
  command: string,
  signal?: AbortSignal,
): Promise<{ version: string; pages: PageInk[] } | null> {
  const version = await versionOf(command)
  if (version === null) return null
  await using folder = await ownedFolder('encrage')
  const file = join(folder.path, 'impression.pdf')
  await writeFile(file, bytes)
  return { version, pages: await raster(command, file, signal) }
}

function raster(command: string, file: string, signal: AbortSignal | undefined): Promise<PageInk[]> {
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
    const reader = pamReader(darkest =>
      pages.push({ page: pages.length + 1, coverage: (100 * darkest) / 255 }),
    )
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

/** Errors of starting a program that is not there: `EACCES` where a folder of the path may not be looked into. */
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

/** Reads CMYK pages in PAM form as they come, and forgets each: a raster of a whole edition would fill the memory.
 *  @param onPage receives each page's darkest point, the sum of its four inks, each from 0 to 255
 *  @see https://netpbm.sourceforge.net/doc/pam.html */
export function pamReader(onPage: (darkest: number) => void) {
  let header: Buffer = Buffer.alloc(0)
  let expected = 0
  let darkest = 0
  let sum = 0
  let channel = 0

  const readPixels = (chunk: Buffer): Buffer => {
    const end = Math.min(expected, chunk.length)
    for (let at = 0; at < end; at++) {
      sum += chunk[at] as number
      if (++channel < 4) continue
      if (sum > darkest) darkest = sum
      sum = channel = 0
    }
    expected -= end
    if (expected === 0) onPage(darkest)
    return chunk.subarray(end)
  }
  const readHeader = (chunk: Buffer): Buffer => {
    header = Buffer.concat([header, chunk])
    const end = header.indexOf(END)
    if (end < 0) return Buffer.alloc(0)
    const text = header.subarray(0, end).toString('latin1')
    const rest = header.subarray(end + END.length)
    const [width, height, depth, most] = ['WIDTH', 'HEIGHT', 'DEPTH', 'MAXVAL'].map(key =>
      Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(text)?.[1]),
    )
    if (!width || !height || depth !== 4 || most !== 255) throw new Error(`not a page in CMYK: ${text}`)
    expected = width * height * depth
    darkest = 0
    header = Buffer.alloc(0)
    return rest
  }
  return {
    push(chunk: Buffer) {
      let rest = chunk
      while (rest.length > 0) rest = expected > 0 ? readPixels(rest) : readHeader(rest)
    },
    /** Did the last page come to its end? */
    isWhole: () => expected === 0 && header.length === 0,
  }
}

const END = Buffer.from('ENDHDR\n')
