/** How the prose of a text runs. */
export type Prose = {
  /** Words of each sentence; an item of a list is a sentence of its own, or several. */
  sentences: number[]
  /** Items of lists, those of figures and resources included. */
  bullets: number
  /** How often « celles et ceux » stands in it. */
  doublets: number
}

/** The longest sentence that is called short, in words. */
export const SHORT = 9

/** Blocks that hold no sentences: figures, titles of works, dates, tables. */
const withoutSentences = /^::: (?:chiffres|frise|graphique|ressources)\b[\s\S]*?^:::$/gm

/** Measures a fiche, front matter and all: headings, opening lines of blocks, signatures and sources are no sentences. */
export function measureProse(text: string): Prose {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  const prose = body
    .replace(withoutSentences, '')
    .replace(/^(?:#|:::|—|Source).*$/gm, '')
    .replace(/\{[^}\n]*\}|\*/g, '')
    .replace(/\[\[[\w-]+\]\]/g, 'X')
    .replace(/\]\([^)\n]*\)/g, ']')
  const pieces = prose.split(/\n\s*\n|^- /m).map(piece => piece.replace(/\n/g, ' ').trim())
  return {
    sentences: pieces.flatMap(sentencesOf).map(wordsIn),
    bullets: body.match(/^- /gm)?.length ?? 0,
    doublets: body.match(/celles et ceux/gi)?.length ?? 0,
  }
}

const sentencesOf = (piece: string): string[] =>
  piece.split(/(?<=[.!?…][»")]*)\s+(?=[«"(]?\s?\p{Lu})/u).filter(sentence => wordsIn(sentence) > 0)

/** Inclusive forms and compounds count as one word, as does « l'économie ». */
const wordsIn = (sentence: string): number =>
  sentence.match(/[\p{L}\p{N}]+(?:[.·'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0

export const meanOf = ({ sentences }: Prose): number =>
  sentences.reduce((total, words) => total + words, 0) / Math.max(1, sentences.length)

/** Share of the sentences that are short, from 0 to 1. */
export const shortOf = ({ sentences }: Prose): number =>
  sentences.filter(words => words <= SHORT).length / Math.max(1, sentences.length)

export const together = (all: readonly Prose[]): Prose => ({
  sentences: all.flatMap(({ sentences }) => sentences),
  bullets: all.reduce((total, { bullets }) => total + bullets, 0),
  doublets: all.reduce((total, { doublets }) => total + doublets, 0),
})
