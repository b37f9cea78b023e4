import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '../../../src/kit/index.ts'
import { listBelow, sha256 } from './files.ts'
import { type Role, SITE } from './roles.ts'

/** A file of the release, or the folder of the site. `path` is relative to the output, with `/`. */
export type Artefact = {
  role: Role
  path: string
  /** Size; of a folder, the sum of its files. */
  bytes: number
  /** Of a folder: SHA-256 of the lines `sha256  path` of its files, sorted by path. */
  sha256: string
  pages?: number
  /** Slug of the fiche that the file holds. */
  fiche?: string
}

export type Manifest = {
  kit: { slug: string; titre: string; annee: number; statut: string | null }
  /** ISO 8601 */
  date: string
  artefacts: Artefact[]
}

/** Describes the site in the output `root`, as it lies there. */
export function describeSite(root: string): Artefact {
  const dir = join(root, SITE)
  return describeSiteOf(listBelow(dir).map(({ path: file }) => ({ file, ...digestOfFile(join(dir, file)) })))
}

/** Describes a site by its files, each with its path inside the site. */
export function describeSiteOf(files: readonly ({ file: string } & Digest)[]): Artefact {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const lines = sorted.map(({ file, sha256: hash }) => `${hash}  ${file}\n`)
  const bytes = sorted.reduce((sum, { bytes: size }) => sum + size, 0)
  return { role: 'site', path: SITE, bytes, sha256: sha256(lines.join('')) }
}

/** Size and hash of a file, to compare files. */
export type Digest = Pick<Artefact, 'bytes' | 'sha256'>

export const digestOf = (content: Uint8Array): Digest => ({
  bytes: content.byteLength,
  sha256: sha256(content),
})

// At once: the round trips of a promised read cost more than the read of so small a file.
const digestOfFile = (path: string) => digestOf(readFileSync(path))

/** Tells of a folder `dir` with exactly the manifest's files, to the byte. */
export function holds(dir: string, manifest: Manifest): boolean {
  try {
    if (readFileSync(join(dir, MANIFEST), 'utf8') !== textOf(manifest)) return false
    const files = new Set([MANIFEST, ...manifest.artefacts.map(({ path }) => path)])
    return (
      listBelow(dir).every(({ path }) => files.has(path) || path.startsWith(`${SITE}/`)) &&
      manifest.artefacts.every(({ role, path, bytes, sha256: expected }) => {
        const digest = role === 'site' ? describeSite(dir) : digestOfFile(join(dir, path))
        return digest.bytes === bytes && digest.sha256 === expected
      })
    )
  } catch (error) {
    // A missing or unreadable file differs from the manifest.
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

export const MANIFEST = 'manifeste.json'
/** The one file of a role, below `dir`. @throws Error when the manifest names none */
export async function readArtefact(
  dir: string,
  { artefacts }: Pick<Manifest, 'artefacts'>,
  role: Role,
): Promise<Uint8Array> {
  const artefact = artefacts.find(one => one.role === role)
  if (!artefact) throw new Error(`${MANIFEST} names no file « ${role} »`)
  return readFile(join(dir, artefact.path))
}

/** `manifeste.json` */
export const textOf = (manifest: Manifest) => `${JSON.stringify(manifest, null, 2)}\n`

/** Writes `manifeste.json`, artefacts in the order of their paths. */
export async function writeManifest(
  dir: string,
  kit: Kit,
  date: Date,
  artefacts: readonly Artefact[],
): Promise<Manifest> {
  const manifest: Manifest = {
    kit: { slug: kit.slug, titre: kit.titre, annee: kit.edition.annee, statut: kit.edition.statut },
    date: date.toISOString(),
    artefacts: artefacts.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
  await writeFile(join(dir, MANIFEST), textOf(manifest))
  return manifest
}

/** Reads `manifeste.json` of a finished output. */
export const readManifest = async (dir: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')) as Manifest
