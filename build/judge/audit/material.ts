import type { Browser } from 'puppeteer'
import type { Kit } from '../../../src/kit.ts'
import type { Check, Look } from '../../../src/problems/finding.ts'
import type { EpubText } from './read/epub.ts'
import type { PdfText } from './read/pdf.ts'
import type { SiteText } from './read/site.ts'
import type { PageVisit } from './read/visit-site.ts'

/** Editions as they were made, read when a check first asks for them, and once. */
export type Material = {
  kit: Kit
  /** Folder of the finished editions. */
  dir: string
  /** Every text file of the kit (Markdown, YAML): path → content. */
  sources(): Promise<ReadonlyMap<string, string>>
  site(): Promise<SiteText>
  /** Every page of the site, as a browser shows it. */
  visits(): Promise<readonly PageVisit[]>
  pdf(): Promise<PdfText>
  epub(): Promise<EpubText>
  browser(): Promise<Browser>
  signal: AbortSignal
}

/** One question put to the editions. */
export type AuditCheck = Check<Material, Look>
