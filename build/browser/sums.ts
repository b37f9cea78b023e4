import { closeSync, openSync, readSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { listFiles } from '../disk/files.ts'

/** Beside what was unpacked: CRC-32 of each file. It finds what a disk or a broken copy has done, in a tenth of a second. */
const SUMS = 'sommes.json'

/** Notes the sums of all files in `folder`. */
export async function writeSums(folder: string): Promise<void> {
  const sums = listFiles(folder).map(file => [file, sumOf(join(folder, file))])
  await writeFile(join(folder, SUMS), JSON.stringify(Object.fromEntries(sums)))
}

/** Whether every file of `folder` is there and as it was unpacked. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const sums = JSON.parse(await readFile(join(folder, SUMS), 'utf8')) as Record<string, number>
    const entries = Object.entries(sums)
    return entries.length > 0 && entries.every(([file, sum]) => sumOf(join(folder, file)) === sum)
  } catch {
    // Absent, cut short or no file: it is to be unpacked, whatever it was.
    return false
  }
}

/** Read in one go: some hundred reads that each wait for their turn, while the pages are rendered, kept the browser from starting
 *  for seconds. */
function sumOf(path: string): number {
  const chunk = Buffer.allocUnsafe(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let sum = 0; ; ) {
      const length = readSync(file, chunk, 0, chunk.length, null)
      if (length === 0) return sum
      sum = crc32(chunk.subarray(0, length), sum)
    }
  } finally {
    closeSync(file)
  }
}
