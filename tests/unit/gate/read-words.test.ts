import { describe, expect, it } from 'vitest'
import { lettersOf, wordsOf, writtenOf } from '../../../build/gate/read/words.ts'

describe('a character that no font draws', () => {
  it.each(['[U+0391]thènes', '[U+03\n91]thènes', '[\nU\n+ 0391 ]thènes'])(
    'is compared as itself where a page prints its code: %j',
    printed => {
      expect(lettersOf(printed)).toBe(lettersOf('Αthènes'))
      expect(writtenOf(printed)).toBe(writtenOf('Αthènes'))
    },
  )

  it('counts for nothing where it is no letter', () => {
    expect(wordsOf('lʼEau')).toEqual(wordsOf('l’Eau'))
    expect(writtenOf('lʼEau')).toBe('lEau')
    expect(wordsOf('suite [U+2192] [U+1F600] fin')).toEqual(['suite', 'fin'])
  })

  it('is no other text in brackets', () => {
    expect(wordsOf('[[achats]] [U+] [12]')).toEqual(['achats', 'u', '12'])
  })
})
