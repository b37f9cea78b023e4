import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes files that do not exist yet, with the folders that they need. @throws EEXIST where one exists, which stays as it is */
export async function writeNew(dir: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [file, content] of files) {
    const path = join(dir, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { flag: 'wx' })
  }
}
