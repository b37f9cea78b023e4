import { differencesBetween, quoteAt, type Relecture, splitFrontMatter, wordsAt } from '../../kit/index.ts'
import { betweenCommon } from '../../text/index.ts'
import { textOf } from '../element.ts'
import { headOf, headValue } from '../front-matter.ts'
import { importManuscript, isOfKit } from '../import-word.ts'
import { type Manuscript, paragraphsOf } from '../read/manuscript.ts'
import { readManuscript } from '../read/read-manuscript.ts'
import { proposalBy, type Review, remarksOf, signed } from './read-review.ts'

const unnamed = {
  nom: 'fiche',
  famille: null,
  numero: null,
  slug: null,
  familles: [],
  mois: '2000-01',
  numbers: new Map(),
  taken: new Set<string>(),
}

/** Tells how like a Word file is to a text: the share of words that they have in common, of 1. @throws UnreadableWord */
export function likenessTo(bytes: Uint8Array): { shareIn(fiche: string): number } {
  const { markdown } = importManuscript(readManuscript(bytes), unnamed)
  const words = keysOf(markdown)
  return {
    shareIn: fiche => shareOf(words, keysOf(fiche)),
  }
}

/** Reads what reviewers wrote into a file that does not hold what was sent: another program than Word left it out. It is held against the
 *  fiche as it is now, by its words alone: styles, blocks and marks are the fiche's. */
export function readUnsigned(bytes: Uint8Array, jour: string, fiche: string): Review {
  const manuscript = readManuscript(bytes)
  const imported = importManuscript(manuscript, unnamed)
  const [before, now] = [fiche, imported.markdown].map(text => splitFrontMatter(text, '').parts)
  if (!before || !now) throw new Error('a fiche that was read has a front matter')
  const { changes, savedBy } = manuscript
  const authors = new Set(changes.map(({ auteur }) => auteur))
  const by = (authors.size === 1 ? changes[0] : undefined) ?? savedBy
  const proposal = (citation: Relecture['citation'], remplace_par: string) =>
    proposalBy(signed(by, jour), { citation, remplace_par })
  const head = headOf(before.yaml)
  const resumes = [headValue(head, 'resume'), headValue(imported.head, 'resume')] as const
  const inHead = [[head.titre, imported.head.titre] as const, resumes].flatMap(([value, next]) => {
    const at = fiche.indexOf(value)
    const isNew = value !== '' && !/^(?:À compléter\.)?$/.test(next) && at > 0 && differ(value, next)
    return isNew ? proposal(quoteAt(fiche, at, at + value.length), next) : []
  })
  const inBody = (
    isOfKit(manuscript) ? differencesBetween(before.body, now.body) : lineDifferences(before.body, manuscript)
  ).flatMap(({ citation, remplace_par }) =>
    differ(citation.exact, remplace_par) ? proposal(citation, withWordsOf(citation.exact, remplace_par)) : [],
  )
  return {
    source: fiche,
    slug: headValue(head, 'slug'),
    threads: [...remarksOf(manuscript, jour), ...inHead, ...inBody],
    newPictures: 0,
  }
}

/** Paragraphs with fewer words that stand in no fiche are what the document calls its parts: « Propos. », « Numéro ». */
const FEWEST_WORDS = 4
/** The share of words by which a paragraph is another one, written anew. */
const ALIKE = 0.5

/** Lists what differs between the lines of a fiche and the paragraphs of a file without styles. */
function lineDifferences(body: string, { elements }: Manuscript) {
  const lines = Array.from(body.matchAll(/[^\n|·]+/g), ({ 0: text, index }) => ({ text, index })).filter(
    ({ text }) => keysOf(text).length > 0,
  )
  const paragraphs = paragraphsOf(elements).flatMap(({ runs }) =>
    textOf(runs)
      .replace(/[ \t]*\{[^{}]*\}/g, '')
      .split(/[\n·]/),
  )
  const differences: { citation: ReturnType<typeof quoteAt>; remplace_par: string }[] = []
  const propose = ({ text, index }: { text: string; index: number }, remplace_par: string) =>
    differences.push({ citation: quoteAt(body, index, index + text.length), remplace_par })
  const [old, recent] = [lines.map(({ text }) => text), paragraphs].map(texts =>
    texts.map(text => `${keysOf(text)}`),
  ) as [string[], string[]]
  for (const { before, now } of betweenCommon(old, recent)) {
    const rest = paragraphs.slice(...now)
    let above = lines[before[0] - 1]
    for (const line of lines.slice(...before)) {
      const at = rest.findIndex(text => shareOf(keysOf(line.text), keysOf(text)) >= ALIKE)
      propose(line, at < 0 ? '' : (rest.splice(at, 1)[0] ?? ''))
      above = line
    }
    for (const text of rest)
      if (above && keysOf(text).length >= FEWEST_WORDS) propose(above, `${above.text}\n\n${text}`)
  }
  return differences
}

function shareOf(some: readonly string[], others: readonly string[]): number {
  const common = [...betweenCommon(some, others)].length - 1
  return some.length + others.length === 0 ? 0 : (2 * common) / (some.length + others.length)
}

const keysOf = (text: string) => wordsAt(text).map(({ word }) => word)
const differ = (some: string, others: string) => `${keysOf(some)}` !== `${keysOf(others)}`

/** A passage with the words of another, and its own marks around those that stay. */
function withWordsOf(passage: string, other: string): string {
  const [old, recent] = [wordsAt(passage), wordsAt(other)]
  if (recent.length === 0) return ''
  let [text, at] = ['', 0]
  for (const { before, now } of betweenCommon(keysOf(passage), keysOf(other))) {
    if (before[0] === before[1] && now[0] === now[1]) continue
    // Words that come take what stands before them along; at the end, what stands behind too.
    const isLast = before[1] === old.length && now[1] === recent.length
    const from = before[0] === 0 ? (old[0]?.from ?? 0) : (old[before[0] - 1]?.to ?? 0)
    const to = isLast ? passage.length : before[1] === 0 ? (old[0]?.from ?? 0) : (old[before[1] - 1]?.to ?? 0)
    const start = now[0] === 0 ? (recent[0]?.from ?? 0) : (recent[now[0] - 1]?.to ?? 0)
    const end = isLast ? other.length : now[1] === 0 ? start : (recent[now[1] - 1]?.to ?? 0)
    text += passage.slice(at, from) + other.slice(start, Math.max(start, end))
    at = Math.max(from, to)
  }
  return text + passage.slice(at)
}
