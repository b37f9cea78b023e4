import {
  type Acceptance,
  acceptanceOf,
  addThreads,
  decodeText,
  isProposition,
  type Passage,
  passageOf,
  type Relecture,
  slugsIn,
  threadsOf,
  writeThreads,
} from '../../../src/kit/index.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** A thread by its rank in its file, and its passage in the fiche, as offsets; null: it is about the whole, or its sentence is
 *  gone. `acceptance`: of a proposal. */
export type PlacedThread = {
  rank: number
  thread: Relecture
  passage: Passage | null
  acceptance: Acceptance | null
}

/** The threads of a fiche, and their file. */
export type FicheReviews = { path: string; threads: PlacedThread[] }

/** @throws UnreadableThreads */
export function reviewsOf(files: Files, file: string): FicheReviews {
  const text = textAt(files, file)
  const { path, threads } = threadsOf(text, files)
  return {
    path,
    threads: threads.map((thread, rank) => ({
      rank,
      thread,
      passage: passageOf(text, thread),
      acceptance: isProposition(thread) ? acceptanceOf(text, thread) : null,
    })),
  }
}

/** What a Word file brings back to a fiche. `files`: that of its threads. */
export type TakenReview = {
  fiche: string
  files: Map<string, Uint8Array>
  additions: number
  newPictures: number
}

/** Reads a Word file that came back. @returns null: the kit did not give it, or has no such fiche any more @throws Error in French */
export async function takeReview(files: Files, bytes: Uint8Array, jour: string): Promise<TakenReview | null> {
  // Long to load, and seldom asked for.
  const { readReview } = await import('../../../src/word/index.ts')
  const review = readReview(bytes, jour)
  const fiche = review && [...files.keys()].find(file => isFicheOf(files, file, review.slug))
  if (!review || !fiche) return null
  const text = textAt(files, fiche)
  const { path, threads } = threadsOf(text, files)
  const next = addThreads(threads, review.threads, text)
  return {
    fiche,
    files: new Map([[path, threadBytes(next.threads)]]),
    additions: next.additions.length,
    newPictures: review.newPictures,
  }
}

export const threadBytes = (threads: readonly Relecture[]): Uint8Array =>
  new TextEncoder().encode(writeThreads(threads))

const isFicheOf = (files: Files, file: string, slug: string) =>
  file.endsWith('.md') && file.includes('/') && slugsIn(textAt(files, file)).includes(slug)

const textAt = (files: Files, file: string) =>
  decodeText(files.get(file) ?? new Uint8Array(), file).text ?? ''
