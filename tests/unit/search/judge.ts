import type { Engine } from '../../../src/web/search/engine.ts'

/** A query as people type it, and where it may lead. `held`: it serves no tuning. */
export type Judged = { words: string; right: readonly string[]; held: boolean }

/** `query TAB address|address`, a line each; every third is held back; `#` begins a comment. */
export const readJudged = (text: string): Judged[] =>
  text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [words = '', right = ''] = line.split('\t')
      return { words, right: right.split('|'), held: index % 3 === 2 }
    })

/** How many results stand before the first that is right. */
export function rankOf(engine: Engine, { words, right }: Judged): number {
  const { found } = engine.search(words, null)
  if (found.length === 0) return right.includes('rien') ? 0 : Number.POSITIVE_INFINITY
  const rank = found.findIndex(({ document, parts: [best] }) => {
    const page = document.adresse.replace(/\/.*$/, match => (match === '/' ? '' : match.replace(/\/$/, '')))
    const place = best?.ancre ? `${page}#${best.ancre}` : page
    return right.some(wanted =>
      wanted.includes('#') ? place === wanted : page === wanted || page.startsWith(`${wanted}/`),
    )
  })
  return rank === -1 ? Number.POSITIVE_INFINITY : rank
}
