import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipShelf } from '../../../build/atelier/shelf/zip-shelf.ts'

const text = (words: string) => new TextEncoder().encode(words)
const kit = { 'kit.yaml': text('titre: Kit') }

test('what a zip may not hold is left in it', async () => {
  const files = {
    ...kit,
    'leviers/01-a.md': text('a'),
    '../dehors.md': text('x'),
    '/etc/hosts': text('x'),
    'leviers/../../x.md': text('x'),
    'leviers\\b.md': text('x'),
    'C:x.md': text('x'),
    '.git/config': text('x'),
    'leviers/.cache': text('x'),
    'node_modules/x/index.js': text('x'),
    ['__proto__/x.md']: text('x'),
    ['constructor']: text('x'),
    [`leviers/${'n'.repeat(200)}.md`]: text('x'),
    'leviers/nul\u0000.md': text('x'),
  }
  const shelf = zipShelf('kit.zip', zipSync(files))
  expect((await shelf.list()).map(({ path }) => path)).toEqual(['constructor', 'kit.yaml', 'leviers/01-a.md'])
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  expect('x.md' in {}).toBe(false)
})

/** A zip whose parts of `from` bytes say that they are `to`. */
function lying(zip: Uint8Array, from: number, to: number): Uint8Array {
  const [written, said] = [from, to].map(size => new Uint8Array(new Uint32Array([size]).buffer))
  const changed = zip.slice()
  for (let at = 0; at + 4 <= zip.length; at++)
    if (said && written?.every((byte, offset) => changed[at + offset] === byte)) changed.set(said, at)
  return changed
}

test('a zip that unpacks to too much, or to too many files, is refused before it does', () => {
  const large = zipSync({ ...kit, 'images/a.png': new Uint8Array(5_000_000) })
  expect(() => zipShelf('kit.zip', lying(large, 5_000_000, 301_000_000))).toThrow('trop grand')
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`a/${at}.md`, new Uint8Array()]))
  expect(() => zipShelf('kit.zip', zipSync({ ...kit, ...many }))).toThrow('trop grand')
})

test('a zip that says less than it holds gives no more than it says', async () => {
  const zip = zipSync({ ...kit, 'images/a.png': new Uint8Array(5_000_000) })
  const shelf = zipShelf('kit.zip', lying(zip, 5_000_000, 10))
  expect(await shelf.read('images/a.png')).toHaveLength(10)
})

test.each([
  ['no zip', text('PK, or not')],
  ['an empty one', new Uint8Array()],
  ['half of one', zipSync({ ...kit, 'images/a.png': new Uint8Array(10_000) }).slice(0, 150)],
])('%s is told in French', (_, bytes) => {
  expect(() => zipShelf('kit.zip', bytes)).toThrow('abîmé, ou n’en est pas un')
})

test('a zip without a kit is told', () => {
  expect(() => zipShelf('kit.zip', zipSync({ 'a.md': text('x') }))).toThrow('il y manque kit.yaml')
})
