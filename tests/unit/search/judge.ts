import type { Engine } from '../../../src/web/search/engine.ts'

/** A query as people type it, and where it may lead. `set`: 0, or the number of the later set, judged before it was asked, that it
 *  belongs to. `held`: it serves no tuning. */
export type Judged = { words: string; right: readonly string[]; set: number; held: boolean }

/** `query TAB address|address`, a line each; `#` begins a comment, `# Jeu 2` a set, `# Jeu 3, réservé` one that is held back whole. Of
 *  the first set every third is. */
export function readJudged(text: string): Judged[] {
  let set = 0
  let reserved = false
  let count = 0
  return text.split('\n').flatMap(line => {
    const heading = line.match(/^# Jeu (\d+)(, réservé)?$/)
    if (heading) {
      set = Number(heading[1])
      reserved = heading[2] !== undefined
    }
    if (line === '' || line.startsWith('#')) return []
    const [words = '', right = ''] = line.split('\t')
    return [{ words, right: right.split('|'), set, held: set === 0 ? count++ % 3 === 2 : reserved }]
  })
}

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
