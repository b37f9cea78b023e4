import type { Kit } from '../../../../src/kit.ts'
import type { Ink, Inks } from '../../press/colour/ink.ts'
import type { Profile } from '../../press/colour/profile.ts'
import type { InkMeasure } from './ink/page-ink.ts'
import type { FileFacts, PageFacts } from './read/facts.ts'

/** `non-mesure`: the tool for it is missing; nobody may believe that it passed. */
export type Verdict = 'conforme' | 'avertissement' | 'erreur' | 'non-mesure'

/** What the checks look at. */
export type Subject = {
  file: FileFacts
  kit: Kit
  /** The profile and the inks that the kit asks for. */
  profile: Profile
  inks: Inks
  ink: InkMeasure
  /** Families that the edition is set in. */
  families: readonly string[]
}

export type Finding = {
  verdict: Verdict
  /** What was measured, in French. */
  valeur: string
  /** Pages at fault, by their place in the file. */
  pages: number[]
  /** One line a fault. */
  details: string[]
}

export type Check = {
  /** Permanent name. */
  code: string
  titre: string
  /** Why it matters, for who is no printer. */
  pourquoi: string
  limite(subject: Subject): string
  mesure(subject: Subject): Finding
}

/** Looks for faults page by page.
 *  @param look the faults of one page, in French */
export function findFaults(pages: readonly PageFacts[], look: (page: PageFacts) => string[]) {
  const faults = pages
    .map(facts => ({ page: facts.page, found: look(facts) }))
    .filter(({ found }) => found.length > 0)
  return {
    pages: faults.map(({ page }) => page),
    details: faults.flatMap(({ page, found }) => found.map(fault => `page ${page} : ${fault}`)),
  }
}

/** A finding with `verdict` when there is a fault, else in order.
 *  @param valeur what was measured; of faults, by default, how many pages have one */
export function judge(
  faults: { pages: number[]; details: string[] },
  verdict: Exclude<Verdict, 'conforme'>,
  valeur: { sain: string; fautif?: string },
): Finding {
  const { length } = faults.pages
  return faults.details.length > 0
    ? {
        verdict,
        valeur: valeur.fautif ?? plural(length, 'page concernée', 'pages concernées'),
        ...faults,
      }
    : { verdict: 'conforme', valeur: valeur.sain, pages: [], details: [] }
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count > 1 ? many : one}`
/** A number as French readers write it. */
export const french = (value: number, digits = 2) =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits }).format(value)

/** `C 100 · M 85 · J 10 · N 35` */
export const inkName = (ink: Ink) =>
  ['C', 'M', 'J', 'N'].map((letter, index) => `${letter} ${french(100 * (ink[index] ?? 0), 1)}`).join(' · ')
