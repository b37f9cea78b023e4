import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit/index.ts'
import { fault, gathered, type Look, type Outcome, type Problem, verified } from '../../src/problems/index.ts'
import type { Manifest } from '../ground/index.ts'
import type { Shot } from './pictures/baselines.ts'
import type { Difference } from './pictures/judge.ts'
import type { EpubText } from './read/epub.ts'
import type { PdfText } from './read/pdf.ts'
import type { SiteText } from './read/site.ts'
import type { PageVisit } from './read/visit-site.ts'

/** Finished editions, each read when a check first asks for it, and once. */
export type Editions = {
  kit: Kit
  /** Folder of the editions. */
  dir: string
  site(): Promise<SiteText>
  /** Every page of the site, as a browser shows it. */
  visits(): Promise<readonly PageVisit[]>
  pdf(): Promise<PdfText>
  epub(): Promise<EpubText>
  browser(): Promise<Browser>
  signal: AbortSignal
}

/** Finished editions beside the pictures of them that a person accepted. */
export type ComparedPictures = {
  /** No picture of this kit was ever accepted: all are new. */
  first: boolean
  shots: readonly Shot[]
  /** Views that look other than accepted, with both pictures. */
  differences: readonly Difference[]
  /** Makes the pictures of now the accepted ones. */
  accept(): Promise<void>
}

/** Forge where a release is made. */
export type Forge = {
  /** `owner/name` */
  repository: string
  /** The tag that asked for the release; null: it was asked for by hand, and publishes nothing. */
  tag: string | null
}

/** A release, as the checks read it. */
export type Subject = Editions & {
  draft: boolean
  /** Problems of the content. */
  problems: readonly Problem[]
  forge: Forge | null
  /** Month of the edition before this one, and slugs of the fiches that changed since; null: this is the first. */
  former: { mois: string; changed: ReadonlySet<string> } | null
  manifest(): Promise<Pick<Manifest, 'artefacts'>>
  /** Photographs the editions, and compares them with what a person accepted. */
  pictures(): Promise<ComparedPictures>
  /** File for the report of differences. */
  visualReport: string
  /** Tells whether the browser is the one that the accepted pictures were taken with. */
  hasShippedBrowser: boolean
  /** Program of veraPDF; null: none. */
  verapdf: string | null
}

export type GateCheck = {
  /** Permanent name. */
  id: string
  /** Says what holds when nothing is found, in French. */
  title: string
  /** `texte`: asked before anything is made. */
  phase: 'texte' | 'editions'
  run(subject: Subject): Look
}

/** One line of the report. */
export type Control = { id: string; title: string; outcome: Outcome; ms: number }

/** Called for a check as it begins (`done` null), and with its findings. */
export type TellControl = (event: { title: string; done: Control | null }) => void

/** Runs and times one check. A file that cannot be read is a finding. @throws the fault of a check */
export async function runCheck(
  { id, title, run }: GateCheck,
  subject: Subject,
  tell: TellControl,
): Promise<Control> {
  subject.signal.throwIfAborted()
  tell({ title, done: null })
  const start = performance.now()
  const outcome = await gathered(run(subject)).catch(unreadable)
  const done = { id, title, outcome, ms: performance.now() - start }
  tell({ title, done })
  return done
}

/** File of an edition that no program can read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly place: string
  constructor(place: string, cause: unknown) {
    super(`${place} cannot be read`, { cause })
    this.place = place
  }
}

function unreadable(error: unknown): Outcome {
  const tell = (place: string, message: string) => verified('Lecture interrompue', [fault(place, message)])
  if (error instanceof UnreadableFile)
    return tell(
      error.place,
      `Aucun programme ne peut lire le fichier : ${error.cause instanceof Error ? error.cause.message : error.cause}.`,
    )
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error)
    return tell(String(error.path), 'Le fichier n’est pas dans les éditions.')
  throw error
}
