import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  addThreads,
  type KitFolder,
  passageOf,
  type Relecture,
  readBytes,
  readThreads,
  reviewFile,
  writeThreads,
} from '../../../src/kit/index.ts'
import { type Review, UnreadableWord } from '../../../src/word/index.ts'

/** A review that is now in the kit. `line`: of the fiche, from 1, where each thread stands; null: about the whole, or its sentence is gone. */
export type ImportedReview = {
  fiche: string
  /** The file of its threads. */
  path: string
  added: { thread: Relecture; line: number | null }[]
  /** Threads that were there already. */
  known: number
  newPictures: number
}

/** Keeps what reviewers wrote beside the fiche, which stays as it is.
 *  @param fiche its slug, then its former ones @throws UnreadableWord when its threads cannot be read */
export async function importReview(
  review: Review,
  fiche: { path: string; slugs: readonly string[]; text: string },
  { dir, folder, files }: { dir: string; folder: KitFolder; files: ReadonlySet<string> },
): Promise<ImportedReview> {
  const path = reviewFile(fiche.slugs, files)
  const bytes = files.has(path) ? readBytes(folder, path) : new Uint8Array()
  const { threads } = 'code' in bytes ? { threads: null } : readThreads(bytes, path)
  if (threads === null)
    throw new UnreadableWord(`${path} a des erreurs, que « kit check » dit ; les corriger d’abord.`)
  const next = addThreads(threads, review.threads, fiche.text)
  if (next.threads.length > 0) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), writeThreads(next.threads))
  }
  return {
    fiche: fiche.path,
    path,
    added: next.added.map(thread => {
      const passage = passageOf(fiche.text, thread)
      return { thread, line: passage && fiche.text.slice(0, passage.from).split('\n').length }
    }),
    known: review.threads.length - next.added.length,
    newPictures: review.newPictures,
  }
}
