import type { Passage, TextRecord } from './text-record.ts'

/** A text as it is now, and as it was; `old` undefined: it was not there. */
export type Pair = { text: TextRecord; old: TextRecord | undefined }

/** A passage, and the text that it stood in. */
export type Former = { text: TextRecord; passage: Passage }

type Same = (old: Passage, now: Passage) => boolean

/** In one text, surest first: an anchor that was written outlives title and words. */
const inText: Same[] = [
  (old, now) => old.ancre !== null && old.ancre === now.ancre,
  (old, now) => old.nom === now.nom && old.valeur === now.valeur,
  (old, now) => old.nom === now.nom,
  (old, now) => old.textes.length > 0 && old.textes.join() === now.textes.join() && now.genre !== 'chiffre',
  (old, now) => now.genre === 'ressource' && old.valeur !== null && old.valeur === now.valeur,
  (old, now) => now.genre === 'ressource' && isAlike(old.nom, now.nom),
]

/** Whether two references begin with one title and tell another edition or date of it: the more part of the longer is the same. */
function isAlike(old: string, now: string): boolean {
  let same = 0
  while (same < old.length && old[same] === now[same]) same++
  return same > 0.6 * Math.max(old.length, now.length)
}

/** From one text to another: titles that say little (« Agir ») are many texts'. */
const elsewhere: Same[] = [
  (old, now) => old.nom === now.nom && old.valeur === now.valeur && old.textes.join() === now.textes.join(),
  (old, now) => old.ancre === now.ancre && old.valeur === now.valeur,
]
const goElsewhere: ReadonlySet<Passage['genre']> = new Set(['levier', 'exemple', 'chiffre'])

/** Which passage each one was, if it was there: in the text that became its own, else in another.
 *  @param before the published texts of the former edition */
export function matchPassages(before: readonly TextRecord[], pairs: readonly Pair[]): Map<Passage, Former> {
  const matches = new Map<Passage, Former>()
  const taken = new Set<Passage>()
  function take(olds: readonly TextRecord[], text: TextRecord, rules: readonly Same[]): void {
    for (const same of rules)
      for (const now of text.passages) {
        if (matches.has(now)) continue
        for (const old of olds) {
          const passage = old.passages.find(
            one => !taken.has(one) && one.genre === now.genre && same(one, now),
          )
          if (!passage) continue
          matches.set(now, { text: old, passage })
          taken.add(passage)
          break
        }
      }
  }
  for (const { text, old } of pairs) if (old) take([old], text, inText)
  for (const { text, old } of pairs)
    take(
      before.filter(one => one !== old),
      { ...text, passages: text.passages.filter(({ genre }) => goElsewhere.has(genre)) },
      elsewhere,
    )
  return matches
}
