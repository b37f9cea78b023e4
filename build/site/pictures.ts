import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withBase } from '../../src/addresses.ts'
import { changed, elementsOf, insert } from '../../src/edit-html.ts'
import type { Kit } from '../../src/kit.ts'
import { publishedPicture } from '../../src/svg/published-picture.ts'
import type { Bundle } from '../store/bundle.ts'

/** Width and height in pixels. */
export type Size = { width: number; height: number }

/** The pictures of the kit by their path in the site, and the size of each by its address.
 *  @throws Error when a file is no picture */
export async function readPictures(
  kit: Pick<Kit, 'dir' | 'images' | 'site'>,
): Promise<{ files: Bundle; sizes: Map<string, Size> }> {
  const files: Record<string, Uint8Array> = {}
  const sizes = new Map<string, Size>()
  const paths = Object.keys(kit.images)
  if (paths.length === 0) return { files, sizes }
  // Long to load, and many kits have no picture.
  const { default: sharp } = await import('sharp')
  for (const path of paths) {
    const bytes = publishedPicture(path, await readFile(join(kit.dir, path)))
    // A camera that was held on its side says so beside the pixels: editions show what was seen.
    const { width, height } = (await sharp(bytes).metadata()).autoOrient
    files[path] = bytes
    sizes.set(withBase(`/${path}`, kit), { width, height })
  }
  return { files, sizes }
}

/** Tells the size of each picture in the page, so that no line moves when it comes, and lets those far below wait. */
export function sizePictures(html: string, sizes: ReadonlyMap<string, Size>): string {
  if (sizes.size === 0) return html
  const changes = elementsOf(html).flatMap(({ name, attributes }) => {
    const source = attributes.get('src')
    if (name !== 'img' || !source || attributes.has('width')) return []
    const size = sizes.get(source.value)
    const written = size && `width="${size.width}" height="${size.height}" loading="lazy" decoding="async"`
    return written ? [insert(source.end, ` ${written}`)] : []
  })
  return changed(html, changes)
}
