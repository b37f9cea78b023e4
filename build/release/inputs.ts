import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'

/** What the press is made of, beside the kit: all that an edition may depend on. */
const PRESS = ['src', 'build', 'layouts', 'styles', 'eleventy.config.ts', 'package-lock.json']

const FILES_AT_ONCE = 32

/** SHA-256 of every file of the kit's folder, paths included. */
export const hashKit = (dir: string) => hashTree(dir, ['.'])

/** SHA-256 of the press itself: code, layouts, styles and the exact versions of its libraries. */
export const hashPress = (home: string) => hashTree(home, PRESS)

async function hashTree(root: string, names: string[]): Promise<string> {
  const files: string[] = []
  for (const name of names) {
    const path = join(root, name)
    try {
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      for (const entry of entries) if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error
      files.push(path)
    }
  }
  const hash = createHash('sha256')
  const contents = await pMap(files.sort(), async file => ({ file, content: await readFile(file) }), {
    concurrency: FILES_AT_ONCE,
  })
  for (const { file, content } of contents)
    hash.update(`${file.slice(root.length)}\0${content.byteLength}\0`).update(content)
  return hash.digest('hex')
}
