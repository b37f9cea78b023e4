import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { wordsWord } from '../../../build/judge/audit/checks/words-word.ts'
import { openMaterial } from '../../../build/judge/audit/index.ts'
import { judgePress } from '../../../build/release/gate/press/index.ts'
import type { Manifest } from '../../../build/release/manifest.ts'
import type { Kit } from '../../../src/kit.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { home } from '../../e2e/run-kit.ts'
import { rewrite } from './artefacts/printer.ts'
import { buildKit, fiches, SLUG } from './planted-edition.ts'

let dir: string
let kit: Kit
const out = () => join(dir, 'dist')
const cover = () => join(out(), `pdf/${SLUG}-couverture.pdf`)

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-dos-carre-'))
  await cp(fiches, join(dir, 'fiches'), { recursive: true })
  const settings = join(dir, 'fiches/kit.yaml')
  const text = await readFile(settings, 'utf8')
  // Board for pages, and some more of them: the spine bears a text.
  const bound = 'impression: { reliure: dos-carre, papier: { grammage: 400, main: 3 },'
  await writeFile(settings, `${text.replace('impression: {', bound)}\nreutilisation: { word: true }\n`)
  const second = await readFile(join(dir, 'fiches/pratiques/02-tenir-un-marche.md'), 'utf8')
  for (const number of [3, 4, 5]) {
    const another = second
      .replace('numero: 2', `numero: ${number}`)
      .replace('slug: tenir-un-marche', `slug: marche-${number}`)
      .replace(/^titre(_court)?: (.*)$/gm, `titre$1: $2, ${number}`)
    await writeFile(join(dir, `fiches/pratiques/0${number}-marche.md`), another)
  }
  await buildKit(join(dir, 'fiches'), out())
  const read = await readKit(join(dir, 'fiches'))
  if (!read.kit) throw new Error('the small kit has errors')
  kit = read.kit
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const materialOf = (kit: Kit) =>
  openMaterial({
    kit,
    dir: out(),
    browser: () => Promise.reject(new Error('no browser is needed')),
    signal: new AbortController().signal,
  })

/** What is said against the files of the printer. @param as the kit that they should print */
async function errors(as = kit): Promise<string[]> {
  const material = materialOf(as)
  const manifest = JSON.parse(await readFile(join(out(), 'manifeste.json'), 'utf8')) as Manifest
  const edition = { material, dir: out(), manifest, home, baselines: '', visualReport: '', verapdf: null }
  const { findings = [] } = await gathered(judgePress(edition))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

it('a square back, whose pages and cover are two files, is accepted', async () => {
  expect(await errors()).toEqual([])
})

it('a spine with another title is told', async () => {
  expect(await errors({ ...kit, titre: 'Grand carnet' })).toContainEqual(
    expect.stringMatching(/-couverture\.pdf, dos : Le dos dit « petitcarnet.* » et non « Grand carnet »\./),
  )
})

it('a spine as wide as another paper wants it is told', async () => {
  const { impression } = kit
  expect(await errors({ ...kit, impression: { ...impression, papier: { grammage: 200, main: 3 } } })).toEqual(
    [
      expect.stringMatching(
        /-couverture\.pdf, dos : Le dos a \d+,\d mm ; \d+ pages de ce papier en demandent \d+,\d\./,
      ),
    ],
  )
})

it('a Word file that lost a paragraph, and one that is another fiche, are told', async () => {
  const path = (name: string) => join(out(), 'word', name)
  const [tree, market] = ['01-planter-un-arbre.docx', '02-tenir-un-marche.docx']
  const material = materialOf(kit)
  const said = async () => {
    const { findings = [] } = await gathered(wordsWord.run(material))
    return findings.map(({ place, message }) => `${place} : ${message}`)
  }
  expect(await said()).toEqual([])
  const files = unzipSync(await readFile(path(tree)))
  const text = new TextDecoder().decode(files['word/document.xml'])
  const cut = text.replace(/<w:p>(?:(?!<\/w:p>).)*jamais sur les feuilles(?:(?!<\/w:p>).)*<\/w:p>/s, '')
  expect(cut).not.toBe(text)
  await writeFile(path(tree), zipSync({ ...files, 'word/document.xml': new TextEncoder().encode(cut) }))
  await cp(path(tree), path(market))
  expect(await said()).toEqual([
    expect.stringMatching(
      /01-planter-un-arbre\.docx \(ligne \d+ de la fiche\) : Passage perdu ou changé : « au pied/,
    ),
    expect.stringMatching(/02-tenir-un-marche\.docx : Ce n’est pas la fiche « Tenir un marché du samedi »/),
  ])
})

/** What is said against a cover that was changed. */
async function errorsOfCover(change: (pdf: PDFDocument) => void): Promise<string[]> {
  const sound = await readFile(cover())
  const pdf = await PDFDocument.load(sound, { updateMetadata: false })
  change(pdf)
  await writeFile(cover(), await pdf.save({ useObjectStreams: false }))
  const said = await errors()
  await writeFile(cover(), sound)
  return said
}

const drawingsOf = (pdf: PDFDocument) =>
  pdf.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)

it('a cover without its front is told', async () => {
  const said = await errorsOfCover(pdf => {
    const drawings = drawingsOf(pdf)
    for (const name of drawings?.keys() ?? []) drawings?.delete(name)
  })
  expect(said).toEqual([
    expect.stringMatching(/-couverture\.pdf, couverture : .*mots perdus : « petit carnet/),
  ])
})

it('a cover that ends at the trim is told', async () => {
  const said = await errorsOfCover(pdf => {
    const front = drawingsOf(pdf)
      ?.lookup(PDFName.of('Front'), PDFStream)
      .dict.lookup(PDFName.of('BBox'), PDFArray)
    const right = front?.lookup(2, PDFNumber).asNumber() ?? 0
    front?.set(2, PDFNumber.of(right - (kit.impression.fond_perdu * 72) / 25.4))
  })
  expect(said).toEqual([
    expect.stringMatching(/-couverture\.pdf : L’encre touche le bord droit et ne va pas jusqu’au fond perdu/),
  ])
})

it('a cover that tells another spine than it has is told', async () => {
  const said = await errorsOfCover(pdf => {
    const drawn = (text: string) =>
      text.replace(/(?<=\/All cs 1 scn[\s\S]*)(?:<[^>]*>|\((?:\\.|[^)\\])*\)) Tj/g, '<> Tj')
    if (!rewrite(pdf, pdf.getPage(0).node.get(PDFName.of('Contents')), drawn)) throw new Error('no slug line')
  })
  expect(said).toEqual([
    expect.stringMatching(
      /-couverture\.pdf : Sous le fond perdu, la couverture dit un dos de \? mm au lieu de \d+,\d/,
    ),
  ])
})
