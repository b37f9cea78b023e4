import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { align } from '../align.ts'
import type { Expected } from '../source/expected.ts'
import { respelledIn, wordsOf } from '../words.ts'

/** A document of an edition, element by element; null: the edition does not have it. */
export type Compared = { expected: Expected; elements: readonly string[] | null }

/** A cross-reference's printed page, which is compared apart: it is the edition's own. */
const printedPage = /(?<![\p{L}\p{N}])p\.[\s\u00a0]*\d+/gu

/** Lays the words of each source over the edition's, and returns what was compared. */
export function* compareWords(
  documents: readonly Compared[],
  by: 'mots' | 'lettres',
): Generator<Finding, string> {
  let words = 0
  let pieces = 0
  for (const { expected, elements } of documents) {
    const { file, titre, units, additions, labels } = expected
    if (elements === null) {
      yield fault(titre, 'Le document est absent de l’édition.')
      continue
    }
    words += units.reduce((sum, unit) => sum + wordsOf(unit.text).length, 0)
    pieces += units.length
    const plain = units.map(unit => ({ ...unit, text: unit.text.replace(printedPage, ' ') }))
    const alignment = align(
      plain,
      elements.map(text => text.replace(printedPage, ' ')),
      { additions, labels, by },
    )
    const at = (line: number) => `${titre} (${file}, ligne ${line})`
    for (const { line, text } of alignment.lost)
      yield fault(at(line), `Passage perdu ou changé : « ${shorten(text)} »`)
    yield* rewritten(at, plain, elements.join(' ').replace(printedPage, ' '))
    for (const { line, text } of alignment.disordered)
      yield fault(at(line), `Passage déplacé : « ${shorten(text)} »`)
    for (const label of alignment.unsaid)
      yield fault(titre, `Il y manque le mot de la maquette « ${label} ».`)
    for (const run of alignment.added) yield fault(titre, `Mots en trop : « ${shorten(run)} »`)
  }
  return `${count(documents.length, 'document')}, ${count(pieces, 'passage')} et ${count(words, 'mot')} de la source comparés ${by === 'mots' ? 'mot à mot' : 'lettre à lettre'}`
}

/** Passages whose letters an edition holds in a run, in another case or without their signs. What a drawing says it says in its own way. */
function* rewritten(
  at: (line: number) => string,
  units: Expected['units'],
  edition: string,
): Generator<Finding> {
  const isRespelled = respelledIn(edition)
  for (const { line, text, drawn, optional } of units)
    if (!drawn && !optional && isRespelled(text))
      yield fault(at(line), `Majuscules ou signes (%, €, ?…) perdus ou changés : « ${shorten(text)} »`)
}

const shorten = (text: string) =>
  text.length > 160 ? `${text.slice(0, 120).trimEnd()} … ${text.slice(-30).trimStart()}` : text
