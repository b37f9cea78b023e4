import type { Token } from 'markdown-it'
import type { Kit, Medium } from '../../kit.ts'
import { type Marked, markIn } from '../mark-in.ts'
import { findSigles } from '../sigles.ts'

/** Finds the words of other languages in a text, in order. */
export type FindForeignWords = (text: string) => { words: string; index: number; language: string }[]

/** What finds the words of a kit's lists: each as it is written there, or with a capital at its beginning. */
export function foreignWordsOf(lists: Kit['mots_etrangers']): FindForeignWords {
  const languages = new Map(
    Object.entries(lists).flatMap(([language, all]) =>
      all.flatMap(words => [
        [words, language] as const,
        [words.charAt(0).toLocaleUpperCase(language) + words.slice(1), language] as const,
      ]),
    ),
  )
  const find = findSigles([...languages.keys()])
  return text =>
    find(text).map(({ sigle, index }) => ({ words: sigle, index, language: languages.get(sigle) ?? '' }))
}

/** Says of every such word, wherever it stands, which language it is of: a voice says it so. */
export function markForeignWords(tokens: readonly Token[], find: FindForeignWords, medium: Medium): void {
  for (const inline of tokens)
    if (inline.children) inline.children = markForeignIn(inline.children, find, medium)
}

/** The same of the inline tokens of one line. */
export const markForeignIn = (children: readonly Token[], find: FindForeignWords, medium: Medium): Token[] =>
  children.flatMap(child =>
    child.type === 'text' ? markIn(child, marksIn(child.content, find, medium)) : [child],
  )

function marksIn(text: string, find: FindForeignWords, medium: Medium): Marked[] {
  return find(text).map(({ words, index, language }) => ({
    start: index,
    end: index + words.length,
    type: 'span',
    tag: 'span',
    // XHTML asks for both. @see EPUB 3.3 §5.3.9
    attrs: [['lang', language], ...(medium === 'epub' ? [['xml:lang', language] as [string, string]] : [])],
  }))
}
