import { inOrder } from '../../../src/in-order.ts'
import { commonPart } from '../../../src/word/words.ts'
import { type Former, matchPassages, type Pair } from './match-passages.ts'
import type { Passage, TextRecord } from './text-record.ts'

/** Of a passage, its paragraphs that were written anew, came, went, or only changed their place. */
export type Rewording = { recrits: number; ajoutes: number; retires: number; deplaces: number }

/** What became of a passage; a section without a name is the opening of its text. */
export type PassageChange = { genre: Passage['genre']; nom: string } & (
  | { kind: 'ajoute' | 'retire'; valeur: string | null }
  | { kind: 'renomme'; former: string }
  | { kind: 'valeur'; former: string | null; valeur: string | null }
  /** Within its text, into the section or the lever `ou`; null: where it was. */
  | { kind: 'deplace'; ou: string | null }
  /** From, or to, the text of this title. */
  | { kind: 'venu' | 'parti'; ou: string }
  | ({ kind: 'recrit' } & Rewording)
)

/** What changed in the passages of each text that was there before. */
export function comparePassages(
  before: readonly TextRecord[],
  pairs: readonly Pair[],
): Map<TextRecord, PassageChange[]> {
  const formerOf = matchPassages(before, pairs)
  const wentTo = new Map(
    pairs.flatMap(({ text }) =>
      text.passages.flatMap(passage => {
        const former = formerOf.get(passage)
        return former ? [[former.passage, text] as const] : []
      }),
    ),
  )
  const words: Words = {
    before: new Set(before.flatMap(textesOf)),
    now: new Set(pairs.flatMap(({ text }) => textesOf(text))),
  }
  return new Map(
    pairs.flatMap(({ text, old }) => {
      if (!old) return []
      const moved = movedIn(old, text, formerOf)
      const here = text.passages.flatMap(passage => [
        ...changesOf(passage, { old, moved: moved.has(passage), text, formerOf, words }),
      ])
      const gone = old.passages.flatMap((passage): PassageChange[] => {
        const { genre, nom, valeur } = passage
        const there = wentTo.get(passage)
        if (there === text) return []
        if (isOpening(passage)) {
          const lost = rewordingOf(passage.textes, [], words)
          return sum(lost) > 0 ? [{ genre, nom, kind: 'recrit', ...lost }] : []
        }
        return [
          there ? { genre, nom, kind: 'parti', ou: there.titre } : { genre, nom, kind: 'retire', valeur },
        ]
      })
      return [[text, [...here, ...gone]] as const]
    }),
  )
}

const textesOf = ({ passages }: TextRecord) => passages.flatMap(({ textes }) => textes)

/** Digests of all paragraphs of either edition: one that stands elsewhere is not new, and is not lost. */
type Words = { before: ReadonlySet<string>; now: ReadonlySet<string> }

type Case = {
  old: TextRecord
  text: TextRecord
  moved: boolean
  formerOf: ReadonlyMap<Passage, Former>
  words: Words
}

function* changesOf(passage: Passage, { old, moved, text, formerOf, words }: Case): Generator<PassageChange> {
  const { genre, nom, valeur } = passage
  const former = formerOf.get(passage)
  const reworded = rewordingOf(former?.passage.textes ?? [], passage.textes, words)
  if (!former) {
    // Of a new passage, only what stood elsewhere is reported; the rest is new with it.
    const { deplaces } = reworded
    if (!isOpening(passage)) yield { genre, nom, kind: 'ajoute', valeur }
    if (isOpening(passage) && reworded.ajoutes > 0) yield { genre, nom, kind: 'recrit', ...reworded }
    else if (isText(genre) && deplaces > 0)
      yield { genre, nom, kind: 'recrit', recrits: 0, ajoutes: 0, retires: 0, deplaces }
    return
  }
  const { passage: was } = former
  const into = was.dans !== passage.dans && containerBefore(passage, text, formerOf) !== was.dans
  if (former.text !== old) yield { genre, nom, kind: 'venu', ou: former.text.titre }
  else if (into || moved) yield { genre, nom, kind: 'deplace', ou: into ? passage.dans : null }
  if (was.nom !== nom) yield { genre, nom, kind: 'renomme', former: was.nom }
  if (was.valeur !== valeur) yield { genre, nom, kind: 'valeur', former: was.valeur, valeur }
  if (sum(reworded) > 0) yield { genre, nom, kind: 'recrit', ...reworded }
}

/** A figure may have no caption, and is named by its value. */
const isOpening = ({ genre, nom }: Passage) => genre === 'section' && nom === ''
const isText = (genre: Passage['genre']) => genre === 'section' || genre === 'levier' || genre === 'partie'
const sum = ({ recrits, ajoutes, retires, deplaces }: Rewording) => recrits + ajoutes + retires + deplaces

/** What the section or the lever around a passage was called. */
function containerBefore(
  { dans }: Passage,
  text: TextRecord,
  formerOf: ReadonlyMap<Passage, Former>,
): string | null {
  const container = text.passages.find(({ genre, nom }) => isText(genre) && nom === dans)
  return (container && formerOf.get(container)?.passage.nom) ?? null
}

/** The passages that stand in another order than they did, as few as may be; each kind by itself. */
function movedIn(old: TextRecord, text: TextRecord, formerOf: ReadonlyMap<Passage, Former>): Set<Passage> {
  const moved = new Set<Passage>()
  for (const genre of new Set(text.passages.map(one => one.genre))) {
    const retained = text.passages.filter(one => one.genre === genre && formerOf.get(one)?.text === old)
    const places = retained.map(one => old.passages.indexOf((formerOf.get(one) as Former).passage))
    const ordered = inOrder(places)
    for (const [index, passage] of retained.entries()) if (!ordered.has(index)) moved.add(passage)
  }
  return moved
}

/** What became of paragraphs: a new one in the place of a lost one was written anew. */
function rewordingOf(old: readonly string[], now: readonly string[], words: Words): Rewording {
  const [was, is] = [new Set(old), new Set(now)]
  const came = now.filter(one => !was.has(one))
  const fresh = came.filter(one => !words.before.has(one)).length
  const lost = old.filter(one => !is.has(one) && !words.now.has(one)).length
  const stayed = now.filter(one => was.has(one))
  const inOrder = commonPart(
    old.filter(one => is.has(one)),
    stayed,
  ).size
  const recrits = Math.min(fresh, lost)
  return {
    recrits,
    ajoutes: fresh - recrits,
    retires: lost - recrits,
    deplaces: came.length - fresh + stayed.length - inOrder,
  }
}
