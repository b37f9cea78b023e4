import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Shipped, shipped } from './shipped.ts'

/** A shipped package as it is installed. */
export type Installed = Shipped & {
  version: string
  author: string | null
  homepage: string | null
  /** SHA-512 of the published archive, in hexadecimal, from the lock file. */
  sha512: string | null
  licenceText: string
}

type Manifest = { version: string; license?: string; author?: string | { name: string }; homepage?: string }
type Lock = { packages: Record<string, { integrity?: string }> }

/** Reads what the machine has of each shipped package.
 *  @param home folder of the press
 *  @throws Error when a package or the text of its licence is missing, or its licence is not the one that was agreed to */
export async function readShipped(home: string): Promise<Installed[]> {
  const lock = JSON.parse(await readFile(join(home, 'package-lock.json'), 'utf8')) as Lock
  return Promise.all(
    shipped.map(async entry => {
      const root = join(home, 'node_modules', entry.package)
      const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest
      if (manifest.license !== entry.licence)
        throw new Error(
          `${entry.package} is under ${manifest.license}, not under ${entry.licence}: read it, then change build/release/papers/shipped.ts`,
        )
      const integrity = /^sha512-(.+)$/.exec(
        lock.packages[`node_modules/${entry.package}`]?.integrity ?? '',
      )?.[1]
      const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? null)
      return {
        ...entry,
        version: manifest.version,
        author: author?.replace(/\s*<[^>]*>/, '') ?? null,
        homepage: manifest.homepage ?? null,
        sha512: integrity ? Buffer.from(integrity, 'base64').toString('hex') : null,
        licenceText: await readFile(join(root, entry.file), 'utf8'),
      }
    }),
  )
}
