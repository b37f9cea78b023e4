import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { writeDrawing } from '../../../src/charts/svg/write-drawing.ts'
import { onUnix } from '../../unix.ts'
import { editKit } from './edit-kit.ts'

const codes = async (dir: string) =>
  (await readKit(dir)).problems.map(({ code, place }) => `${place.file} ${code}`)

test.each([
  ['<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
  ['<rect style="fill:u\\72l(https://exemple.fr/a)"/>'],
  ['<rect style="fill:&#117;rl(https://exemple.fr/a)"/>'],
  ['<image href="data:image/svg+xml;base64,PHN2Zz4="/>'],
  ['<a xmlns:x="http://www.w3.org/1999/xlink" x:href="https://exemple.fr"/>'],
])('une image SVG qui contient %s est refusée', async part => {
  await using kit = await editKit(null)
  await writeFile(
    join(kit.dir, 'images/plan.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${part}</svg>`,
  )
  expect(await codes(kit.dir)).toEqual(['images/plan.svg image-active'])
})

test.each([
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<rect id="a" fill="url(#a)" style="fill:url(#a)"/>',
])('une image SVG qui contient %s est admise', async part => {
  await using kit = await editKit(null)
  await writeFile(
    join(kit.dir, 'images/plan.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${part}</svg>`,
  )
  expect(await codes(kit.dir)).toEqual([])
})

test('un dessin lourd est dit comme une autre image', async () => {
  await using kit = await editKit(null)
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/>${' '.repeat(2_100_000)}</svg>`
  await writeFile(join(kit.dir, 'images/plan.svg'), source)
  expect(await codes(kit.dir)).toEqual(['images/plan.svg image-lourde'])
})

test('ce qu’un autre vocabulaire note dans une image SVG est admis, et n’est écrit nulle part', async () => {
  const note = '<x:a xmlns:x="http://www.w3.org/1999/xlink" x:href="https://exemple.fr"/>'
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${note}<path d="M0 0h9"/></svg>`
  await using kit = await editKit(null)
  await writeFile(join(kit.dir, 'images/plan.svg'), source)
  expect(await codes(kit.dir)).toEqual([])
  const { svg } = writeDrawing(source)
  expect(svg).toContain('<path')
  expect(svg).not.toContain('exemple.fr')
})

test('un tube qui porte le nom d’une fiche est dit, et rien ne l’attend', async context => {
  onUnix(context)
  await using kit = await editKit(null)
  execFileSync('mkfifo', [join(kit.dir, 'leviers/09-tube.md')])
  expect(await codes(kit.dir)).toEqual(['leviers/09-tube.md fichier-illisible'])
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

// Browsers draw it as 300 × 150, and cut the rest off.
test('un dessin qui ne dit ni son cadre ni sa taille est dit', async () => {
  await using kit = await editKit(null)
  const source = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h900v600z"/></svg>'
  await writeFile(join(kit.dir, 'images/plan.svg'), source)
  expect(await codes(kit.dir)).toEqual(['images/plan.svg image-blanche'])
})

// Chromium draws nothing of one whose frames are malformed, and paper does not move.
