import { expect, test } from 'vitest'
import { type Bundle, pack, unpack } from '../../../build/ground/store/bundle.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each<[string, Bundle]>([
  ['files', { 'site/index.html': bytes('<p>Été</p>'), 'pdf/a b.pdf': Uint8Array.from([0, 255, 10, 13]) }],
  ['names in any script', { 'œuvre “une”\n.txt': bytes('a'), '𝒳/é.txt': bytes('b') }],
  ['empty files', { a: bytes(''), b: bytes('b'), c: bytes('') }],
  ['nothing', {}],
])('packs and unpacks %s', (_, bundle) => {
  expect(unpack(pack(bundle))).toEqual(bundle)
  expect(Object.keys(unpack(pack(bundle)))).toEqual(Object.keys(bundle))
})

test('unpacks what lies inside other bytes, each file with bytes of its own', () => {
  const packed = pack({ a: bytes('abc'), b: bytes('de') })
  const inside = Buffer.concat([Buffer.alloc(5), packed, Buffer.alloc(3)]).subarray(5, 5 + packed.byteLength)
  const { a, b } = unpack(inside)
  expect(a).toEqual(bytes('abc'))
  expect(b?.buffer.byteLength).toBe(2)
})
