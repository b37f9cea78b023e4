import { describe, expect, it } from 'vitest'
import { PaginationError } from '../../../build/paper/page/faults.ts'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import { pageOf } from '../../kit.ts'
import { fiche, kitOf } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs, prose } from './documents.ts'
import { build, memory, page, styles } from './workbench.ts'

const one = fiche(8, 'achats', 'Achats')

/** The faults of a fiche that must fail. */
async function faultsOf(body: string, changes: Parameters<typeof page>[1] = {}): Promise<PaginationError> {
  const paged = await page([documentOf(one, body)], changes).catch((error: unknown) => error)
  if (!(paged instanceof PaginationError)) throw new Error(`the fiche was paged: ${paged}`)
  return paged
}
const kinds = ({ faults }: PaginationError) => faults.map(({ kind }) => kind)

describe('a fiche is refused by name when', () => {
  it('a drawing is higher than a page, in whatever form', async () => {
    const drawing =
      '<figure class="bloc schema" data-print="wide"><svg width="100" height="1400"></svg></figure>'
    const error = await faultsOf(`<div class="rang plein">${drawing}</div>`)
    expect(kinds(error)).toContain('coupe')
    expect(error.message).toMatch(/^Fiche 8 \(achats\) : /)
  })

  it('text is repeated: a cell goes on over the cut of its table', async () => {
    const rows = Array.from({ length: 29 }, (_, index) => `<tr><td>${prose(40, index)}</td></tr>`).join('')
    const table = `<table><tr><td rowspan="30">${prose(60)}</td><td>a</td></tr>${rows}</table>`
    const error = await faultsOf(levier('a', { texte: table }))
    expect(kinds(error)).toEqual(['texte'])
    expect(error.message).toMatch(/texte répété après « .+ » \(\d+ signes\)/)
  })

  it('the end of the text is missing: Paged.js stopped at a float that it could not place', async () => {
    const float = `<div style="float: left; break-inside: avoid; width: 50mm">${prose(250)}</div>`
    const error = await faultsOf(levier('a', { texte: paragraphs(6, 70) + float }))
    expect(kinds(error)).toEqual(expect.arrayContaining(['avis', 'fin', 'texte']))
  })

  it('text leaves the page on the right', async () => {
    const error = await faultsOf(levier('a', { texte: `<p style="white-space: nowrap">${prose(40)}</p>` }))
    expect(error.faults).toContainEqual({ kind: 'coupe', page: 1, text: expect.stringContaining('Phrase 0') })
  })

  it('text leaves the page at the foot: Paged.js leaves a float in one piece there', async () => {
    const float = `<div style="float: left; break-inside: avoid; width: 50mm">${prose(250, 9)}</div>`
    const before = '<div class="rang"><div style="height: 180mm"></div></div>'
    const error = await faultsOf(`${before}${float}<div class="rang">${paragraphs(6, 90)}</div>`)
    expect(error.faults).toEqual([
      { kind: 'coupe', page: 1, text: expect.stringContaining('Phrase 9000 : la commune') },
    ])
    expect(error.message).toMatch(
      /^Fiche 8 \(achats\) : texte coupé page 1, « Phrase 9000 : la commune .+ »$/,
    )
  })

  it('text is hidden in a box too low for it', async () => {
    const error = await faultsOf(
      `<div class="rang"><div style="height: 20mm; overflow: hidden">${prose(900)}</div></div>`,
    )
    expect(kinds(error)).toEqual(['coupe'])
  })

  it('a font is not there', async () => {
    const fonts = `${styles.fonts} @font-face { font-family: 'Absente'; src: url(/polices/absente.woff2) }`
    const error = await faultsOf(levier('a', { texte: paragraphs(1, 20) }), { look: { fonts } })
    expect(kinds(error)).toEqual(expect.arrayContaining(['police', 'refus']))
    expect(error.message).toContain('Absente')
  })

  it('it asks for a file that is none of the edition’s', async () => {
    const error = await faultsOf(
      `<div class="rang"><div class="texte"><img src="https://example.org/a.png" alt=""></div></div>`,
    )
    expect(error.faults).toContainEqual({ kind: 'refus', url: 'https://example.org/a.png' })
  })

  it('a page does not end where it did, once assembled', async () => {
    const documents = [documentOf(one, levier('a', { texte: paragraphs(3, 60) }))]
    const cache = memory()
    await build(documents, { cache })
    // As if the frame laid out otherwise than the workshop: the kept page says another end.
    for (const [key, bytes] of cache.entries) {
      if (!key.startsWith('pages-')) continue
      const [page] = JSON.parse(bytes.toString())
      cache.entries.set(key, Buffer.from(JSON.stringify([{ ...page, bottom: page.bottom + 5 }])))
    }
    await expect(build(documents, { cache })).rejects.toThrow(
      /^Fiche 8 \(achats\) : la page 1 finit à \d+ px au lieu de \d+ px/,
    )
  })

  it('two placed texts stand over each other, and not when they stand line on line', async () => {
    const placed = (top: number, words: string) =>
      `<p class="pose" style="position: absolute; left: 20mm; top: ${top}mm; width: 60mm; font-size: 14pt; line-height: 1">${words}</p>`
    const buildAt = (top: number) => {
      const { item, html } = documentOf(one, levier('a', { texte: paragraphs(1, 30) }))
      const head = placed(120, 'Durer') + placed(top, 'en relecture')
      return build([{ item, html: html.replace('<h1 class="pose"', `${head}<h1 class="pose"`) }])
    }
    await expect(buildAt(121)).rejects.toThrow('un texte sur un autre page 1, « Durer » et « en relecture »')
    await expect(buildAt(125)).resolves.toBeDefined()
  })

  it('its number, larger than any that the check accepts, leaves the page', async () => {
    const long = fiche(123456789123, 'achats')
    await expect(build([documentOf(long, levier('a', { texte: paragraphs(1, 30) }))])).rejects.toThrow(
      'page 1 : le texte imprimé n’est pas celui du document',
    )
  })

  it('but not where no font of a page draws a space', async () => {
    const item: Item = { kind: 'page', id: 'seul', page: pageOf('seul', 'Seul') }
    const word = 'm'.repeat(60)
    const html = `<article class="part sans-famille" id="seul" data-kind="page"><p>Un ${word} ${word}</p></article>`
    const { pages } = await build([{ item, html }], { kit: { ...kitOf(), titre: 'Kit' } })
    expect(pages.documents.map(({ id }) => id)).toEqual(['seul'])
  })

  it('nor for a long title, which is set smaller', async () => {
    for (const title of [prose(20), prose(45), `${'anticonstitutionnellement'.repeat(4)} ${prose(20)}`]) {
      const long = fiche(8, 'achats', title)
      const [part] = await page([documentOf(long, levier('a', { texte: paragraphs(1, 30) }))])
      expect(part?.pages[0]?.html).toMatch(/<h1 class="pose (long|tres-long|petit|minuscule)"/)
      await build([documentOf(long, levier('a', { texte: paragraphs(1, 30) }))])
    }
  })
})

describe('a build', () => {
  const good = documentOf(fiche(3, 'lac'), levier('b', { texte: paragraphs(2, 40) }))
  const bad = documentOf(one, levier('a', { texte: `<p style="white-space: nowrap">${prose(40)}</p>` }))

  it('keeps the good parts of a kit with a bad one, and not the bad one', async () => {
    const cache = memory()
    await expect(page([bad, good], { cache })).rejects.toThrow('Fiche 8 (achats)')
    expect(cache.entries.size).toBe(1)
    await expect(page([good], { cache })).resolves.toHaveLength(1)
    expect(cache.given).toBe(1)
  })

  it('gives the same pages whatever was paged before in the tab', async () => {
    const long = documentOf(
      fiche(4, 'col'),
      levier('c', { marge: exemple('x', 300), texte: paragraphs(8, 120) }),
    )
    const [, after] = await page([good, long])
    const [alone] = await page([long])
    expect(after?.pages).toEqual(alone?.pages)
  })
})
