import { expect, test } from 'vitest'
import { bytesOf, keepEdition, recallEdition } from '../../../build/release/kept-edition.ts'
import { memory } from '../pdf/workbench.ts'

const page = Buffer.from('<p>Carnet</p>')
const picture = Buffer.from('une image lourde, que la fabrique garde déjà')

/** A cache where the picture is kept already, under a key of its own. */
async function withPicture() {
  const cache = memory()
  await cache.write('image-1', picture)
  return cache
}

test('an edition comes back whole: every path, every byte, the keys of those that have one', async () => {
  const cache = await withPicture()
  await keepEdition(cache, 'site-1', {
    'index.html': { bytes: page },
    'vide.txt': { bytes: new Uint8Array() },
    'images/a.jpg': { bytes: picture, key: 'image-1' },
    'images/b.jpg': { bytes: null, key: 'image-1' },
  })
  const files = (await recallEdition(cache, 'site-1')) ?? {}
  expect(Object.keys(files).sort()).toEqual(['images/a.jpg', 'images/b.jpg', 'index.html', 'vide.txt'])
  expect(Buffer.from(bytesOf(files, 'index.html'))).toEqual(page)
  expect(bytesOf(files, 'vide.txt')).toHaveLength(0)
  for (const path of ['images/a.jpg', 'images/b.jpg']) {
    expect(Buffer.from(bytesOf(files, path))).toEqual(picture)
    expect(files[path]?.key).toBe('image-1')
  }
  expect(files['index.html']?.key).toBeUndefined()
})

test('an edition without keys comes back too', async () => {
  const cache = memory()
  await keepEdition(cache, 'epub-1', { 'epub/carnet.epub': { bytes: page } })
  const files = (await recallEdition(cache, 'epub-1')) ?? {}
  expect(Object.keys(files)).toEqual(['epub/carnet.epub'])
})

test('a file that has a key is named, not packed again', async () => {
  const cache = await withPicture()
  await keepEdition(cache, 'site-1', {
    'index.html': { bytes: page },
    'images/a.jpg': { bytes: picture, key: 'image-1' },
  })
  const packed = cache.entries.get('site-1')?.toString() ?? ''
  expect(packed).toContain(page.toString())
  expect(packed).toContain('image-1')
  expect(packed).not.toContain(picture.toString())
})

test('an edition is not there when it was not kept, or one of the files that it names is not kept any more', async () => {
  const cache = await withPicture()
  expect(await recallEdition(cache, 'site-1')).toBeUndefined()
  await keepEdition(cache, 'site-1', {
    'index.html': { bytes: page },
    'images/a.jpg': { bytes: picture, key: 'image-1' },
  })
  expect(await recallEdition(cache, 'site-1')).toBeDefined()
  cache.entries.delete('image-1')
  expect(await recallEdition(cache, 'site-1')).toBeUndefined()
})

test('a file that the edition lacks is told', () => {
  const files = { 'images/a.jpg': { bytes: null, key: 'image-1' } }
  expect(() => bytesOf(files, 'index.html')).toThrow('index.html')
  expect(() => bytesOf(files, 'images/a.jpg')).toThrow('images/a.jpg')
})
