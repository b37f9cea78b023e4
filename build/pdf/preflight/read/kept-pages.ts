import { deserialize, serialize } from 'node:v8'
import { type Cache, keyOf } from '../../../cache.ts'
import { pdfMakers } from '../../makers.ts'
import type { PageFacts, PictureFacts } from './facts.ts'

/** What was measured on a page, as plain values. */
export type KeptPage = {
  facts: Omit<PageFacts, 'pictures'> & {
    pictures: (Omit<PictureFacts, 'coverage'> & { coverage: number | null })[]
  }
  /** By text: where its font is among the objects that the page leads to. */
  fonts: readonly number[]
}

/** Pages that were measured, by their signatures. */
export type KeptPages = ReadonlyMap<string, KeptPage>

/** @param fonts by text: the place of its font */
export function toKept(facts: PageFacts, fonts: readonly number[]): KeptPage {
  const pictures = facts.pictures.map(picture => ({ ...picture, coverage: picture.coverage() }))
  return { facts: { ...facts, pictures }, fonts }
}

/** @param page its place in the file, from 1 */
export function fromKept({ facts }: KeptPage, page: number): PageFacts {
  const pictures = facts.pictures.map(picture => ({ ...picture, coverage: () => picture.coverage }))
  return { ...facts, pictures, page }
}

/** The pages of one file in one entry: a thousand small ones would be longer to read than the pages are to measure. What it
 *  says is true of any file that has a page of that signature; its name only tells where to look.
 *  @param fileName of the edition that is measured again and again */
const keyOfPages = (fileName: string) => keyOf('mesures', fileName, process.version, pdfMakers)

/** What a former build measured. */
export async function recallPages(cache: Cache, fileName: string): Promise<KeptPages> {
  const found = await cache.read(keyOfPages(fileName))
  return found ? (deserialize(found) as KeptPages) : new Map()
}

/** Keeps what was measured in the stead of what was kept. */
export async function keepPages(cache: Cache, fileName: string, pages: KeptPages): Promise<void> {
  await cache.write(keyOfPages(fileName), serialize(pages))
}
