import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { MOST_PIXELS } from '../../../src/page-plan.ts'
import { publishedPicture } from '../../../src/svg/published-picture.ts'
import { sha256 } from '../../disk/sha256.ts'
import { PaginationError } from '../faults.ts'
import { picturesOf } from './pictures-of.ts'
import type { Part } from './reserve.ts'

/** The pictures that documents show, by the path they write, with the SHA-256 of each. */
export type Pictures = { files: ReadonlyMap<string, Uint8Array>; digests: ReadonlyMap<string, string> }

/** Reads every picture of the documents from the kit's folder.
 *  @throws PaginationError when a picture is not a file of the kit, or cannot be drawn whole */
export async function readPictures(parts: readonly Part[], kitDir: string): Promise<Pictures> {
  const files = new Map<string, Uint8Array>()
  const digests = new Map<string, string>()
  for (const { item, html } of parts)
    for (const path of picturesOf(html)) {
      if (files.has(path)) continue
      const file = join(kitDir, path)
      const inside = !relative(kitDir, file).startsWith('..') && !/^[a-z]+:/i.test(path)
      const refused = new PaginationError(item, [{ kind: 'refus', url: path }])
      if (!inside) throw refused
      const written = await readFile(file).catch(cause => {
        throw new PaginationError(item, refused.faults, { cause })
      })
      const bytes = publishedPicture(path, written)
      const why = await damageOf(bytes)
      if (why !== null) throw new PaginationError(item, [{ kind: 'image', path, why }])
      files.set(path.replace(/^\//, ''), bytes)
      digests.set(path, sha256(bytes))
    }
  return { files, digests }
}

/** Why a picture cannot be drawn, or null. A browser shows what it can of a damaged one and says nothing. */
async function damageOf(bytes: Uint8Array): Promise<string | null> {
  // Loaded with the first picture: most kits have none, and the library is large.
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
    // A drawing has no pixels of its own to read.
    if ((await picture.metadata()).format !== 'svg') await picture.stats()
    return null
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error)
  }
}
