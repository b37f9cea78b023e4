import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Problem } from '../../src/problems/index.ts'
import { type ComparedPictures, comparePictures, openEditions, visualReport } from '../gate/index.ts'
import { editions, lazyBrowser, ownedFolder, readKit, readManifest } from '../ground/index.ts'
import { buildEditions } from './build-editions.ts'
import { type BuildOptions, dateOf } from './build-options.ts'
import { continueRecord, readRecord, recordOf } from './history/content-record.ts'
import { newsOf } from './history/news.ts'

export type VisualOptions = Omit<BuildOptions, 'only' | 'keep' | 'out' | 'news'> & {
  /** Folder of the accepted pictures, one folder a kit. */
  baselines: string
  /** File of the report when there are differences. */
  report: string
  /** Folder of the former release, or its record: the site tells what has changed since. */
  former: string
  /** Takes the pictures of now for the accepted ones, after the comparison. */
  accept: boolean
}

type VisualResult =
  | { state: 'refused'; problems: Problem[] }
  /** `bytes`: weight of all pictures. */
  | ({ state: 'compared'; shots: number; bytes: number; accepted: boolean; report: string | null } & Pick<
      ComparedPictures,
      'differences'
    >)

/** Compares the editions with their accepted pictures, without the rest of the gate; what was never accepted is new. */
export async function compareVisual(options: VisualOptions): Promise<VisualResult> {
  await using browser = lazyBrowser(options)
  if (!browser.isShipped)
    throw new Error(
      'Les images acceptées sont celles du navigateur de la presse (Linux sur x64, sans PUPPETEER_EXECUTABLE_PATH) : celles d’un autre ne se comparent pas, et ne les remplacent pas.',
    )
  const { kit, problems } = await readKit(options.fiches)
  if (!kit) return { state: 'refused', problems }
  const date = dateOf(kit, options.date)
  const news = newsOf(continueRecord(await readRecord(options.former), recordOf(kit, date)))
  await using work = await ownedFolder('visuel')
  const dir = join(work.path, 'editions')
  const result = await buildEditions({ ...options, news, only: new Set(editions), keep: true, out: dir })
  if (result.state === 'refused') return result
  const opened = openEditions({ kit, dir, browser: browser.open, signal: options.signal })
  const { shots, differences, accept } = await comparePictures(
    { ...opened, manifest: () => readManifest(dir) },
    join(options.baselines, kit.slug),
  )
  const report = differences.length > 0 ? options.report : null
  if (report) {
    await mkdir(dirname(report), { recursive: true })
    await writeFile(report, visualReport(kit.titre, differences, shots.length))
  }
  if (options.accept) await accept()
  const bytes = shots.reduce((sum, { png }) => sum + png.byteLength, 0)
  return { state: 'compared', differences, shots: shots.length, bytes, accepted: options.accept, report }
}
