import type { Code } from '../../problems/index.ts'

/** Something the author had better write otherwise; the press changes nothing of it. `offset` counts in the text. */
type LintFinding = { offset: number; quote: string; proposal: string }

/** A rule that proposes. Code, addresses and cross-references stand in the text as U+FFFC, letter for letter. */
export type LintRule = {
  code: Code
  pattern: RegExp
  /** Stands in every match: a text without it is not searched. */
  sign?: string
  /** Gives the right text for a match; null: it is right as it is. */
  propose(match: RegExpExecArray): string | null
  /** The match as it is quoted. */
  excerpt?(words: string): string
}

/** Finds the mistakes in a text by one rule. */
export const findingsOf = ({ pattern, sign, propose, excerpt }: LintRule, text: string): LintFinding[] =>
  matchesOf(pattern, text, sign).flatMap(match => {
    const proposal = propose(match)
    const quote = excerpt ? excerpt(match[0]) : match[0]
    return proposal === null ? [] : [{ offset: match.index, quote, proposal }]
  })

/** Finds all matches. Most texts have none, and to say so `search` takes no copy of the pattern. @param sign stands in every match */
export const matchesOf = (pattern: RegExp, text: string, sign = ''): RegExpExecArray[] =>
  !text.includes(sign) || text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]

/** Words that French elides before a vowel, as the pattern of what an apostrophe follows. */
const elided = '[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu'

const ponctuation = (pattern: RegExp, propose: string | LintRule['propose']): LintRule => ({
  code: 'ponctuation',
  pattern,
  propose: typeof propose === 'string' ? () => propose : propose,
})

/** Signs between words: doubled, glued, set apart or replaced by another; opened and never closed. */
export const punctuationRules: readonly LintRule[] = [
  // « etc… », a space before a comma or a full stop, none after it, what stands for an apostrophe.
  ponctuation(/(?<![\p{L}])[eE]tc\.?(?:…|\.{2,})/gu, 'etc.'),
  ponctuation(/(?<=\p{L}) ,/gu, ','),
  ponctuation(/ \.(?<=\p{L} \.)(?!\S)/gu, '.'),
  ponctuation(/(?<=[\p{L}\p{N}.,;:!?»)] )-{2,3}(?= [\p{L}\p{N}«(])/gu, '–'),
  // « l' ESS » → « l'ESS ».
  ponctuation(new RegExp(String.raw`(?<![\p{L}\d'’])(?:${elided})['’] {1,3}\p{L}{1,30}`, 'giu'), ([spaced]) =>
    spaced.replace(/ +/, ''),
  ),
  // « un mot.Un autre » → « un mot. Un autre »; « Turbine.Coop » is a name.
  ponctuation(
    /(?<![\p{L}.&\ufffc-])\p{L}\p{Ll}{1,30}\.(?!(?:Coop|Fr|Org|Com|Net|Eu)(?!\p{L}))\p{Lu}\p{Ll}{1,30}(?![\p{L}.])/gu,
    ([glued]) => glued.replace('.', '. '),
  ),
  // « un mot,un autre », « un mot;un autre »; the cells of a spreadsheet have no space around them.
  ponctuation(/(?<= )\p{L}{2,30}[,;]\p{L}{2,30}(?=[ .,!?…]|$)/gu, ([glued]) =>
    glued.replace(',', ', ').replace(';', ' ; '),
  ),
  // « Lyon(69) »; « élu(e)s », « (ré)emploi » and « debhelper(1) » are right.
  {
    ...ponctuation(/\p{L}{2,30}\((?=\d(?!\))|\p{L}{2,30} )/gu, ([glued]) => glued.replace('(', ' (')),
    sign: '(',
  },
  ponctuation(new RegExp(String.raw`(?<=\b(?:${elided}|aujourd))[‘\u0060´](?=\p{L})`, 'giu'), "'"),
  // « 'bonjour' »: the first would be set as an apostrophe.
  ponctuation(
    /(?<![\p{L}\p{N}'’])'(?=\p{L})((?:[^'’\n]|(?<=\p{L})['’](?=\p{L})){2,80})(?<=[\p{L}\p{N}.!?…])'(?![\p{L}\p{N}'])/gu,
    ([, words = '']) => `« ${words} »`,
  ),
]
