import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryFolder } from '../../../src/kit/kit-folder.ts'
import { acceptanceOf, passageOf } from '../../../src/kit/reviews/accept.ts'
import { differencesBetween } from '../../../src/kit/reviews/differences.ts'
import { quoteAt } from '../../../src/kit/reviews/quote.ts'
import { addThreads, threadsOf } from '../../../src/kit/reviews/threads.ts'
import type { Proposition, Relecture } from '../../../src/kit/schemas/relecture.ts'
import { runs } from '../../thorough.ts'

const CLAUSES = 'La Métropole inscrit des clauses sociales dans ses marchés.'
const ANNUAIRE = 'Rencontrez les structures ([leur annuaire](https://exemple.fr/annuaire)) ;'
const LAST = 'Des clauses sociales, encore, dans tous les marchés de travaux.'
const fiche = `---
titre: Commande publique
---

L'achat public peut **transformer** le territoire. ${CLAUSES}

## Les leviers {.leviers}

- ${ANNUAIRE}
- Allotissez les marchés.

${LAST}
`

const thread = (set: Partial<Relecture>): Relecture => ({
  auteur: 'Ana Lo',
  date: '2026-12-03',
  etat: 'ouverte',
  citation: null,
  texte: '',
  remplace_par: null,
  reponses: [],
  ...set,
})
const citation = (exact: string, avant = '', apres = '') => ({ exact, avant, apres })
const proposal = (exact: string, remplace_par: string, text = fiche): Proposition => ({
  ...thread({}),
  citation: quoteAt(text, text.indexOf(exact), text.indexOf(exact) + exact.length),
  remplace_par,
})
const wordsOf = (text: string, quote: Relecture['citation']) => {
  const passage = passageOf(text, { citation: quote })
  return passage && text.slice(passage.from, passage.to)
}
function replaced(text: string, thread: Proposition): string {
  const accepted = acceptanceOf(text, thread)
  if (!accepted || accepted.clash) return `clash: ${accepted?.text ?? 'nowhere'}`
  return text.slice(0, accepted.from) + accepted.text + text.slice(accepted.to)
}

describe('a quotation finds its words again', () => {
  test.each([
    ['as they are', 'inscrit des clauses sociales', 'inscrit des clauses sociales'],
    ['whatever marks are in them', 'peut transformer le territoire', 'peut **transformer** le territoire'],
    ['across an address that nobody sees', 'structures (leur annuaire)', 'structures ([leur annuaire'],
    [
      'after an edit, in the sentence most like it',
      'La Métropole inscrivait des clauses sociales dans ses marchés publics',
      'La Métropole inscrit des clauses sociales dans ses marchés',
    ],
    ['not where nothing is like them', 'Vingt ateliers de réemploi dans la vallée', null],
    ['not where nothing tells two places apart', 'clauses sociales', null],
  ])('%s', (_, exact, words) => {
    expect(wordsOf(fiche, citation(exact))).toBe(words)
  })

  test('of two places, in the one that has what is around', () => {
    for (const around of [['inscrit des'], ['', 'dans']])
      expect(passageOf(fiche, { citation: citation('clauses sociales', ...around) })?.from).toBe(
        fiche.indexOf('clauses sociales'),
      )
  })

  test('any sentence of a text, wherever it went in it', () => {
    const sentences = fc.uniqueArray(fc.stringMatching(/^[A-D][a-f]{2,6}( [a-f]{2,6}){2,8}$/), {
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(
      fc.property(sentences, fc.nat(), (list, pick) => {
        const text = `${list.join('. ')}.`
        const sentence = list[pick % list.length] ?? ''
        const at = text.indexOf(sentence)
        const quote = quoteAt(text, at, at + sentence.length)
        expect(wordsOf(`${list.toReversed().join('.\n\n')}.`, quote)).toBe(sentence)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a proposal that is accepted', () => {
  test('takes the place of its words, and keeps what the fiche has changed beside them', () => {
    const made = proposal(CLAUSES, CLAUSES.replace('ses marchés', 'tous ses marchés'))
    const edited = fiche.replace('La Métropole inscrit', 'Depuis 2022, la Métropole de Lyon inscrit')
    expect(replaced(fiche, made)).toContain('sociales dans tous ses marchés.\n')
    expect(replaced(edited, made)).toContain(
      'Depuis 2022, la Métropole de Lyon inscrit des clauses sociales dans tous ses marchés.',
    )
  })

  test('meets the words that the fiche has changed too: nothing is chosen', () => {
    const made = proposal(CLAUSES, CLAUSES.replace('ses marchés', 'trente marchés'))
    expect(replaced(fiche.replace('dans ses marchés', 'dans vingt marchés'), made)).toBe(
      `clash: ${made.remplace_par}`,
    )
    expect(acceptanceOf('Un autre texte.', made)).toBeNull()
  })

  test.each([
    ['a sentence', CLAUSES, ` ${CLAUSES}`],
    ['a first item', ANNUAIRE, `- ${ANNUAIRE}\n`],
    ['a last item', 'Allotissez les marchés.', '\n- Allotissez les marchés.'],
    ['a paragraph', LAST, `\n${LAST}\n`],
  ])('takes %s away with what parts it from the next', (_, exact, gone) => {
    expect(replaced(fiche, proposal(exact, ''))).toBe(fiche.replace(gone, ''))
  })
})

describe('what differs between two texts', () => {
  const word = fc.stringMatching(/^[a-z]{3,7}$/)
  const words = fc.array(word, { minLength: 4, maxLength: 7 }).map(list => `M${list.join(' ')}.`)
  /** A sentence, and what becomes of it. */
  const sentence = fc.record({
    text: words,
    now: fc.constantFrom('same', 'same', 'gone', 'other', 'more'),
    added: words,
  })
  const block = fc.record({
    kind: fc.constantFrom('text', 'text', 'items', 'info'),
    sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
  })

  const written = (blocks: readonly { kind: string; texts: readonly string[] }[]) =>
    `${blocks
      .filter(({ texts }) => texts.length > 0)
      .map(({ kind, texts }, index) => {
        if (kind === 'items') return texts.map(text => `- ${text}`).join('\n')
        return kind === 'info' ? `::: info Titre ${index}\n${texts.join('\n\n')}\n:::` : texts.join(' ')
      })
      .join('\n\n')}\n`

  test('accepted one after another, it makes the one of the other', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), blocks => {
        const texts = (of: (sentence: { text: string; now: string; added: string }) => string[]) =>
          written(blocks.map(({ kind, sentences }) => ({ kind, texts: sentences.flatMap(of) })))
        const before = texts(({ text }) => [text])
        const now = texts(({ text, now, added }) => {
          if (now === 'gone') return []
          if (now === 'other') return [text.replace(/ \w+/, ' autrement')]
          return now === 'more' ? [text, added] : [text]
        })
        fc.pre(now !== '\n')
        const differences = differencesBetween(before, now)
        const result = differences.reduce(
          (text, difference) => replaced(text, { ...thread({}), ...difference }),
          before,
        )
        expect(result).toBe(now)
      }),
      { numRuns: runs(100) },
    )
  })
})

test('a fiche that was renamed keeps its file', () => {
  const files = new Map([['relectures/achats.yaml', new TextEncoder().encode('[]')]])
  const pathOf = (former: string) =>
    threadsOf(`---\nslug: commande\nanciens_slugs: [${former}]\n---\n`, memoryFolder(files)).path
  expect(pathOf('achats')).toBe('relectures/achats.yaml')
  expect(pathOf('marches')).toBe('relectures/commande.yaml')
})

test('what comes in twice is there once; the same words of one person in two places are two', () => {
  const remarks = ['Allotissez', 'Rencontrez'].map(exact =>
    thread({ citation: citation(exact), texte: 'À revoir.' }),
  )
  const first = addThreads([], remarks, fiche)
  expect(first.additions).toHaveLength(2)
  expect(addThreads(first.threads, remarks, fiche)).toEqual({ threads: first.threads, additions: [] })
})

test('a proposal that the fiche follows already is accepted', () => {
  const made = proposal('Allotissez les marchés.', 'Allotissez tous les marchés.')
  const followed = fiche.replace('Allotissez les', 'Allotissez tous les')
  expect(addThreads([], [made], followed).additions.map(({ etat }) => etat)).toEqual(['acceptee'])
  expect(addThreads([], [made], fiche).additions.map(({ etat }) => etat)).toEqual(['ouverte'])
})

const items = '- Consultez-les ;\n- Partez du besoin ;\n- Fin.'

test.each([
  ['a join', items, '- Consultez-les, puis partez du besoin ;\n- Fin.'],
  ['a move', items, '- Partez du besoin ;\n- Consultez-les ;\n- Fin.'],
])('the two halves of %s are one proposal', (_, before, now) => {
  const differences = differencesBetween(before, now)
  expect(differences).toHaveLength(1)
  const [{ citation, remplace_par } = { citation: { exact: '' }, remplace_par: '' }] = differences
  expect(before.replace(citation.exact, remplace_par)).toBe(now)
})
