import { applyRules, rules } from '../text/index.ts'
import { type FicheElement, isBrut, mapRuns, tidyRuns, type WordRun } from './element.ts'

/** Elements in French typography, as the press prints them; marks, code and Markdown stay as they were typed. */
export const typeset = (element: FicheElement): FicheElement =>
  isBrut(element) ? element : mapRuns(element, typesetRuns)

/** All runs as one text, so that « **mot** : » is seen whole. */
function typesetRuns(runs: readonly WordRun[]): WordRun[] {
  const fixed = new Set<number>()
  const ends: number[] = []
  let text = ''
  for (const [index, run] of runs.entries()) {
    const apart = run.code || run.mark || run.text === run.href
    if (apart) fixed.add(index)
    text += apart ? '\ufffc' : run.text
    ends.push(text.length)
  }
  const set = applyRules({ text, ends, fixed }, rules)
  return tidyRuns(
    runs.map((run, index) =>
      fixed.has(index) ? run : { ...run, text: set.text.slice(set.ends[index - 1] ?? 0, set.ends[index]) },
    ),
  )
}

/** Words in the characters of a keyboard: the press sets them again. No-break spaces become spaces, or go where French
 *  wants them anyway; soft hyphens and signs of no width go. */
export function untypeset(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u202f\u2002-\u200a]/g, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/\u2011/g, '-')
}
