import { expect, test } from 'vitest'
import { sizePictures } from '../../../build/site/pictures.ts'

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
