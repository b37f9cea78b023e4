import { deserialize, serialize } from 'node:v8'
import { rememberOf } from '../../../../../src/remember.ts'
import { type Cache, keyOf } from '../../../../store/cache.ts'
import { pdfMakers } from '../../../page/makers.ts'
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
  return found ? unpack(found) : new Map()
}

const unpack = rememberOf((found: Buffer): KeptPages => deserialize(found))

/** Of so many pages one is measured anew each time rather than all of them packed, which takes longer. */
const FEW = 100

/** Keeps what was measured in the stead of what was kept, unless that lacks a few pages only. */
export async function keepPages(
  cache: Cache,
  fileName: string,
  { kept, former }: { kept: KeptPages; former: KeptPages },
): Promise<void> {
  const fresh = [...kept.keys()].filter(signature => !former.has(signature)).length
  if (fresh * FEW > kept.size) await cache.write(keyOfPages(fileName), serialize(kept))
}
