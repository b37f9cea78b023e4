import { beforeAll, describe, expect, test } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import type { FichePubliee } from '../../src/kit.ts'
import { anatomie, lieuxAjoutes } from './anatomy.ts'
import { kitDir, kitTexts, readableText } from './kit-files.ts'
import { runsOf, sharedRuns } from './shared-runs.ts'
import { againstSource, holdsNumber, plainNumbers, plainWords, source, sourceLines } from './source-text.ts'

describe('sharedRuns', () => {
  const sourceRuns = runsOf('Un, deux trois : quatre cinq, six sept huit neuf dix onze.', 9)

  test('tells a run of nine words, whatever its case and punctuation, with its line', () => {
    const text = 'Texte neuf.\n\nUN deux, trois quatre ; cinq six **sept** huit neuf dix. Autre chose.'
    expect(sharedRuns(text, sourceRuns, 9)).toEqual([
      { line: 3, words: 'un deux trois quatre cinq six sept huit neuf dix' },
    ])
  })

  test('lets eight words pass, and titles among the resources', () => {
    expect(sharedRuns('un deux trois quatre cinq six sept huit', sourceRuns, 9)).toEqual([])
    const titled = '## Ressources pour aller plus loin\n\n- **Un deux trois quatre cinq six sept huit neuf**'
    expect(sharedRuns(titled, sourceRuns, 9)).toEqual([])
    const named = 'titre: Un deux trois quatre cinq six sept huit neuf\nresume: un deux trois'
    expect(sharedRuns(named, sourceRuns, 9)).toEqual([])
  })

  test('an inclusive form is one word', () => {
    expect(sharedRuns('les élu.e.s un deux', runsOf('Les élu.e.s. Un deux', 4), 4)).toHaveLength(1)
  })
})

describe.skipIf(source === null)(againstSource('the fiches against the source text'), () => {
  let publiees: FichePubliee[] = []

  beforeAll(async () => {
    const { kit } = await readKit(kitDir)
    publiees = (kit?.fiches ?? []).filter(fiche => fiche.statut !== 'a-paraitre')
  })

  test('the source is the one that was counted', () => {
    for (const [numero, { lignes }] of Object.entries(anatomie)) {
      const before = sourceLines([lignes[0] - 1, lignes[0]])
      if (!['9', '10'].includes(numero)) expect(before, numero).toMatch(new RegExp(`fiche n°${numero}$`, 'm'))
    }
    expect(sourceLines([752, 752])).toMatch(/^Agriculture/)
    expect(sourceLines([832, 832])).toMatch(/^Les Sociétés/)
  })

  test('the titles of the fiches are those of the sommaire', async () => {
    const { kit } = await readKit(kitDir)
    const sommaire = new Map(
      [...sourceLines([14, 60]).matchAll(/^- (\d+) (.+)$/gm)].map(([, numero, titre]) => [
        Number(numero),
        titre,
      ]),
    )
    expect(sommaire.size).toBe(28)
    expect(new Map(kit?.fiches.map(({ numero, titre }) => [numero, titre]))).toEqual(
      new Map([...sommaire].sort(([a], [b]) => a - b)),
    )
  })

  test('every key figure is printed in its part of the source', () => {
    const checked = publiees.flatMap(({ numero, corps }) =>
      corps.chiffres.map(({ figure }) => ({ numero, figure })),
    )
    expect(checked.length).toBeGreaterThan(25)
    expect(
      checked.filter(({ numero, figure }) => !holdsNumber(numbersOf(numero), plainNumbers(figure))),
    ).toEqual([])
  })

  test('every number of a fiche is printed in its part of the source, or its addition is explained', () => {
    const unknown = kitTexts().flatMap(({ file, text }) => {
      const numero = Number(/^numero: (\d+)$/m.exec(text)?.[1])
      const one = anatomie[numero]
      if (!one) return []
      const numbers = plainNumbers(withoutCodes(readableText(text))).match(/\d+(?:,\d+)?/g) ?? []
      return numbers
        .filter(number => !(number in one.ajouts) && !holdsNumber(numbersOf(numero), number))
        .map(number => `${file}: ${number}`)
    })
    expect(unknown).toEqual([])
  })

  test('every place of an example is printed in its part of the source', () => {
    const unknown = publiees.flatMap(({ numero, corps, file }) =>
      corps.exemples
        .flatMap(({ lieu }) => lieu.split(/ et |, /))
        .filter(lieu => !(`${numero} ${lieu}` in lieuxAjoutes) && !wordsOf(numero).includes(plainWords(lieu)))
        .map(lieu => `${file}: ${lieu}`),
    )
    expect(unknown).toEqual([])
  })

  test('no sentence is carried over: no run of nine words outside the resources', () => {
    const sourceRuns = runsOf(source ?? '', 9)
    const runs = kitTexts().flatMap(({ file, text }) =>
      sharedRuns(text, sourceRuns, 9).map(({ line, words }) => `${file}:${line}: ${words}`),
    )
    expect(runs).toEqual([])
  })
})

function partOf(numero: number): string {
  const one = anatomie[numero]
  return one ? sourceLines(one.lignes) : ''
}

function numbersOf(numero: number): string {
  return plainNumbers(partOf(numero))
}

function wordsOf(numero: number): string {
  return plainWords(partOf(numero))
}

/** Without the codes of départements, which the source prints for half of its places. */
function withoutCodes(text: string): string {
  return text.replace(/\((?:\d{2,3}|2[AB])(?:(?:\/| et )(?:\d{2}|2[AB]))*\)/g, '')
}
