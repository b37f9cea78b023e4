import { deserialize, serialize } from 'node:v8'
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { preflight } from '../../../build/pdf/check/preflight/index.ts'
import type { KeptPage } from '../../../build/pdf/check/preflight/read/kept-pages.ts'
import type { Cache } from '../../../build/store/cache.ts'
import { memory } from '../pdf/workbench.ts'
import { otherKit } from '../press/workshop.ts'
import { proofs } from './proofs/index.ts'
import type { Spoiler } from './proofs/proof.ts'
import { type Draft, makePdf, sheet } from './sound-pdf.ts'
import { all, draw, form, picture, renameFont, setBox, spelled, word } from './spoilers.ts'

const kit = await otherKit()
const fileName = 'carnet-impression.pdf'
const measure = (bytes: Uint8Array, cache?: Cache) =>
  preflight({ bytes, kit, fileName, ghostscript: null, cache })

const sound = await makePdf()
const filled = memory()
await measure(sound, filled)
const copy = () => {
  const cache = memory()
  for (const [key, entry] of filled.entries) cache.entries.set(key, entry)
  return cache
}

describe('pages that are known', () => {
  it('are not measured again', async () => {
    const cache = copy()
    const [key = '', entry] = [...cache.entries][0] ?? []
    const pages: Map<string, KeptPage> = deserialize(entry ?? Buffer.alloc(0))
    for (const { facts } of pages.values()) facts.forbidden.add('/Marque')
    await cache.write(key, serialize(pages))
    const { controles } = await measure(sound, cache)
    expect(controles.find(({ code }) => code === 'fichier')?.details).toEqual(
      [1, 2, 3, 4].map(page => `page ${page} : /Marque interdit`),
    )
  })

  it('are kept as long as the file has them', async () => {
    const cache = copy()
    const kept = [...cache.entries.values()]
    await measure(sound, cache)
    expect([...cache.entries.values()]).toEqual(kept)
    const blue = await makePdf(({ contents }) => void contents.fill('1 0 0 0 k 20 20 500 500 re f'))
    await measure(blue, cache)
    const [entry] = cache.entries.values()
    expect(deserialize(entry ?? Buffer.alloc(0)).size).toBe(1)
  })

  it('are not asked for where the ink is measured exactly', async () => {
    const cache = copy()
    await preflight({ bytes: sound, kit, fileName, ghostscript: 'no-such-program', cache })
    expect(cache.given).toBe(0)
  })
})

/** Two files that differ deep down alone. */
const twins: [what: string, one: Spoiler, other: Spoiler][] = [
  ['what the page draws', draw('0 0 0 1 k 9 9 50 50 re f'), draw('0 0 1 0 k 9 9 50 50 re f')],
  ['a box', setBox(2, 'TrimBox', sheet.trim), setBox(2, 'TrimBox', sheet.bleed)],
  ['the bytes of a picture', picture(300), picture(300, 'DeviceCMYK', 255)],
  ['an entry of a drawing', opaque(1), opaque(0.5)],
  ['an object that a drawing leads to', opaque(1, 'apart'), opaque(0.5, 'apart')],
  ['an object that is not in the page', note('Link'), note('Stamp')],
  ['the name of a font', named('BAAAAA+SourceSans3'), named('BAAAAA+DejaVuSans')],
  ['whether a font is in the file', word(12, '0 0 0 1 k'), all(word(12, '0 0 0 1 k'), withoutProgram)],
  ['how a letter without drawing reads', spelled(' ', '0020'), spelled(' ', '0041')],
]

function opaque(ca: number, where: 'inside' | 'apart' = 'inside'): Spoiler {
  return draft => {
    const state = where === 'apart' ? draft.context.register(draft.context.obj({ ca })) : { ca }
    draft.resource(2, 'XObject', 'F', form(draft, '/G gs 9 9 50 50 re f', { ExtGState: { G: state } }))
    draw('/F Do')(draft)
  }
}

function note(Subtype: string): Spoiler {
  return ({ pages, context }) => {
    const annotation = context.register(context.obj({ Type: 'Annot', Subtype }))
    pages[1]?.node.set(PDFName.of('Annots'), context.obj([annotation]))
  }
}

function withoutProgram({ context, font }: Draft) {
  const [described] = context
    .lookup(font.ref, PDFDict)
    .lookup(PDFName.of('DescendantFonts'), PDFArray)
    .asArray()
  const descriptor = context.lookup(described, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict)
  descriptor.delete(PDFName.of('FontFile2'))
}

function named(name: string): Spoiler {
  return draft => {
    renameFont(draft, name)
    word(12, '0 0 0 1 k')(draft)
  }
}

describe('beside a twin whose pages are known', () => {
  it.each(twins)('%s is seen', async (_, one, other) => {
    const [first, second] = [await makePdf(one), await makePdf(other)]
    const cache = memory()
    const former = await measure(first, cache)
    const report = await measure(second, cache)
    expect(report).toEqual(await measure(second))
    expect(report.controles).not.toEqual(former.controles)
  })

  it('a font with other letters changes no page', async () => {
    const cache = memory()
    await measure(await makePdf(spelled(' ', '0020')), cache)
    const [entry] = cache.entries.values()
    await measure(await makePdf(spelled(' ', '0041')), cache)
    expect([...cache.entries.values()]).toEqual([entry])
  })
})

/** Every fault that a control finds, and what is near to one, in a file whose other pages are known. */
describe.each(proofs)('$code, beside pages that are known', ({ faults, nearMisses }) => {
  it.each([...faults, ...nearMisses])('says the same of $name', async ({ spoil }) => {
    const bytes = await makePdf(spoil)
    const cache = copy()
    const report = await measure(bytes)
    expect(await measure(bytes, cache)).toEqual(report)
    expect(await measure(bytes, cache)).toEqual(report)
  })
})
