import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPictures, sizePictures } from '../../../build/site/pictures.ts'
import { folderOfTest } from '../../temporary.ts'

const sizes = new Map([['/kit/images/marché.jpg', { width: 1200, height: 800 }]])

test('a picture of the kit has its size, so that no line moves when it comes', () => {
  expect(sizePictures('<img src="/kit/images/marché.jpg" alt="Un marché"/>', sizes)).toBe(
    '<img src="/kit/images/marché.jpg" width="1200" height="800" loading="lazy" decoding="async" alt="Un marché"/>',
  )
})

test('a picture whose size is told already, or that is not the kit’s, stays as it is', () => {
  for (const tag of [
    '<img src="/kit/images/marché.jpg" alt="" width="10" height="9">',
    '<img src="/x.png" alt="">',
  ])
    expect(sizePictures(tag, sizes)).toBe(tag)
})

test.each([
  [1, 80],
  [4, 80],
  [5, 160],
  [6, 160],
  [8, 160],
])('tells the size of a photograph as it is shown, upright: orientation %i', async (orientation, width) => {
  const dir = folderOfTest('photo')
  const photo = sharp({ create: { width: 80, height: 160, channels: 3, background: '#7a9' } })
  await photo.withMetadata({ orientation }).jpeg().toFile(join(dir, 'photo.jpg'))
  const image = { credit: 'essai', licence: 'CC0', alt: 'Une place', pixels: null }
  const { sizes } = await readPictures({
    dir,
    fiches: [],
    images: { 'photo.jpg': image },
    site: { url: null, accroche: null, base: '/kit/', atelier: false },
  })
  expect(sizes).toEqual(new Map([['/kit/photo.jpg', { width, height: 240 - width }]]))
})
