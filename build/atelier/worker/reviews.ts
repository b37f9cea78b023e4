import {
  type Acceptance,
  acceptanceOf,
  decodeText,
  isProposition,
  memoryFolder,
  type Passage,
  passageOf,
  type Relecture,
  threadsOf,
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
  const { path, threads } = threadsOf(text, memoryFolder(files))
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

const textAt = (files: Files, file: string) =>
  decodeText(files.get(file) ?? new Uint8Array(), file).text ?? ''
