import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { editKit } from './edit-kit.ts'

const codes = async (dir: string) =>
  (await readKit(dir)).problems.map(({ code, place }) => `${place.file} ${code}`)

test('un dessin lourd est dit comme une autre image', async () => {
  await using kit = await editKit(null)
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/>${' '.repeat(2_100_000)}</svg>`
  await writeFile(join(kit.dir, 'images/plan.svg'), source)
  expect(await codes(kit.dir)).toEqual(['images/plan.svg image-lourde'])
})

/** Noise, which no format makes small. */
const photograph = (format: 'png' | 'jpeg') => {
  const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919 + (at >> 7)) % 251))
  return sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
    .toFormat(format)
    .toBuffer()
}

test.each(['png', 'jpeg'] as const)('une photographie %s abîmée en son milieu est dite', async format => {
  const bytes = await photograph(format)
  const middle = Math.floor(bytes.length / 2)
  bytes.fill(0xff, middle, middle + 40)
  await using kit = await editKit(null)
  await writeFile(join(kit.dir, `images/plan.${format}`), bytes)
  expect(await codes(kit.dir)).toEqual([`images/plan.${format} image-abimee`])
})

test('une photographie de téléphone, qu’un film suit, est admise ; à moitié copiée, elle est dite', async () => {
  const bytes = await photograph('jpeg')
  const film = Buffer.alloc(50_000, 'SEFT')
  await using kit = await editKit(null)
  await writeFile(join(kit.dir, 'images/plan.jpg'), Buffer.concat([bytes, film]))
  expect(await codes(kit.dir)).toEqual([])
  await writeFile(join(kit.dir, 'images/plan.jpg'), bytes.subarray(0, bytes.length / 2))
  expect(await codes(kit.dir)).toEqual(['images/plan.jpg image-abimee'])
})
