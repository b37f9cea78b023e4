import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  addThreads,
  type FichePubliee,
  type Kit,
  type KitFolder,
  listKit,
  passageOf,
  type Relecture,
  readBytes,
  readThreads,
  reviewFile,
  writeThreads,
} from '../../../src/kit/index.ts'
import { type Review, UnreadableWord } from '../../../src/word/index.ts'
import { diskFolder } from '../../ground/index.ts'

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
  const threads = files.has(path) ? threadsIn(folder, path) : []
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

/** The reviews of a fiche. @throws when their file has errors, which its check has reported */
export async function reviewsOf({ dir }: Kit, { slug, anciens_slugs }: FichePubliee): Promise<Relecture[]> {
  const folder = diskFolder(dir)
  const files = new Set((await listKit(folder))?.reviews)
  const path = reviewFile([slug, ...anciens_slugs], files)
  const threads = files.has(path) ? threadsIn(folder, path) : []
  if (threads === null) throw new Error(`${path} has errors`)
  return threads
}

/** null: the file has errors */
function threadsIn(folder: KitFolder, path: string): Relecture[] | null {
  const bytes = readBytes(folder, path)
  return 'code' in bytes ? null : readThreads(bytes, path).threads
}
