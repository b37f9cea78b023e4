import { readFileSync } from 'node:fs'
import dictionary from 'dictionary-fr'
import nspell from 'nspell'
import { expect, test } from 'vitest'
import { kitDir, kitTexts, readableText } from './kit-files.ts'

/** Names, and words that the dictionary lacks: one a line, in alphabetical order. */
const accepted = readFileSync(new URL('mots-acceptes.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const sigles = readFileSync(`${kitDir}/sigles.yaml`, 'utf8').match(/^[^:#\s]+(?=:)/gm) ?? []

const spell = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
const known = new Set([...accepted, ...sigles])
const seen = new Map<string, boolean>()

/** Whether `word` is French, or accepted: whole, or after its elision, or part by part. */
function isRight(word: string): boolean {
  const before = seen.get(word)
  if (before !== undefined) return before
  const elided = /^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quelqu)'(.+)$/iu.exec(word)?.[1]
  const parts = word.split('-')
  const right =
    known.has(word) ||
    spell.correct(word) ||
    (elided !== undefined && isRight(elided)) ||
    (parts.length > 1 && parts.every(isRight))
  seen.set(word, right)
  return right
}

/** The words of a line; inclusive forms (`élu.e.s`) by their first. What holds a figure is no word. */
function wordsOf(line: string): string[] {
  const plain = line
    .normalize('NFC')
    .replace(/’/g, "'")
    .replace(/(?<=\p{L})(?:\.(?:e|es|s|le|ne|te|ve|trice))+\b/gu, '')
  return (plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).filter(word => !/\d/.test(word))
}

test('every word of the kit is French, or accepted', () => {
  const wrong = kitTexts().flatMap(({ file, text }) =>
    readableText(text)
      .split('\n')
      .flatMap((line, i) =>
        wordsOf(line)
          .filter(word => !isRight(word))
          .map(word => `${file}:${i + 1}: ${word}`),
      ),
  )
  expect(wrong).toEqual([])
})

test('the accepted words are in order, used, and unknown to the dictionary', () => {
  const collator = new Intl.Collator('fr')
  expect(accepted).toEqual([...new Set(accepted)].sort(collator.compare))
  const used = new Set(
    kitTexts()
      .flatMap(({ text }) => wordsOf(readableText(text)))
      .flatMap(word => [word, ...word.split(/[-']/)]),
  )
  expect(accepted.filter(word => !used.has(word) || spell.correct(word))).toEqual([])
})
