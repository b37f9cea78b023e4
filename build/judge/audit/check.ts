import type { Browser } from 'puppeteer'
import type { Kit } from '../../../src/kit.ts'
import type { EpubText } from './read/epub.ts'
import type { PdfText } from './read/pdf.ts'
import type { SiteText } from './read/site.ts'

/** Editions as they were made, read when a check first asks for them, and once. */
export type Material = {
  kit: Kit
  /** Folder of the finished editions. */
  dir: string
  /** Every text file of the kit (Markdown, YAML): path → content. */
  sources(): Promise<ReadonlyMap<string, string>>
  site(): Promise<SiteText>
  pdf(): Promise<PdfText>
  epub(): Promise<EpubText>
  browser(): Promise<Browser>
  signal: AbortSignal
}

export type Subject = 'source' | 'site' | 'pdf' | 'epub' | 'ensemble'

/** Something that a check found; `place` names the fiche, the page or the file. Both are read by the person who releases. */
export type Finding = { severity: 'erreur' | 'remarque'; place: string | null; message: string }

export type Outcome =
  /** `evidence`: in one sentence, what was looked at, with its numbers. */
  | { state: 'verifie'; evidence: string; findings: Finding[] }
  /** Could not be looked at, and why; a release says so. */
  | { state: 'non-verifie'; reason: string }

/** One question put to the editions. */
export type Check = {
  id: string
  /** What holds when nothing is found. */
  title: string
  subject: Subject
  run(material: Material): Promise<Outcome>
}

export type Checked = Pick<Check, 'id' | 'title' | 'subject'> & { outcome: Outcome; ms: number }

export const fault = (place: string | null, message: string): Finding => ({
  severity: 'erreur',
  place,
  message,
})
export const remark = (place: string | null, message: string): Finding => ({
  severity: 'remarque',
  place,
  message,
})

/** « 3 fiches », « 1 fiche »: a count as French writes it. */
export const count = (n: number, one: string, many = `${one}s`) =>
  `${new Intl.NumberFormat('fr-FR').format(n)}\u00a0${n > 1 ? many : one}`
