import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaTypeOf } from '../../src/files.ts'
import { bookPicture } from '../../src/svg/published-picture.ts'
import type { Chapter, EpubDocument } from './chapters.ts'
import { COVER } from './files.ts'
import { picturesIn } from './pictures.ts'

/** @throws when the format is none of EPUB 3.3's core pictures */
export function pictureTypeOf(path: string): string {
  const type = mediaTypeOf(path)
  if (!type?.startsWith('image/')) throw new Error(`${path}: an e-book shows no file of that kind`)
  return type
}

/** Every picture that a chapter shows: the cover's, drawings of the renderer, pictures of the kit's folder. */
export async function resourcesOf(
  documents: readonly EpubDocument[],
  chapters: readonly Chapter[],
  dir: string,
  cover: Uint8Array,
): Promise<Map<string, Uint8Array>> {
  const resources = new Map([[COVER, cover]])
  for (const { path, content } of documents.flatMap(document => document.resources)) {
    resources.set(path, new TextEncoder().encode(content))
  }
  const shown = chapters.flatMap(({ xhtml }) => picturesIn(xhtml))
  for (const path of new Set(shown)) {
    if (resources.has(path)) continue
    resources.set(path, bookPicture(path, await readFile(join(dir, path))))
  }
  return resources
}
