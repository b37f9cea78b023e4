import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { firstOutOfOrder, textOfMarkdown, wordsOf } from '../../build/audit/words.ts'
import { readKit } from '../../src/content/read-kit.ts'
import { sequence } from '../../src/indexes/sequence.ts'
import type { Kit } from '../../src/kit.ts'
import { openPdf } from './read-pdf.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the e-book of %s', (fiches, out) => {
  let kit: Kit
  let bytes: Uint8Array
  let files: Record<string, Uint8Array>

  beforeAll(async () => {
    const read = await readKit(fiches)
    if (!read.kit) throw new Error(`${fiches} has errors`)
    kit = read.kit
    bytes = await readFile(join(out, `epub/${kit.slug}.epub`))
    files = unzipSync(bytes)
  })

  const chapter = (end: string) => {
    const found = Object.entries(files).find(([path]) => path.endsWith(`/${end}`))
    if (!found) throw new Error(`no ${end} in ${Object.keys(files).join(', ')}`)
    return strFromU8(found[1])
  }
  const text = (xhtml: string) =>
    xhtml
      .replace(/<(head|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<\/?(?:sup|em|strong|a|span|abbr)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex, dec) =>
        String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
      )

  it('is valid, without error or warning', async () => {
    const { messages } = await EpubCheck.validate(new Uint8Array(bytes))
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([])
  })

  it('holds every word of every fiche, in the order of the source', () => {
    for (const item of sequence(kit)) {
      if (item.kind !== 'fiche' && item.kind !== 'page') continue
      const { corps } = item.kind === 'fiche' ? item.fiche : item.page
      const words = wordsOf(text(chapter(`${item.kind}-${item.id}.xhtml`)))
      expect(firstOutOfOrder(wordsOf(textOfMarkdown(corps.source)), words), item.id).toEqual([])
    }
  })

  it('numbers its pages as the PDF does', async () => {
    const pdf = await openPdf(join(out, `pdf/${kit.slug}-ecran.pdf`))
    const targets = [...chapter('nav.xhtml').matchAll(/href="(?:[^"]*\/)?([\w-]+)\.xhtml#page-(\d+)"/g)]
    expect(targets.length).toBeGreaterThan(3)
    for (const item of sequence(kit)) {
      if (item.kind !== 'fiche') continue
      const first = targets.find(([, name]) => name === `fiche-${item.id}`)
      expect(Number(first?.[2]), item.id).toBe(pdf.destinations.get(item.id))
    }
  })
})
