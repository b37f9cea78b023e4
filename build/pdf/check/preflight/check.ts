import { plural } from '../../../../src/french.ts'
import type { Kit } from '../../../../src/kit.ts'
import { type Check, type Finding, type Outcome, onPage, verified } from '../../../../src/problems/finding.ts'
import type { Ink, Inks } from '../../press/colour/ink.ts'
import type { Profile } from '../../press/colour/profile.ts'
import type { InkMeasure } from './ink/page-ink.ts'
import type { FileFacts, PageFacts } from './read/facts.ts'
import type { SheetFormat } from './sheet-format.ts'

/** What the checks look at. */
export type Subject = {
  file: FileFacts
  kit: Kit
  /** The profile and the inks that the kit asks for. */
  profile: Profile
  inks: Inks
  ink: InkMeasure
  format: SheetFormat
}

/** One question put to the printer's PDF. */
export type PressCheck = Check<Subject> & {
  /** Why it matters, in French, for who is no printer. */
  why: string
  /** What is allowed, in French. */
  limit(subject: Subject): string
}

/** Looks for faults page by page.
 *  @param look the faults of one page, in French */
export const findFaults = (
  pages: readonly PageFacts[],
  look: (page: PageFacts) => Iterable<string>,
  severity?: Finding['severity'],
): Finding[] =>
  pages.flatMap(facts => Array.from(look(facts), message => onPage(facts.page, message, severity)))

/** @param sound what was measured; @param faulty when there are findings: by default, how many pages have one */
export const measured = (findings: Finding[], sound: string, faulty?: string): Outcome =>
  verified(
    findings.length === 0
      ? sound
      : (faulty ?? plural(pagesOf(findings).length, 'page concernée', 'pages concernées')),
    findings,
  )

/** What a check does that looks at each page by itself.
 *  @param sound what it tells when no page has a fault */
export const ofPages =
  (
    sound: string,
    look: (page: PageFacts, subject: Subject) => string[],
    severity?: Finding['severity'],
  ): PressCheck['run'] =>
  subject =>
    measured(
      findFaults(subject.file.pages, page => look(page, subject), severity),
      sound,
    )

/** Pages of the findings, each once. */
export const pagesOf = (findings: readonly Finding[]): number[] => [
  ...new Set(findings.flatMap(({ page }) => page ?? [])),
]

/** A number as French readers write it. */
export const french = (value: number, digits = 2) =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits }).format(value)

/** `C 100 · M 85 · J 10 · N 35` */
export const inkName = (ink: Ink) =>
  ['C', 'M', 'J', 'N'].map((letter, index) => `${letter} ${french(100 * (ink[index] ?? 0), 1)}`).join(' · ')
