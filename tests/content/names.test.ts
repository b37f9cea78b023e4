import { describe, expect, test } from 'vitest'
import { anatomie, datesAjoutees, nomsAjoutes } from './anatomy.ts'
import { kitTexts, readableText } from './kit-files.ts'
import { datesIn, namesIn } from './names.ts'
import { againstSource, plainWords, source, sourceLines } from './source-text.ts'

test('a name is a run of capitals away from the start of a sentence', () => {
  const text =
    "## Bâtir\n\nElle aide **Dijon Métropole** à L'Île-Saint-Denis. Puis la SCIC Iloé : Une autre, et l'État."
  expect(namesIn(text)).toEqual(['dijon metropole', 'ile saint denis', 'scic iloe', 'etat'])
})

test('a date holds its month, and its day and its year where they stand', () => {
  expect(datesIn('Le 1^{er} janvier 2023, en **mai 2025** puis en novembre ; il remarque.')).toEqual([
    '1er janvier 2023',
    'mai 2025',
    'novembre',
  ])
})

describe.skipIf(source === null)(
  againstSource('names and dates of the fiches against the source text'),
  () => {
    const fiches = kitTexts().flatMap(({ file, text }) => {
      const numero = Number(/^numero: (\d+)$/m.exec(text)?.[1])
      const one = anatomie[numero]
      return one ? [{ numero, file, text: readableText(text), part: sourceLines(one.lignes) }] : []
    })

    test('every name of a fiche is printed in its part of the source, or its spelling is explained', () => {
      const found = fiches.map(({ numero, text, part }) => {
        const known = plainWords(part)
        const names = namesIn(text)
        return {
          numero,
          all: names.length,
          unknown: names.filter(name => !known.includes(` ${name} `)).map(name => `${numero} ${name}`),
        }
      })
      // A search that finds no names would know them all: the shortest fiche has six.
      expect(found.filter(({ all }) => all < 5)).toEqual([])
      expect(found.flatMap(({ unknown }) => unknown).sort()).toEqual(Object.keys(nomsAjoutes).sort())
    })

    test('every date of a fiche is printed in its part of the source, or its origin is explained', () => {
      const found = fiches.map(({ numero, text, part }) => {
        const known = datesIn(part)
        const dates = datesIn(text)
        return {
          all: dates.length,
          unknown: dates.filter(date => !known.includes(date)).map(date => `${numero} ${date}`),
        }
      })
      expect(found.reduce((total, { all }) => total + all, 0)).toBeGreaterThan(40)
      expect(found.flatMap(({ unknown }) => unknown).sort()).toEqual(Object.keys(datesAjoutees).sort())
    })
  },
)
