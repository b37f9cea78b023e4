import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { asDraft, type Kit, type News } from '../../src/kit/index.ts'
import { type Problem, verdictOf, worstOf } from '../../src/problems/index.ts'
import {
  askChecks,
  type ComparedPictures,
  type Control,
  comparePictures,
  type Forge,
  openEditions,
  type ReleaseReport,
  reportHtml,
  reportOf,
  type Subject,
  type TellControl,
} from '../gate/index.ts'
import {
  editions,
  lazyBrowser,
  listFiles,
  type Manifest,
  orGone,
  readKit,
  readManifest,
} from '../ground/index.ts'
import { readFormerSites } from '../site/index.ts'
import { buildEditions } from './build-editions.ts'
import { type BuildOptions, dateOf, hashKit } from './build-options.ts'
import {
  type ContentRecord,
  continueRecord,
  RECORD_FILE,
  readRecord,
  recordOf,
} from './history/content-record.ts'
import { newsMarkdown, newsOf } from './history/news.ts'
import { licencesMarkdown, sumsOf } from './papers/papers.ts'
import { readShipped, type Shipped } from './papers/shipped.ts'
import { openStaging } from './staging.ts'

export type ReleaseOptions = Omit<BuildOptions, 'only' | 'keep' | 'draft' | 'formerSites'> & {
  /** A draft may lack what a release may not, and says so. */
  draft: boolean
  /** Folder or `contenu.json` of the release before; null: the release being replaced. On a forge it may be empty, for a
   *  first release. */
  former: string | null
  /** Folder of a release whose site stays, with those before it, under `editions/`; null: those of the release before alone. */
  archive: string | null
  /** The forge that it is made on, or null. */
  forge: Forge | null
  /** Folder of the accepted pictures, one folder a kit. */
  baselines: string
  /** veraPDF's program, or null: it is not asked. */
  verapdf: string | null
  /** Called for each control as it begins and ends. */
  tellControl: TellControl
}

type ReleaseResult =
  /** There is no kit to judge. */
  | { state: 'unreadable'; problems: Problem[] }
  /** `dir`: where the report lies, beside the files that it lets through, or alone. `pictures`: null: it was refused before they
   *  were made. */
  | {
      state: 'made' | 'refused'
      report: ReleaseReport
      dir: string
      formerYears?: number[]
      pictures: ComparedPictures | null
    }

/** Folder of the report of a release that was refused. */
const refusedDir = (out: string) => `${out}-refusee`

/** Makes the editions, asks them every question, and hands out a folder to publish, print and deposit: whole, or not at all.
 *  @throws a fault with its cause */
export async function release(options: ReleaseOptions): Promise<ReleaseResult> {
  const start = performance.now()
  const { out, draft, forge, signal, tellControl } = options
  const released = hashKit(options.fiches)
  /** Holds the fiches to one text from the first check to the last. */
  const expectSame = () => {
    if (hashKit(options.fiches) !== released)
      throw new Error(
        'Les fiches ont changé pendant la livraison : relancer la commande quand elles sont enregistrées.',
      )
  }
  const { kit: read, problems } = await readKit(options.fiches)
  if (!read) return { state: 'unreadable', problems }

  const kit = draft ? asDraft(read) : read
  const date = dateOf(kit, options.date)
  const controls: Control[] = []
  const isRefused = () => worstOf(controls.map(({ outcome }) => verdictOf(outcome))) === 'erreur'
  const report = (manifest: Manifest | null, tools: ReleaseReport['outils']) =>
    reportOf({ kit, date, draft, controls, manifest, tools, ms: performance.now() - start })

  const shipped = await readShipped(kit)
  const former = await readRecord(options.former ?? out)
  // A named release must be there: without it the history would begin anew, unnoticed.
  if (!former && options.former !== null && forge === null)
    throw new Error(`--precedente : ${options.former} ne contient pas de livraison (${RECORD_FILE}).`)
  const record = continueRecord(former, recordOf(kit, date))
  const news = newsOf(record)
  const formerSites = readFormerSites(options.archive ?? options.former ?? out, kit, options.archive !== null)
  await using staging = await openStaging(out)
  await using browser = lazyBrowser(options)
  const dir = join(staging.dir, 'livraison')
  const visual = join(staging.dir, 'rapport-visuel.html')
  const opened = openEditions({ kit, dir, browser: browser.open, signal })
  const manifestOf = () => readManifest(dir)
  let pictures: Promise<ComparedPictures> | null = null
  const subject: Subject = {
    ...opened,
    draft,
    problems,
    forge,
    former: changesSince(record),
    manifest: manifestOf,
    pictures() {
      pictures ??= comparePictures({ ...opened, manifest: manifestOf }, join(options.baselines, kit.slug))
      return pictures
    },
    visualReport: visual,
    hasShippedBrowser: browser.isShipped,
    verapdf: options.verapdf,
  }
  controls.push(...(await askChecks('texte', subject, { tell: tellControl })))
  if (isRefused()) return refuse(out, report(null, {}))

  const result = await buildEditions({
    ...options,
    date,
    only: new Set(editions),
    keep: true,
    out: dir,
    news,
    formerSites,
  })
  // A fiche that is written while it is read may stand in some pages and not in others.
  expectSame()
  if (result.state === 'refused') throw new Error('a kit without errors was refused')
  const { manifest } = result
  controls.push(...(await askChecks('editions', subject, { tell: tellControl })))
  expectSame()

  // Its check told what could not be read.
  const looked = subject.pictures().catch(() => null)
  const press = await browser.open()
  const tools = { 'Node.js': process.version, Navigateur: await press.version().catch(orGone(press)) }
  if (!isRefused()) await writePapers(dir, { kit, news, record, shipped })
  const finalReport = report(manifest, tools)
  if (isRefused()) {
    const prepress = manifest.artefacts.filter(({ role }) => role === 'rapport-prepresse')
    const reports = [visual, ...prepress.map(({ path }) => join(dir, path))]
    return { ...(await refuse(out, finalReport, reports)), pictures: await looked }
  }
  await writeReport(dir, finalReport)
  // Moves the finished files back into the staging folder, which then replaces the former release.
  for (const name of await readdir(dir)) await rename(join(dir, name), join(staging.dir, name))
  await rm(dir, { recursive: true })
  await staging.commit()
  await rm(refusedDir(out), { recursive: true, force: true })
  const formerYears = formerSites.editions.map(({ annee }) => annee)
  return { state: 'made', report: finalReport, dir: out, formerYears, pictures: await looked }
}

/** Month of the former edition, and the fiches that changed since. */
function changesSince({ historique: [last, former] }: Pick<ContentRecord, 'historique'>): Subject['former'] {
  if (!last || !former) return null
  const changed = new Set(last.changements.changed.map(({ slug }) => slug))
  return { mois: former.edition.mois, changed }
}

type Papers = { shipped: readonly Shipped[]; kit: Kit; news: News; record: ContentRecord }

/** Writes the papers of a release, then the sums of all its files. The report, which tells how long things took, is not summed. */
async function writePapers(dir: string, { shipped, kit, news, record }: Papers): Promise<void> {
  const files = {
    [RECORD_FILE]: `${JSON.stringify(record, null, 1)}\n`,
    'NOUVEAUTES.md': newsMarkdown(kit.titre, news),
    'LICENCES.md': licencesMarkdown(kit, shipped),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content)
  await writeFile(join(dir, 'SHA256SUMS'), await sumsOf(dir, listFiles(dir)))
}

/** @param reports reports of single controls, as far as they were written */
async function refuse(
  out: string,
  report: ReleaseReport,
  reports: readonly string[] = [],
): Promise<Extract<ReleaseResult, { dir: string }>> {
  const dir = refusedDir(out)
  await rm(dir, { recursive: true, force: true })
  await mkdir(dirname(dir), { recursive: true })
  await writeReport(dir, report)
  for (const path of reports) if (existsSync(path)) await copyFile(path, join(dir, basename(path)))
  return { state: 'refused', report, dir, pictures: null }
}

async function writeReport(dir: string, report: ReleaseReport): Promise<void> {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'rapport.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(dir, 'rapport.html'), reportHtml(report))
}
