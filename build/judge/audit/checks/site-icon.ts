import sharp from 'sharp'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { SiteText } from '../read/site.ts'
import { orUnreadable, readJson, UNSAID } from '../read/unreadable.ts'

const MANIFEST = { icons: [{ src: '', purpose: UNSAID }] }

/** A phone cuts a maskable icon to a shape of its own: what is drawn stands in the disc that every shape leaves, of four fifths of its width.
 *  @see W3C Web Application Manifest, « Icon masks and safe zone » */
export async function* maskableIcons({ base, files, read, text }: SiteText): AsyncGenerator<Finding> {
  const place = 'Site, site.webmanifest'
  const manifest = await text('site.webmanifest')
  if (manifest === null) return
  const { icons } = readJson(place, manifest, MANIFEST)
  const maskable = icons.filter(({ purpose }) =>
    String(purpose ?? '')
      .split(' ')
      .includes('maskable'),
  )
  if (maskable.length === 0) yield fault(place, 'Aucune icône n’est faite pour être découpée (maskable).')
  for (const { src } of maskable) {
    const path = src.startsWith(base) ? src.slice(base.length) : src
    if (!files.has(path)) yield fault(place, `L’icône ${src} n’est pas sur le site.`)
    else if (!(await orUnreadable(`Site, ${path}`, async () => isSafe(await read(path)))))
      yield fault(`Site, ${path}`, 'Un téléphone qui découpe l’icône en coupe le dessin.')
  }
}

/** How far a sample may be from the ground, of 255. */
const NEAR = 12

/** Whether the ground, as the corner shows it, is all that stands outside the disc. */
async function isSafe(bytes: Uint8Array): Promise<boolean> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) <= 0.4 * Math.min(width, height)) continue
      const at = (y * width + x) * channels
      for (let sample = 0; sample < channels; sample++)
        if (Math.abs((data[at + sample] ?? 0) - (data[sample] ?? 0)) > NEAR) return false
    }
  return true
}
