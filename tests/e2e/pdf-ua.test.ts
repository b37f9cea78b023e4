import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { askChecks } from '../../build/gate/ask.ts'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import type { Artefact, Manifest } from '../../build/ground/disk/manifest.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import type { Kit } from '../../src/kit/kit.ts'
import { openTagged } from '../parts/pdf-ua/edition.ts'
import { subjectOf } from '../subject.ts'

const { signal } = new AbortController()
const noBrowser = () => Promise.reject(new Error('no browser is needed'))

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the screen PDFs of %s', (fiches, out) => {
  let kit: Kit
  let screen: { artefact: Artefact; bytes: Uint8Array; text: PdfText }
  let alone: { artefact: Artefact; bytes: Uint8Array }[]

  beforeAll(async () => {
    const read = await readKit(fiches)
    if (!read.kit) throw new Error(`${fiches} has errors`)
    kit = read.kit
    const { artefacts }: Manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
    const open = (artefact: Artefact) =>
      readFile(join(out, artefact.path)).then(bytes => ({ artefact, bytes: new Uint8Array(bytes) }))
    const [whole] = artefacts.filter(({ role }) => role === 'pdf-ecran')
    if (!whole) throw new Error('there is no screen PDF')
    const opened = await open(whole)
    screen = { ...opened, text: await readPdf(opened.bytes, signal) }
    alone = await Promise.all(artefacts.filter(({ role }) => role === 'pdf-fiche').map(open))
  })

  it('claim PDF/UA-1 and PDF/A-2a, and hold all their content in tags', async () => {
    for (const { artefact, bytes } of [screen, ...alone])
      expect((await openTagged(bytes)).faults(), artefact.path).toEqual([])
  })

  it('say the words of the source in its order, and true page numbers, as another program reads them', async () => {
    const checks = await askChecks('editions', subjectOf({ kit, dir: out, browser: noBrowser, signal }), {
      only: ['mots', 'numeros', 'liens-pdf', 'imprimeur'],
    })
    expect(checks).toHaveLength(4)
    for (const { id, outcome } of checks) {
      if (outcome.state !== 'verifie') throw new Error(`${id}: ${outcome.reason}`)
      expect(
        outcome.findings.filter(({ severity }) => severity === 'erreur'),
        id,
      ).toEqual([])
    }
  })

  it('keep the words of a paragraph apart where its lines end', () => {
    // A word that is glued to the next appears nowhere in the source.
    const sourceWords = new Set(
      [...kit.fiches, ...kit.pages].flatMap(one => ('corps' in one ? wordsOf(one.corps.source) : [])),
    )
    const said = screen.text.pages.flatMap(({ structure }) =>
      structure ? paragraphs(structure).flatMap(wordsOf) : [],
    )
    const glued = said.filter(
      word =>
        !sourceWords.has(word) && splits(word).some(([a, b]) => sourceWords.has(a) && sourceWords.has(b)),
    )
    const whole = new Set([...kit.fiches, ...kit.pages].flatMap(({ titre }) => wordsOf(titre)))
    expect(glued.filter(word => !whole.has(word) && word.length > 12)).toEqual([])
  })

  it('say « économie » as one word, also across lines', () => {
    const count = (text: string) => text.match(/économie/gi)?.length ?? 0
    const printed = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
    const source = printed.reduce((sum, fiche) => sum + ('corps' in fiche ? count(fiche.corps.source) : 0), 0)
    const said = screen.text.pages.reduce((sum, { text }) => sum + count(text), 0)
    expect(said).toBeGreaterThanOrEqual(source)
  })

  it('weigh little', () => {
    expect(screen.bytes.length).toBeLessThan(3_000_000)
    for (const { artefact, bytes } of alone) expect(bytes.length, artefact.path).toBeLessThan(300_000)
  })

  it('has one for each printed fiche, with its very pages', async () => {
    const printed = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
    expect(alone.map(({ artefact }) => artefact.fiche)).toEqual(printed.map(({ slug }) => slug))
    for (const { artefact, bytes } of alone) {
      const { pages, outline } = await readPdf(bytes, signal)
      const first = screen.text.destinations.get(artefact.fiche ?? '') ?? 0
      const same = screen.text.pages.slice(first - 1, first - 1 + (artefact.pages ?? 0))
      // What is printed, folio and running head with it, and in which order it is read.
      expect(pages.map(({ text, artefacts }) => [text, artefacts])).toEqual(
        same.map(({ text, artefacts }) => [text, artefacts]),
      )
      expect((await openTagged(bytes)).pdf.getTitle()).toContain(
        printed.find(({ slug }) => slug === artefact.fiche)?.titre,
      )
      expect(outline[0]?.page).toBe(1)
    }
  })
})

const wordsOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

type Node = { role: string; alt: string | null; text: string; children: Node[] }

/** The texts of the paragraphs under a node, each whole. */
function paragraphs(node: Node): string[] {
  if (node.role === 'Figure') return []
  if (node.role === 'P') return [textOf(node)]
  return node.children.flatMap(paragraphs)
}

const textOf = (node: Node): string => node.text + node.children.map(textOf).join('')

/** Every way to cut a word in two. */
const splits = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at): [string, string] => [
    word.slice(0, at + 1),
    word.slice(at + 1),
  ])
