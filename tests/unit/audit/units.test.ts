import { describe, expect, it } from 'vitest'
import { blockLabels } from '../../../build/judge/audit/source/layout-words.ts'
import { readSource } from '../../../build/judge/audit/source/units.ts'
import { wordsAfter } from '../../../build/judge/audit/word-after.ts'
import { wordsOf } from '../../../build/judge/audit/words.ts'

const read = (markdown: string) => readSource(markdown, 10, slug => `Fiche ${slug}`)
const texts = (markdown: string) =>
  read(markdown).units.map(({ text, line, flow }) => `${line} ${flow} | ${text}`)

describe('the pieces of a source', () => {
  it('are paragraphs, headings and list items, with their lines', () => {
    expect(
      texts(
        'Un *premier* paragraphe\nsur deux lignes.\n\n## Titre {.leviers}\n\n- un\n- deux\n  suite\n1. trois',
      ),
    ).toEqual([
      '10 texte | Un premier paragraphe sur deux lignes.',
      '13 texte | Titre',
      '15 texte | un',
      '16 texte | deux suite',
      '18 texte | trois',
    ])
  })

  it('give a block a flow of its own, and its title, place and code each one', () => {
    expect(texts('::: exemple Une recyclerie · Métropole de Lyon (69)\nTrente emplois.\n:::\nAprès')).toEqual(
      [
        '10 bloc 0 0 | Une recyclerie',
        '10 bloc 0 1 | Métropole de Lyon',
        '10 bloc 0 2 | 69',
        '11 bloc 0 | Trente emplois.',
        '13 texte | Après',
      ],
    )
  })

  it('say the signs that are printed: tags, braces that mean nothing; and what entities stand for', () => {
    expect(texts('<p>Un &eacute;crit&#39;s</p> de <guide@exemple.fr> {index=2} {#ancre}')).toEqual([
      "10 texte | <p>Un écrit's</p> de guide@exemple.fr {index=2}",
    ])
  })

  it('keep the signs after a backslash, which mean nothing', () => {
    expect(texts('Un*e* de 5\\*3, \\[x\\], \\{y\\} et \\`z\\`, \\[[scic]]')).toEqual([
      '10 texte | Une de 5*3, [x], {y} et `z`, [[scic]]',
    ])
  })

  it('print a star that has no other', () => {
    expect(texts('Un 5*3 et 4*2, puis 6*3\n\nUn *mot* et 5 x 3')).toEqual([
      '10 texte | Un 53 et 42, puis 6 3',
      '12 texte | Un mot et 5 x 3',
    ])
    expect(texts('Un [mot *dit* 5*3](https://a.org) et *là*')).toEqual(['10 texte | Un mot dit 5 3 et là'])
    expect(texts('Un 5*3 et * là')).toEqual(['10 texte | Un 5 3 et   là'])
    expect(texts('| 5*3 | 4*2 |')).toEqual(['10 texte | | 5 3 | 4 2 |'])
  })

  it('leave out what a block means: its type, its picture, the rule of its table', () => {
    expect(
      texts('::: graphique barres Emplois\n| An | Part |\n|---|---:|\n| 2024 | 12 |\nSource : Insee\n:::'),
    ).toEqual([
      '10 bloc 0 0 | Emplois',
      '11 bloc 0 | | An | Part |',
      '13 bloc 0 | | 2024 | 12 |',
      '14 bloc 0 | Source : Insee',
    ])
    expect(texts('::: schema images/x.svg Les associés\nLa ville et les salariés.\n:::')[0]).toBe(
      '10 bloc 0 0 | Les associés',
    )
  })

  it('say what a link and a cross-reference read, and no picture', () => {
    expect(
      texts('Voir [le guide](https://a.org/x_(y)), <https://b.org> et [[scic]]. ![alt](images/a.png)'),
    ).toEqual(['10 texte | Voir le guide, https://b.org et Fiche scic.'])
    expect(texts('[[scic]] et [[foncier]]')).toEqual(['10 texte | Fiche scic et Fiche foncier'])
  })

  it('know the numbers that the items of lists bear, whatever is typed', () => {
    expect(read('Trois raisons :\n\n1. un\n1. deux\n\n   suite\n1. trois').numbers).toEqual([1, 2, 3])
    expect(read('3. trois\n   1. un\n   2. deux\n4. quatre\n   1. un').numbers).toEqual([3, 1, 2, 4, 1])
    expect(read('1. un\nqui continue\n2. deux\n\nAutre chose.\n\n1. un').numbers).toEqual([1, 2, 1])
    expect(read('7. un\n7. deux\n\n> cité\n\n7. un\n\n> 3. un\n> 3. deux\n\n3. un').numbers).toEqual([
      7, 8, 7, 3, 4, 3,
    ])
    expect(read('- 12 marchés\n- 2.5 millions\n\n2024 fut une année.').numbers).toEqual([])
  })

  it('are said to a PDF with those numbers, and to no other edition', () => {
    const source = read('1. un\n2. deux')
    expect(blockLabels(source, 'print')).toEqual({ labels: [], additions: ['1', '2'] })
    expect(blockLabels(source, 'web')).toEqual({ labels: [], additions: [] })
    expect(blockLabels(source, 'epub')).toEqual({ labels: [], additions: [] })
  })

  it('keep the author of a citation apart', () => {
    expect(texts('::: citation\nDes mots.\n— Ana, maire\n:::')).toEqual([
      '11 bloc 0 | Des mots.',
      '12 bloc 0 auteur | — Ana, maire',
    ])
  })
})

describe('the word after a phrase', () => {
  const words = wordsOf('1 ESS : de quoi parle-t-on ? 5\n2 Pourquoi une\npolitique 9\nESS : de quoi')

  it('is the next one, however the phrase is broken over lines', () => {
    expect(wordsAfter(words, 'Pourquoi une politique')).toEqual(['9'])
    expect(wordsAfter(words, 'ESS : de quoi parle-t-on ?')).toEqual(['5'])
  })

  it('is told for each place of the phrase', () => {
    expect(wordsAfter(words, 'ESS : de quoi')).toEqual(['parle', null])
  })

  it('is nowhere for a phrase that is not there', () => {
    expect(wordsAfter(words, 'Pourquoi pas')).toEqual([])
  })
})

it('a number is the same words, its thousands apart or not', () => {
  expect(wordsOf('152979 habitants, 1250000,5 et 12 000 € en 2024')).toEqual(
    wordsOf('152\u202f979 habitants, 1 250 000,5 et 12000 € en 2024'),
  )
  expect(wordsOf('152979')).not.toEqual(wordsOf('152978'))
  expect(wordsOf('10km et 30€')).toEqual(wordsOf('10\u00a0km et 30\u00a0€'))
})

it('a wheel may say in its drawing the names that nothing explains', () => {
  const source = '::: domaines Où agir\n- **Eau** {picto=map}\n- **Air** : le mesurer\n:::\n\n- **Sol**\n'
  const { units } = readSource(source, 1, slug => slug)
  expect(units.filter(({ drawn }) => drawn).map(({ text }) => text)).toEqual(['Eau'])
})
