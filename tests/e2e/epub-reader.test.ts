import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import { readEpub } from '../../build/judge/audit/read/epub.ts'
import { openReader, type Reader } from '../unit/epub/open-reader.ts'
import { HANG_MS } from '../until.ts'

let reader: Reader
let pages: { href: string; page: string }[]
beforeAll(async () => {
  const { kit } = await readKit('fiches')
  const bytes = await readFile(join(inject('editions').kit, `epub/${kit?.slug}.epub`))
  pages = [...readEpub(bytes).nav.xhtml.matchAll(/<a href="([^"]+#page-\d+)">(\d+)<\/a>/g)].map(
    ([, href = '', page = '']) => ({ href, page }),
  )
  reader = await openReader(bytes)
})
afterAll(() => reader?.close())

/** The reader lays pages out in its own time. */
const expectPlace = (href: string) =>
  expect.poll(() => reader.tab.evaluate(() => window.place()), { timeout: HANG_MS }).toBe(href)
const go = (target: string) => reader.tab.evaluate(href => window.go(href), target)

it('the kit opens at its cover, in epub.js without network, and turns its pages', async () => {
  await expectPlace('couverture.xhtml')
  await reader.tab.evaluate(() => window.turn())
  await expectPlace('sommaire.xhtml')
})

it('its table of contents and its page list are the reader’s, and lead there', async () => {
  const { toc, pages: listed } = await reader.tab.evaluate(() => window.contents())
  expect(toc.filter(Boolean).length).toBeGreaterThan(50)
  expect(listed).toEqual(pages.map(({ href }) => href))
  const section = toc.find(href => /^fiche-.*#/.test(href)) ?? ''
  for (const target of [section, pages[20]?.href ?? '', pages.at(-3)?.href ?? '']) {
    await go(target)
    await expectPlace(target.split('#')[0] ?? '')
  }
})

it('a cross-reference leads to its fiche', async () => {
  await go('fiche-politique-de-la-ville.xhtml')
  await expectPlace('fiche-politique-de-la-ville.xhtml')
  await reader.tab.evaluate(() => window.follow('a.renvoi'))
  await expectPlace('fiche-connaitre-mobiliser-acteurs.xhtml')
})

it('the book asks nobody for anything', () => {
  expect(reader.refused).toEqual([])
})
