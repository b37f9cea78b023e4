import { splitFrontMatter } from '../content/split-front-matter.ts'
import { destination, giveAddress } from './give-address.ts'
import { spotsOf } from './link-spots.ts'
import { type Left, type Match, matchLinks } from './match-links.ts'
import type { Covered } from './readings.ts'

/** What becomes of a matched link: written into the fiche, there before, against an address that is there, or not to be
 *  written without changing what the fiche says. */
export type Given = Match & {
  state: 'ecrit' | 'deja' | 'autre' | 'impossible'
  /** Line of the file, from 1. */
  line: number
  /** The line before and after; the same when nothing is written. */
  before: string
  after: string
}

/** Writes into fiches and pages the addresses of the links that another document has on the same words.
 *  @param texts the fiches and pages whole, by their path
 *  @param bound the least likeness, from 0 to 1
 *  @returns the texts that change */
export function giveLinks(
  texts: ReadonlyMap<string, string>,
  links: readonly Covered[],
  bound: number,
): { given: Given[]; left: Left[]; changed: Map<string, string> } {
  const bodies = new Map(
    [...texts].map(([file, text]) => [file, splitFrontMatter(text, file).parts?.body ?? '']),
  )
  const sheets = [...bodies].map(([file, body]) => ({ file, ...spotsOf(body) }))
  const { matches, left } = matchLinks(links, sheets, bound)
  const changed = new Map<string, string>()
  const given: Given[] = []
  // From the end of a text to its beginning: what stands before an edit stays where it is.
  const order = matches.toSorted((a, b) => b.target.spot.from - a.target.spot.from)
  for (const match of order) {
    const { file, spot } = match.target
    const text = texts.get(file) ?? ''
    const head = text.length - (bodies.get(file) ?? '').length
    const line = text.slice(0, head + spot.from).split('\n').length
    const now = changed.get(file) ?? text
    const before = lineAt(now, line)
    const record = (state: Given['state']) => given.push({ ...match, state, line, before, after: before })
    if (spot.url !== null) {
      record(isSame(spot.url, match.url) ? 'deja' : 'autre')
      continue
    }
    const body = giveAddress(now.slice(head), spot, match.url)
    if (body === null) {
      record('impossible')
      continue
    }
    changed.set(file, now.slice(0, head) + body)
    given.push({ ...match, state: 'ecrit', line, before, after: lineAt(now.slice(0, head) + body, line) })
  }
  given.sort((a, b) =>
    a.target.file === b.target.file ? a.line - b.line : a.target.file < b.target.file ? -1 : 1,
  )
  return { given, left, changed }
}

const lineAt = (text: string, line: number) => text.split('\n')[line - 1] ?? ''

/** Written in two ways, an address is still one: `https://x.fr` and `https://x.fr/`. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, destination(other)].map(url => (URL.canParse(url) ? new URL(url).href : url))
  return a === b
}
