import { count, type Finding, fault, type Outcome, verified } from '../../check.ts'
import { align } from '../align.ts'
import type { Expected } from '../source/expected.ts'
import { wordsOf } from '../words.ts'

/** A document of an edition, element by element where it is a PDF; null: the edition does not have it. */
export type Compared = { expected: Expected; elements: readonly string[] | null }

/** A cross-reference's printed page, which is compared apart: it is the edition's own. */
const printedPage = /(?<![\p{L}\p{N}])p\.[\s\u00a0]*\d+/gu

/** Lays the words of each source over the edition's. */
export function compareWords(documents: readonly Compared[], by: 'mots' | 'lettres'): Outcome {
  let words = 0
  let pieces = 0
  const findings = documents.flatMap(({ expected, elements }): Finding[] => {
    const { file, titre, units, additions, labels } = expected
    if (elements === null) return [fault(titre, 'Le document est absent de l’édition.')]
    words += units.reduce((sum, unit) => sum + wordsOf(unit.text).length, 0)
    pieces += units.length
    const plain = units.map(unit => ({ ...unit, text: unit.text.replace(printedPage, ' ') }))
    const alignment = align(
      plain,
      elements.map(text => text.replace(printedPage, ' ')),
      { additions, labels, by },
    )
    const at = (line: number) => `${titre} (${file}, ligne ${line})`
    return [
      ...alignment.lost.map(unit =>
        fault(at(unit.line), `Passage perdu ou changé : « ${shorten(unit.text)} »`),
      ),
      ...alignment.disordered.map(unit =>
        fault(at(unit.line), `Passage déplacé : « ${shorten(unit.text)} »`),
      ),
      ...alignment.unsaid.map(label => fault(titre, `Il y manque le mot de la maquette « ${label} ».`)),
      ...alignment.added.map(run => fault(titre, `Mots en trop : « ${shorten(run)} »`)),
    ]
  })
  const evidence = `${count(documents.length, 'document')}, ${count(pieces, 'passage')} et ${count(words, 'mot')} de la source comparés ${by === 'mots' ? 'mot à mot' : 'lettre à lettre'}`
  return verified(evidence, findings)
}

const shorten = (text: string) =>
  text.length > 160 ? `${text.slice(0, 120).trimEnd()} … ${text.slice(-30).trimStart()}` : text
