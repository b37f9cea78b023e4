import type { Kit } from '../../../../src/kit/index.ts'
import {
  type Check,
  type Finding,
  type Outcome,
  onPage,
  plural,
  verified,
} from '../../../../src/problems/index.ts'
import { type Mm, mm, planOf, toPt } from '../../../../src/text/index.ts'
import type { Profile } from '../../colour/profile.ts'
import { bookletBleed } from '../../imposition.ts'
import { leafThickness, spineWidth } from '../../sheet/plan.ts'
import type { FileFacts, PageFacts } from './read/read-file.ts'

export const toMm = (length: number) => length / toPt(mm(1))

export type PreflightSubject = {
  file: FileFacts
  kit: Kit
  profile: Profile
  format: SheetFormat
}

export type PressCheck = Check<PreflightSubject, Outcome | Promise<Outcome>> & {
  /** Reason of the check, in French, for readers who are no printers. */
  why: string
  limit(subject: PreflightSubject): string
}

/** Looks for faults page by page. @param look the faults of one page, in French */
export const findFaults = (
  pages: readonly PageFacts[],
  look: (page: PageFacts) => Iterable<string>,
): Finding[] => pages.flatMap(facts => Array.from(look(facts), message => onPage(facts.page, message)))

/** @param sound the measure; @param faulty said when there are findings: by default, the number of their pages */
export const outcomeOf = (findings: Finding[], sound: string, faulty?: string): Outcome =>
  verified(
    findings.length === 0
      ? sound
      : (faulty ?? plural(pagesOf(findings).length, 'page concernée', 'pages concernées')),
    findings,
  )

export const pagesOf = (findings: readonly Finding[]): number[] => [
  ...new Set(findings.flatMap(({ page }) => page ?? [])),
]

export const french = (value: number, digits = 2) =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: digits }).format(value)

/** Kinds of files for the printer: its pages one by one, the flat cover of a square back, or a booklet on folded sheets. */
export type SheetKind = 'pages' | 'couverture' | 'cahier'

export type SheetFormat = {
  width: Mm
  height: Mm
  /** True bleed: a booklet keeps what the creep leaves of it. */
  bleed: Mm
}

/** @param body pages of the book, covers of a square back left out */
export function formatOf(kind: SheetKind, { impression }: Kit, body: number): SheetFormat {
  const { width, height } = planOf({ impression }).trim
  const spine = kind === 'couverture' ? spineWidth(body, impression) : 0
  const asked = mm(impression.fond_perdu)
  const bleed = kind === 'cahier' ? bookletBleed(body, leafThickness(impression.papier), asked) : asked
  return { width: mm(kind === 'pages' ? width : 2 * width + spine), height, bleed }
}
