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

const names = new Set([...accepted, ...sigles])

const entries = Buffer.from(dictionary.dic).toString().split('\n').slice(1)

/** The part of the dictionary whose entries begin with the same letters as one of the words, accents apart, and its symbols, which take
 *  prefixes (MWh). To set out all forms of all entries takes seconds. */
function dictionaryOf(words: Iterable<string>, letters: number): ReturnType<typeof nspell> {
  const headOf = (word: string) =>
    word.normalize('NFD').replace(/\p{M}/gu, '').slice(0, letters).toLowerCase()
  const heads = new Set(Array.from(words, headOf))
  const near = entries.filter(entry => {
    const word = entry.replace(/\/.*/, '')
    return word.length < 3 || heads.has(headOf(word))
  })
  return nspell({
    aff: Buffer.from(dictionary.aff),
    dic: Buffer.from([near.length, ...near].join('\n')),
  })
}

/** The words that are neither French nor accepted: whole, nor after their elision, nor part by part. Irregular forms begin like
 *  their entry with few letters: those of the dictionary's whole are the last to be asked for. */
function wrongAmong(words: ReadonlySet<string>, letters = 6): ReadonlySet<string> {
  const spell = dictionaryOf([...words].flatMap(partsOf), letters)
  const isRight = (word: string): boolean => {
    const elided = elision.exec(word)?.[1]
    const parts = word.split('-')
    return (
      names.has(word) ||
      spell.correct(word) ||
      (elided !== undefined && isRight(elided)) ||
      (parts.length > 1 && parts.every(isRight))
    )
  }
  const wrong = new Set([...words].filter(word => !isRight(word)))
  return wrong.size === 0 || letters === 0 ? wrong : wrongAmong(wrong, letters - 1)
}

const elision = /^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quelqu)'(.+)$/iu
const partsOf = (word: string) => [word, ...word.split(/[-']/)]

/** The words of a line; inclusive forms (`élu.e.s`) by their first. What holds a figure is no word. */
function wordsOf(line: string): string[] {
  const plain = line
    .normalize('NFC')
    .replace(/’/g, "'")
    .replace(/(?<=\p{L})(?:\.(?:e|es|s|le|ne|te|ve|trice))+\b/gu, '')
  return (plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).filter(word => !/\d/.test(word))
}

test('every word of the kit is French, or accepted', () => {
  const written = kitTexts().flatMap(({ file, text }) =>
    readableText(text)
      .split('\n')
      .flatMap((line, i) => wordsOf(line).map(word => ({ word, place: `${file}:${i + 1}` }))),
  )
  const wrong = wrongAmong(new Set(written.map(({ word }) => word)))
  expect(written.filter(({ word }) => wrong.has(word))).toEqual([])
})

test('the accepted words are in order, used, and unknown to the dictionary', () => {
  const collator = new Intl.Collator('fr')
  expect(accepted).toEqual([...new Set(accepted)].sort(collator.compare))
  const used = new Set(
    kitTexts()
      .flatMap(({ text }) => wordsOf(readableText(text)))
      .flatMap(partsOf),
  )
  const spell = dictionaryOf(accepted, 3)
  expect(accepted.filter(word => !used.has(word) || spell.correct(word))).toEqual([])
})
