import {
  acceptedText,
  isProposition,
  passageOf,
  type Relecture,
  threadsOf,
  withPassage,
  writeThreads,
} from '../../../../src/kit/index.ts'
import { type Desk, READ_ONLY } from '../desk.ts'
import type { Editor } from '../editor/editor.ts'

type Answer = Relecture['reponses'][number]

const CHANGED = 'La phrase a changé : modifier la proposition, ou la refuser.'
const GONE = 'Ce fil a changé entre-temps : le voici tel qu’il est.'
const STILL = 'Rien n’a été écrit : ce texte ne se change pas ici.'

/** Creates what is done with the threads of the open fiche. The text and the file of threads change in one go: nothing comes between
 *  them, and no thread says more than the text. Each answers why it was not done; null: it is done. */
export function createReviewDeeds({
  desk,
  editor,
  say,
}: {
  desk: Pick<Desk, 'bytesOf' | 'isWritable' | 'replace'>
  editor(): Pick<Editor, 'text' | 'write'>
  say(text: string): void
}) {
  const read = () => threadsOf(editor().text(), { read: path => desk.bytesOf(path) ?? 'absent' })
  const find = (thread: Relecture) => read().threads.find(other => isSame(other, thread))

  function change(thread: Relecture, set: (thread: Relecture) => Partial<Relecture>): string | null {
    if (!desk.isWritable()) return READ_ONLY
    const { path, threads } = read()
    const rank = threads.findIndex(other => isSame(other, thread))
    const former = threads[rank]
    if (!former) return GONE
    threads[rank] = { ...former, ...set(former) }
    void desk.replace(new Map([[path, new TextEncoder().encode(writeThreads(threads))]]))
    return null
  }
  const settle = (thread: Relecture, etat: Relecture['etat']) => change(thread, () => ({ etat }))

  /** Writes the text first; undone, the thread is open again. */
  function write(thread: Relecture, text: string): string | null {
    const mark = (etat: Relecture['etat']) => () => {
      const refusal = settle(thread, etat)
      if (refusal) say(refusal)
    }
    const along = { redo: mark('acceptee'), undo: mark('ouverte') }
    if (text !== editor().text() && !editor().write(text, along)) return desk.isWritable() ? STILL : READ_ONLY
    return settle(thread, 'acceptee')
  }

  return {
    /** A thread as it stands by now; undefined: it is not there any more. */
    find,
    accept(thread: Relecture): string | null {
      const current = find(thread)
      if (!current || !isProposition(current)) return GONE
      // A second click on what is done.
      if (current.etat !== 'ouverte') return null
      const text = acceptedText(editor().text(), current)
      return text === null ? CHANGED : write(current, text)
    },
    /** Writes other words than those proposed in the place of a sentence. */
    acceptAs(thread: Relecture, words: string): string | null {
      const current = find(thread)
      if (current?.etat !== 'ouverte') return GONE
      const passage = passageOf(editor().text(), current)
      return passage ? write(current, withPassage(editor().text(), passage, words)) : CHANGED
    },
    settle,
    answer: (thread: Relecture, answer: Answer) =>
      change(thread, ({ reponses }) => ({ reponses: [...reponses, answer] })),
  }
}

/** What a thread says stays, whatever becomes of it. */
const isSame = (some: Relecture, other: Relecture) => saying(some) === saying(other)

const saying = ({ auteur, date, citation, texte, remplace_par }: Relecture) =>
  JSON.stringify([auteur, date, citation, texte, remplace_par])
