import { findPhrase } from './find-phrase.ts'
import { likeness, traceOf } from './likeness.ts'
import type { Prose, Spot } from './link-spots.ts'
import { type Covered, type Reading, readingsOf } from './readings.ts'

/** A fiche or a page, with the spots of its body. */
export type Sheet = { file: string; spots: readonly Spot[]; prose: readonly Prose[] }

export type Target = { file: string; spot: Spot }

export type Match = {
  covered: readonly Covered[]
  url: string
  words: string
  target: Target
  likeness: number
}

/** Why a link was left alone. `nearest`: what is most like its words, below the bound. */
export type Left = Covered & {
  why: 'inconnu' | 'plusieurs' | 'contredit'
  nearest: { target: Target; likeness: number } | null
}

/** Gives each link of a document to the words of the kit that it covers.
 *  @param bound the least likeness, from 0 to 1: nothing below it is a match */
export function matchLinks(
  links: readonly Covered[],
  sheets: readonly Sheet[],
  bound: number,
): { matches: Match[]; left: Left[] } {
  const candidates = readingsOf(links).map(reading => ({ reading, ...targetsOf(reading, sheets, bound) }))
  // The surest first, then what covers most words: two lines of a title before one of them.
  candidates.sort((a, b) => b.likeness - a.likeness || b.reading.words.length - a.reading.words.length)
  const sure = candidates.filter(({ targets }) => targets.length === 1)
  const matches: Match[] = []
  const done = new Set<Covered>()
  const given = new Map<Spot, Match>()
  const contradicted = new Set<Covered>()
  const take = (reading: Reading, target: Target, likeness: number) => {
    if (reading.covered.some(one => done.has(one) || contradicted.has(one))) return
    const former = given.get(target.spot)
    if (former && former.url !== reading.url) {
      // Two addresses for the same words: whoever is less like them is wrong; of equals, nobody knows.
      for (const one of reading.covered) contradicted.add(one)
      if (former.likeness > likeness) return
      for (const one of former.covered) {
        contradicted.add(one)
        done.delete(one)
      }
      matches.splice(matches.indexOf(former), 1)
      return
    }
    for (const one of reading.covered) done.add(one)
    if (former) return
    const match = { covered: reading.covered, url: reading.url, words: reading.words, target, likeness }
    matches.push(match)
    given.set(target.spot, match)
  }
  for (const { reading, targets, likeness } of sure) if (targets[0]) take(reading, targets[0], likeness)
  const fileOf = fileOfPage(matches)
  for (const { reading, targets, likeness } of candidates) {
    if (targets.length < 2) continue
    const near = targets.filter(({ file }) => file === fileOf(reading.page))
    if (near.length === 1 && near[0]) take(reading, near[0], likeness)
  }
  // The same words with the same address, a second time: there is nothing else to give it to.
  const taken = new Set([...done].map(({ url, words }) => `${url} ${words}`))
  const isCopy = ({ url, words }: Covered) => taken.has(`${url} ${words}`)
  const left = links
    .filter(link => !done.has(link) && !isCopy(link))
    .map((link): Left => {
      const ofLink = candidates.filter(({ reading }) => reading.covered.includes(link))
      const best = ofLink.toSorted((a, b) => b.likeness - a.likeness)[0]
      const why = contradicted.has(link)
        ? 'contredit'
        : ofLink.some(({ targets }) => targets.length > 1)
          ? 'plusieurs'
          : 'inconnu'
      return {
        ...link,
        why,
        nearest: best?.nearest ? { target: best.nearest, likeness: best.likeness } : null,
      }
    })
  return { matches, left }
}

/** All that is as like the words as anything is: one, none, or several that nobody can tell apart by words. */
function targetsOf({ words }: Reading, sheets: readonly Sheet[], bound: number) {
  const trace = traceOf(words)
  let best = 0
  let targets: Target[] = []
  for (const { file, spots } of sheets)
    for (const spot of spots) {
      const score = Math.max(...spot.traces.map(one => likeness(trace, one)))
      if (score < best || score === 0) continue
      if (score > best) targets = []
      best = score
      targets.push({ file, spot })
    }
  const nearest = targets[0] ?? null
  if (best >= bound) return { targets, likeness: best, nearest }
  const phrases = sheets.flatMap(({ file, prose }) => findPhrase(prose, words).map(spot => ({ file, spot })))
  return { targets: phrases, likeness: phrases.length > 0 ? 1 : best, nearest }
}

/** Pages that sure matches say the fiche of; a page between takes that of the nearest, two pages away at most. */
function fileOfPage(matches: readonly Match[]): (page: number | null) => string | null {
  const votes = new Map<number, Map<string, number>>()
  for (const { covered, target } of matches) {
    const page = covered[0]?.page
    if (page == null) continue
    const files = votes.get(page) ?? new Map<string, number>()
    votes.set(page, files.set(target.file, (files.get(target.file) ?? 0) + 1))
  }
  const winner = (page: number): string | null => {
    const [first, second] = [...(votes.get(page) ?? [])].sort((a, b) => b[1] - a[1])
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
  }
  return page => {
    if (page === null) return null
    for (const distance of [0, 1, 2]) {
      const near = new Set([winner(page - distance), winner(page + distance)].filter(file => file !== null))
      if (near.size > 0) return near.size === 1 ? ([...near][0] ?? null) : null
    }
    return null
  }
}
