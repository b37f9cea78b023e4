import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import pMap from 'p-map'
import { listFiles } from '../disk/list-files.ts'

/** Beside what was unpacked: CRC-32 of each file. It finds what a disk or a broken copy has done, in a tenth of a second. */
const SUMS = 'sommes.json'

/** Notes the sums of all files in `folder`. */
export async function writeSums(folder: string): Promise<void> {
  const files = listFiles(folder)
  const sums = await pMap(files, async file => [file, await sumOf(join(folder, file))] as const, {
    concurrency: 2,
  })
  await writeFile(join(folder, SUMS), JSON.stringify(Object.fromEntries(sums)))
}

/** Whether every file of `folder` is there and as it was unpacked. */
export async function isWhole(folder: string): Promise<boolean> {
  try {
    const sums = JSON.parse(await readFile(join(folder, SUMS), 'utf8')) as Record<string, number>
    const same = await pMap(
      Object.entries(sums),
      async ([file, sum]) => (await sumOf(join(folder, file))) === sum,
      { concurrency: 2 },
    )
    return same.length > 0 && same.every(Boolean)
  } catch {
    // Absent, cut short or no file: it is to be unpacked, whatever it was.
    return false
  }
}

async function sumOf(path: string): Promise<number> {
  let sum = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    sum = crc32(chunk as Buffer, sum)
  return sum
}
