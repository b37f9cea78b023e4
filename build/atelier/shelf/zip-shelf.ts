import { unzipSync, zipSync } from 'fflate'
import { isHeldPath, isShort, memoryShelf, type Shelf } from './shelf.ts'

/** A path that begins so leaves the folder in which a zip is unpacked, on some systems. */
const DRIVE = /^[a-z]:/i

const limits = { files: 5_000, bytes: 300_000_000 }

/** Opens the kit in a zip, where `kit.yaml` lies nearest to the top. @throws Error that says in French why not */
export function zipShelf(name: string, zip: Uint8Array): Shelf {
  let count = 0
  let bytes = 0
  let files: Record<string, Uint8Array>
  try {
    // No more is unpacked than a part says it holds: a bomb is refused by what it says, or cut.
    files = unzipSync(zip, {
      filter: ({ originalSize }) => {
        count += 1
        bytes += originalSize
        if (count > limits.files || bytes > limits.bytes) throw new Error('too large')
        return true
      },
    })
  } catch (cause) {
    const why =
      cause instanceof Error && cause.message === 'too large'
        ? 'ce fichier .zip est trop grand pour un kit.'
        : 'ce fichier .zip est abîmé, ou n’en est pas un.'
    throw new Error(why, { cause })
  }
  const root = Object.keys(files)
    .filter(path => /(^|\/)kit\.yaml$/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0]
    ?.replace(/kit\.yaml$/, '')
  if (root === undefined) throw new Error('ce fichier .zip ne contient pas de kit : il y manque kit.yaml.')
  return memoryShelf(
    name,
    new Map(
      Object.entries(files).flatMap(([path, content]) => {
        const below = path.slice(root.length)
        const isHeld = path.startsWith(root) && isHeldPath(below) && isShort(below) && !DRIVE.test(below)
        return isHeld ? [[below, content] as const] : []
      }),
    ),
  )
}

/** Files as a zip: the same bytes for the same files. */
export const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), {
    mtime: new Date(1980, 0, 1),
  })

/** The files of a shelf as a zip for everybody: what readers wrote to its authors is not in it. */
export const zipOfShelf = async (shelf: Shelf): Promise<Uint8Array> =>
  zipOf(
    new Map(
      await Promise.all(
        (await shelf.list())
          .filter(({ path }) => !path.startsWith('relectures/'))
          .map(async ({ path }) => [path, await shelf.read(path)] as const),
      ),
    ),
  )
