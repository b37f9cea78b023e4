import { wordsOf } from './words.ts'

/** A run of letters of a passage; `marked` where it is what was looked for. */
type ExcerptRun = { text: string; marked: boolean }

/** Characters of a passage, about. */
const LENGTH = 190

/** The passage of `text` that holds most of `stems`, cut at words, with … where it goes on; the words found are marked. */
export function excerptOf(text: string, stems: ReadonlySet<string>): ExcerptRun[] {
  const hits = wordsOf(text).filter(({ stem }) => stems.has(stem))
  const [start, end] = windowOf(text, hits)
  const inside = hits.filter(hit => hit.start >= start && hit.end <= end)
  const runs: ExcerptRun[] = []
  let at = start
  for (const hit of inside) {
    if (hit.start < at) continue
    if (hit.start > at) runs.push({ text: text.slice(at, hit.start), marked: false })
    runs.push({ text: text.slice(hit.start, hit.end), marked: true })
    at = hit.end
  }
  if (at < end) runs.push({ text: text.slice(at, end), marked: false })
  if (start > 0) runs.unshift({ text: '… ', marked: false })
  if (end < text.length) runs.push({ text: ' …', marked: false })
  return runs
}

/** Cuts the passage at words, and inside no quotation: a misconception never stands without its verdict. */
function windowOf(text: string, hits: readonly { start: number; end: number }[]): [number, number] {
  if (text.length <= LENGTH) return [0, text.length]
  const counted = hits.map(({ start }) => ({
    start,
    count: hits.filter(hit => hit.start >= start && hit.end <= start + LENGTH - 40).length,
  }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one), { start: 0, count: 0 })
  const from = best.start <= 40 ? 0 : text.indexOf(' ', best.start - 40) + 1
  const end = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH)
  const [opened, closed] = [quotationAt(text, from), quotationAt(text, end)]
  return [opened?.start ?? from, closed?.end ?? end]
}

/** The quotation that goes on at a place of a text. */
function quotationAt(text: string, at: number): { start: number; end: number } | null {
  const start = text.lastIndexOf('«', at - 1)
  const end = text.indexOf('»', start)
  return start < 0 || end < at ? null : { start, end: end + 1 }
}
