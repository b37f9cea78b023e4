import { createHash } from 'node:crypto'
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
  /** @see https://github.com/package-url/purl-spec */
  purl: string
}

type Manifest = { version: string; license?: string; author?: string | { name: string }; homepage?: string }
type Lock = { packages: Record<string, { integrity?: string }> }

/** Reads what the machine has of each shipped package, and the profile that the printer's PDF embeds.
 *  @param home folder of the press
 *  @throws Error when a package or the text of its licence is missing, or its licence is not the one that was agreed to */
export async function readShipped(home: string): Promise<Installed[]> {
  const lock = JSON.parse(await readFile(join(home, 'package-lock.json'), 'utf8')) as Lock
  const packages = await Promise.all(
    shipped.map(async entry => {
      const folder = `node_modules/${entry.within ? `${entry.within}/node_modules/` : ''}${entry.package}`
      const root = join(home, folder)
      const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest
      if (manifest.license !== entry.licence)
        throw new Error(
          `${entry.package} is under ${manifest.license}, not under ${entry.licence}: read it, then change build/release/papers/shipped.ts`,
        )
      const integrity = /^sha512-(.+)$/.exec(lock.packages[folder]?.integrity ?? '')?.[1]
      const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? null)
      return {
        ...entry,
        version: manifest.version,
        author: author?.replace(/\s*<[^>]*>/, '') ?? null,
        homepage: manifest.homepage ?? null,
        sha512: integrity ? Buffer.from(integrity, 'base64').toString('hex') : null,
        licenceText: await readFile(join(root, entry.file), 'utf8'),
        purl: `pkg:npm/${entry.package.replace('@', '%40')}@${manifest.version}`,
      }
    }),
  )
  return [...packages, await readProfile(join(home, 'build/pdf/press/profiles'))]
}

/** The profile of the press itself. Where it comes from stands beside it. */
async function readProfile(folder: string): Promise<Installed> {
  const name = 'FOGRA39L_coated.icc'
  const [bytes, note] = await Promise.all([
    readFile(join(folder, name)),
    readFile(join(folder, 'README.md'), 'utf8'),
  ])
  const version = /`colord-data` ([\d.]+\d)/.exec(note)?.[1]
  if (version === undefined) throw new Error(`${folder}/README.md does not say where ${name} comes from`)
  return {
    package: name,
    kind: 'profil',
    editions: ['pdf'],
    licence: 'CC0-1.0',
    file: 'README.md',
    version,
    author: 'Richard Hughes',
    homepage: null,
    sha512: createHash('sha512').update(bytes).digest('hex'),
    licenceText: note,
    purl: `pkg:deb/debian/colord-data@${version}`,
  }
}
