import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withBase } from '../../src/addresses.ts'
import type { Kit } from '../../src/kit.ts'

/** Width and height in pixels. */
export type Size = { width: number; height: number }

/** Copies the pictures of the kit into the site. @returns address of each → its size
 *  @throws Error when a file is no picture */
export async function copyPictures(kit: Kit, dir: string): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>()
  const paths = Object.keys(kit.images)
  if (paths.length === 0) return sizes
  // Long to load, and many kits have no picture.
  const { default: sharp } = await import('sharp')
  for (const path of paths) {
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(kit.dir, path), target)
    const { width, height } = await sharp(target).metadata()
    sizes.set(withBase(`/${path}`, kit), { width, height })
  }
  return sizes
}

/** Tells the size of each picture in the page, so that no line moves when it comes, and lets those far below wait. */
export function sizePictures(html: string, sizes: ReadonlyMap<string, Size>): string {
  return html.replace(/<img src="([^"]+)"(?![^>]* width=)/g, (tag, address: string) => {
    const size = sizes.get(decodeURI(address))
    return size ? `${tag} width="${size.width}" height="${size.height}" loading="lazy" decoding="async"` : tag
  })
}
