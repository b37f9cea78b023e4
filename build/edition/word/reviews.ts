import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  addThreads,
  type FichePubliee,
  type Kit,
  passageOf,
  type Relecture,
  threadsOf,
  writeThreads,
} from '../../../src/kit/index.ts'
import type { Review } from '../../../src/word/index.ts'
import { diskFolder } from '../../ground/index.ts'

/** A review that is now in the kit. `line`: of the fiche, from 1, where each thread stands; null: about the whole, or its sentence is gone. */
export type ImportedReview = {
  fiche: string
  /** The file of its threads. */
  path: string
  additions: { thread: Relecture; line: number | null }[]
  /** Threads that were there already. */
  repeats: number
  newPictures: number
}

/** Keeps what reviewers wrote beside the fiche, which stays as it is. @param dir the kit's folder
 *  @throws UnreadableThreads */
export async function importReview(
  review: Review,
  fiche: { path: string; text: string },
  dir: string,
): Promise<ImportedReview> {
  const { path, threads } = threadsOf(fiche.text, filesIn(dir))
  const next = addThreads(threads, review.threads, fiche.text)
  if (next.threads.length > 0) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), writeThreads(next.threads))
  }
  return {
    fiche: fiche.path,
    path,
    additions: next.additions.map(thread => {
      const passage = passageOf(fiche.text, thread)
      return { thread, line: passage && fiche.text.slice(0, passage.from).split('\n').length }
    }),
    repeats: review.threads.length - next.additions.length,
    newPictures: review.newPictures,
  }
}

/** The reviews of a fiche. @throws UnreadableThreads */
export const reviewsOf = async ({ dir }: Kit, { file }: FichePubliee): Promise<Relecture[]> =>
  threadsOf(await readFile(join(dir, file), 'utf8'), filesIn(dir)).threads

const filesIn = (dir: string) => ({
  get(path: string) {
    const bytes = diskFolder(dir).read(path)
    return typeof bytes === 'string' ? undefined : bytes
  },
})
