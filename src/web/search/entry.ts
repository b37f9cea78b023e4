import type { Part, SearchDocument } from './documents.ts'
import { plain, wordsOf } from './words.ts'

/** One part of one document. What it says is read once. */
export type Entry = {
  document: SearchDocument
  part: Part
  /** All that it says. */
  text(): string
  /** The stems of its title. */
  title(): string
  /** All its stems, with a space around each. */
  words(): string
  /** Whether these stems, with a space between, stand in it one after the other. */
  says(phrase: string): boolean
  /** All its words as they are written, without accents and signs. */
  written(): string
}

export function openEntry(document: SearchDocument, part: Part): Entry {
  let title: string | undefined
  let words: string | undefined
  let written: string | undefined
  const text = () => `${part.titre}. ${part.mots ?? ''}. ${part.texte}`
  const entry = {
    document,
    part,
    text,
    title() {
      title ??= phraseOf(part.titre)
      return title
    },
    words() {
      words ??= ` ${phraseOf(text())} `
      return words
    },
    says: (phrase: string) => entry.words().includes(` ${phrase} `),
    written() {
      written ??= plain(text())
      return written
    },
  }
  return entry
}

/** The stems of a text. */
export const phraseOf = (text: string): string =>
  wordsOf(text)
    .map(({ stem }) => stem)
    .join(' ')
