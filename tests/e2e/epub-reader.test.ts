import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readEpub } from '../../build/gate/read/epub.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { openReader, type Reader } from '../unit/epub/open-reader.ts'
import { HANG_MS } from '../until.ts'
import { readExcerptFiles } from './excerpt-files.ts'

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

it('a choice of fiches is a book too: cover, chapters and printed pages are where its contents say', async () => {
  const files = await readExcerptFiles(inject('editions').kit)
  const excerpt = await openReader(await files.cutEpub([5, 8, 12]))
  try {
    const expectOpen = (href: string) =>
      expect.poll(() => excerpt.tab.evaluate(() => window.place()), { timeout: HANG_MS }).toBe(href)
    await expectOpen('couverture.xhtml')
    const { toc, pages: listed } = await excerpt.tab.evaluate(() => window.contents())
    const chosen = files.list.fiches.filter(({ number }) => [5, 8, 12].includes(number))
    const chapters = toc.filter(href => /^fiche-[^#]*$/.test(href ?? ''))
    expect(chapters).toEqual(chosen.map(({ id }) => `fiche-${id}.xhtml`))
    for (const { id, first } of chosen) expect(listed).toContain(`fiche-${id}.xhtml#page-${first}`)
    for (const target of [...chapters, listed[4] ?? '']) {
      await excerpt.tab.evaluate(href => window.go(href), target)
      await expectOpen(target.split('#')[0] ?? '')
    }
    expect(excerpt.refused).toEqual([])
  } finally {
    await excerpt.close()
  }
})

it('the book asks nobody for anything', () => {
  expect(reader.refused).toEqual([])
})
