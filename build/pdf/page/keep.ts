import { rememberOf } from '../../../src/remember.ts'
import type { Cache } from '../../store/cache.ts'
import type { PageOfPart } from './tab/press.ts'

/** The pages kept under `key`, or undefined; an entry in another shape is not found. */
export async function recall(cache: Cache, key: string): Promise<readonly PageOfPart[] | undefined> {
  const bytes = await cache.read(key)
  return bytes && readPages(bytes)
}

const readPages = rememberOf((bytes: Buffer): readonly PageOfPart[] | undefined => {
  let kept: unknown
  try {
    kept = JSON.parse(bytes.toString('utf8'))
  } catch {
    // Whatever this is, it is not what `keep` wrote: the part is paged again and the entry replaced.
    return undefined
  }
  return Array.isArray(kept) && kept.length > 0 && kept.every(isPage) ? kept : undefined
})

/** Keeps the pages of a part that has no fault. */
export async function keep(cache: Cache, key: string, pages: readonly PageOfPart[]): Promise<void> {
  await cache.write(key, JSON.stringify(pages))
}

function isPage(value: unknown): value is PageOfPart {
  if (typeof value !== 'object' || value === null) return false
  const page = value as Partial<Record<keyof PageOfPart, unknown>>
  return typeof page.html === 'string' && typeof page.bottom === 'number' && Array.isArray(page.ids)
}
