import { describe, expect, test } from 'vitest'
import { offlineFiles, withOfflineFiles } from '../../../build/site/offline.ts'

const bytes = (length: number) => new Uint8Array(length)
const urls = (files: Record<string, Uint8Array>, limit?: number, skipped: string[] = []) =>
  offlineFiles(files, new Set(skipped), limit).map(({ url }) => url)

describe('what a reader keeps after one visit', () => {
  test('is every page, by the address that readers use', () => {
    expect(
      urls({ 'index.html': bytes(1), 'fiches/scic/index.html': bytes(1), '404.html': bytes(1) }),
    ).toEqual(['./', '404.html', 'fiches/scic/'])
  })

  test('leaves out the editions to download, and what hosts and machines read', () => {
    const apart = [
      'telechargements/kit.pdf',
      'partage/kit.png',
      'integrer/scic/index.html',
      '_headers',
      '.htaccess',
      'sitemap.xml',
    ]
    const files = Object.fromEntries(
      [...apart, 'fiches.atom', 'sw.js', 'assets/a.css'].map(path => [path, bytes(1)]),
    )
    expect(urls(files)).toEqual(['assets/a.css'])
  })

  test('leaves out the pages that only lead on', () => {
    const files = { 'fiches/ancien/index.html': bytes(1), 'fiches/scic/index.html': bytes(1) }
    expect(urls(files, undefined, ['fiches/ancien/index.html'])).toEqual(['fiches/scic/'])
  })

  test('gives up pictures before anything else when the bound is reached, the heaviest first', () => {
    const files = { 'index.html': bytes(50), 'images/a.jpg': bytes(60), 'images/b.jpg': bytes(20) }
    expect(urls(files, 100)).toEqual(['./', 'images/b.jpg'])
    expect(urls(files, 10)).toEqual(['./'])
  })

  test('is fetched anew when its content changes, by revision or by name', () => {
    const at = (content: string) =>
      offlineFiles({ 'index.html': new TextEncoder().encode(content) }, new Set())[0]?.revision
    expect(at('une')).toMatch(/^[0-9a-f]{16}$/)
    expect(at('une')).not.toBe(at('autre'))
    expect(offlineFiles({ 'assets/a-B1c2.css': bytes(1) }, new Set())[0]?.revision).toBeNull()
  })
})

test('a service worker without a place for the list is a fault', () => {
  expect(withOfflineFiles('precache(self.__WB_MANIFEST)', [])).toBe('precache([])')
  expect(() => withOfflineFiles('precache()', [])).toThrow('__WB_MANIFEST')
})
