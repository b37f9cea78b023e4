import { expect, test } from 'vitest'
import { asPictured } from '../../../build/gate/pictures/studio.ts'
import { formatBytes } from '../../../src/problems/french.ts'

test('a page looks the same whatever its files weigh, and says the rest', () => {
  const page = (bytes: number) => `<small>4\u00a0pages, ${formatBytes(bytes)}</small> 12 ko de rien`
  const pictured = (bytes: number) =>
    asPictured(new Map([['a/index.html', Buffer.from(page(bytes))]])).get('a/index.html')
  expect(pictured(1_234_567)).toBe(pictured(98_000))
  expect(pictured(98_000)).toBe('<small>4\u00a0pages, 000\u00a0ko</small> 12 ko de rien')
})

test('a page is known under its name and under that of its folder', () => {
  const body = '5\u00a0ko'
  const pages = asPictured(new Map(['', 'a/', 'a/index.html', '404.html'].map(path => [path, body])))
  expect([...pages.values()]).toEqual(Array(4).fill('000\u00a0ko'))
})

test('what is no page is left as it is', () => {
  const files = new Map([['a.css', 'width: 12\u00a0ko']])
  expect(asPictured(files)).toEqual(files)
})
