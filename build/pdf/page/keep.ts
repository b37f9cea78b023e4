import type { Cache } from '../../store/cache.ts'
import type { PageOfPart } from './tab/workbench.ts'

/** The pages kept under `key`, or undefined. */
export async function recall(cache: Cache, key: string): Promise<readonly PageOfPart[] | undefined> {
  const bytes = await cache.read(key)
  return bytes && (JSON.parse(bytes.toString('utf8')) as PageOfPart[])
}

/** Keeps the pages of a part that has no fault. */
export async function keep(cache: Cache, key: string, pages: readonly PageOfPart[]): Promise<void> {
  await cache.write(key, JSON.stringify(pages))
}
