import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '../../src/kit.ts'

/** What a build can be asked to make. */
export const editions = ['site', 'pdf', 'epub'] as const
export type Edition = (typeof editions)[number]

export type Role =
  | 'site'
  | 'pdf-ecran'
  | 'pdf-impression'
  | 'pdf-cahier'
  | 'rapport-prepresse'
  | 'donnees-prepresse'
  | 'pdf-fiche'
  | 'epub'

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

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** Describes a file that is in memory. */
export function describeFile(
  role: Role,
  path: string,
  bytes: Uint8Array,
  rest: Pick<Artefact, 'pages' | 'fiche'> = {},
): Artefact {
  return { role, path, bytes: bytes.byteLength, sha256: sha256(bytes), ...rest }
}

/** Describes a folder on disk. */
export async function describeFolder(role: Role, root: string, path: string): Promise<Artefact> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  let bytes = 0
  const lines: string[] = []
  for (const file of files) {
    const content = await readFile(file)
    bytes += content.byteLength
    lines.push(`${sha256(content)}  ${file.slice(join(root, path).length + 1).replaceAll('\\', '/')}\n`)
  }
  return { role, path, bytes, sha256: sha256(lines.join('')) }
}

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
  await writeFile(join(dir, 'manifeste.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}
