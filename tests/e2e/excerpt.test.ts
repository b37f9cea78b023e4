import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type PdfText, readPdf } from '../../build/judge/audit/read/pdf.ts'
import { checkAccessibility } from '../../build/pdf/check/accessibility/check.ts'
import { makeExcerpt } from '../../build/pdf/excerpt/cut/index.ts'
import { deflate } from '../../build/pdf/object/zlib/fflate.ts'
import type { Manifest } from '../../build/release/manifest.ts'
import type { ExcerptList } from '../../src/excerpt/list.ts'

const { signal } = new AbortController()

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('an excerpt of %s', (_, out) => {
  let whole: Uint8Array
  let template: Uint8Array
  let list: ExcerptList
  let kit: PdfText

  beforeAll(async () => {
    const { artefacts }: Manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
    const read = async (role: string, ending: string) => {
      const path = artefacts.find(artefact => artefact.role === role && artefact.path.endsWith(ending))?.path
      return new Uint8Array(await readFile(join(out, path ?? '')))
    }
    whole = await read('pdf-ecran', '.pdf')
    template = await read('extrait', '.pdf')
    list = JSON.parse(new TextDecoder().decode(await read('extrait', '.json')))
    kit = await readPdf(whole, signal)
  })

  const cut = (numbers: readonly number[], duplex = false) =>
    makeExcerpt({ whole, template, list, choice: { numbers, duplex }, deflate })

  /** What must hold of any excerpt, as other programs read it. */
  async function judge(numbers: readonly number[], duplex = false): Promise<void> {
    const bytes = await cut(numbers, duplex)
    const chosen = list.fiches.filter(({ number }) => numbers.includes(number))
    expect(await checkAccessibility(bytes)).toEqual([])
    const text = await readPdf(bytes, signal)
    const labels = await labelsOf(bytes)

    // The fiches: each page as in the kit, under its own number.
    for (const { id, first, last } of chosen)
      for (let folio = first; folio <= last; folio++) {
        const at = labels.indexOf(String(folio))
        expect(text.pages[at]?.text, `${id}, p. ${folio}`).toBe(kit.pages[folio - 1]?.text)
        if (duplex) expect(at % 2, `side of p. ${folio}`).toBe((folio - 1) % 2)
      }
    const numbered = labels.filter(label => /^\d+$/.test(label))
    expect(numbered).toEqual(
      chosen.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, at) => `${first + at}`),
      ),
    )

    // Around them: what was chosen, and nothing else.
    const [cover, contents] = text.pages
    expect(cover?.text).toContain(chosen.length === 1 ? '1 fiche' : `${chosen.length} fiches`)
    const entries = text.pages
      .filter((_, index) => /^[ivx]+$/.test(labels[index] ?? ''))
      .flatMap(({ links }) => links.map(({ to }) => (to && 'page' in to ? to.name : null)))
    expect(entries).toEqual(chosen.toSorted(byFamily(list)).map(({ id }) => id))
    expect(contents?.text).toMatch(/^Sommaire/)

    // Links and bookmarks lead to a page of the file, or to the site.
    for (const { links } of text.pages)
      for (const { to } of links) {
        expect(to).not.toBeNull()
        if (to && 'page' in to) expect(text.pages[to.page - 1]).toBeDefined()
      }
    expect(text.outline.every(({ page }) => page !== null)).toBe(true)
    expect(text.outline.filter(({ depth }) => depth === 0)).toHaveLength(
      2 + chosen.length + (chosen.some(({ acronyms }) => acronyms.length > 0) ? 1 : 0),
    )
  }

  it('of any one fiche says its words, under its page numbers', async () => {
    for (const { number } of list.fiches) await judge([number])
  })

  it('of a family, and of all, does so too', async () => {
    for (const family of new Set(list.fiches.map(fiche => fiche.family)))
      await judge(list.fiches.filter(fiche => fiche.family === family).map(({ number }) => number))
    await judge(list.fiches.map(({ number }) => number))
  })

  it('of any choice does so too, also for two sides', async () => {
    const choices = fc.sample(
      fc.tuple(
        fc.subarray(
          list.fiches.map(({ number }) => number),
          { minLength: 1 },
        ),
        fc.boolean(),
      ),
      { numRuns: 4, seed: 8 },
    )
    for (const [numbers, duplex] of choices) await judge(numbers, duplex)
  })

  it('is the same, to the byte, in whatever order and however often its fiches were chosen', async () => {
    const numbers = list.fiches.slice(0, 3).map(({ number }) => number)
    const [one, other] = [await cut(numbers), await cut([...numbers.toReversed(), ...numbers])]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it('is refused for a fiche that the kit does not print', async () => {
    await expect(cut([999])).rejects.toThrow('999')
    await expect(cut([])).rejects.toThrow('nothing')
  })

  it('is refused for files that are damaged', async () => {
    const numbers = list.fiches.slice(0, 1).map(({ number }) => number)
    const half = {
      whole: whole.subarray(0, whole.length / 2),
      template,
      list,
      choice: { numbers, duplex: false },
      deflate,
    }
    await expect(makeExcerpt(half)).rejects.toThrow(SyntaxError)
    await expect(makeExcerpt({ ...half, whole, template: whole })).rejects.toThrow(SyntaxError)
  })
})

/** Fiches stand by family in the sommaire, families as their first fiches come. */
function byFamily({ fiches }: ExcerptList) {
  const families = [...new Set(fiches.map(({ family }) => family))]
  return (a: { family: string; number: number }, b: { family: string; number: number }) =>
    families.indexOf(a.family) - families.indexOf(b.family) || a.number - b.number
}

async function labelsOf(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const labels = await (await loading.promise).getPageLabels()
  await loading.destroy()
  return labels ?? []
}
