import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFile } from '../../build/edition/word/import-file.ts'
import { ficheElements } from '../../src/word/read/fiche-elements.ts'
import { readManuscript } from '../../src/word/read/read-manuscript.ts'
import { recognise } from '../../src/word/recognise/recognise.ts'
import { missingWords, wordsOf } from '../../src/word/words.ts'
import { openPdf } from '../e2e/read-pdf.ts'
import { runKit } from '../e2e/run-kit.ts'
import { manuscripts } from '../unit/word/manuscripts.ts'

/** A kit of the manuscripts of the tests, in three editions. */
let dir: string
const fiches: { nom: string; slug: string; expected: string[] }[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kit-manuscrits-'))
  const kit = join(dir, 'fiches')
  await cp('tests/fixtures/kits/autre', kit, { recursive: true })
  for (const { nom, bytes } of manuscripts()) {
    const file = join(dir, `${nom}.docx`)
    await writeFile(file, bytes)
    const imported = await importFile(file, {
      fiches: kit,
      famille: 'pratique',
      numero: null,
      familles: [],
      jour: '2026-11-03',
    })
    if ('additions' in imported) throw new Error(`${nom} was made by no kit`)
    const { head, lost } = imported
    expect(lost).toEqual([])
    const { elements, visibleWords } = readManuscript(bytes)
    // « Exemple : » is the name of a block; the template says what to write, and a table of keys stands above what was written in the template.
    const keys = elements.flatMap(one =>
      one.kind === 'table' && one.rows[0]?.[0]?.[0]?.style === 'En-tête : clé' ? one.rows.flat(2) : [],
    )
    const { omissions, head: above } = keys.length > 0 ? ficheElements(elements) : recognise(elements)
    // A summary is said where a fiche is announced, not on its pages.
    const summary = above.rows.find(([key]) => key === 'resume')?.[1] ?? ''
    const apart = [
      summary,
      ...omissions.map(({ text }) => text),
      ...keys.flatMap(({ runs }) => runs.map(({ text }) => text)),
    ]
    fiches.push({
      nom,
      slug: head.rows.find(([key]) => key === 'slug')?.[1] ?? '',
      expected: missingWords(visibleWords, wordsOf(apart.join('\n'))),
    })
  }
  const { code, stderr } = await runKit(['build', '--fiches', kit, '--out', join(dir, 'dist')])
  expect(code, stderr).toBe(0)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** The words of a page; those of a sentence touch, whatever sets them. */
function textOfHtml(html: string): string {
  let text = ''
  let unseen = 0
  const isUnseen = (name: string) => name === 'script' || name === 'style'
  const isWithinWords = (name: string) => /^(a|abbr|b|em|i|span|strong|sub|sup|wbr)$/.test(name)
  const parser = new Parser({
    onopentag(name) {
      if (isUnseen(name)) unseen++
      if (!isWithinWords(name)) text += '\n'
    },
    ontext(piece) {
      if (unseen === 0) text += piece
    },
    onclosetag(name) {
      if (isUnseen(name)) unseen--
      if (!isWithinWords(name)) text += '\n'
    },
  })
  parser.end(html)
  return text
}

const artefact = async (pattern: RegExp) => {
  const [path] = (await readdir(join(dir, 'dist'), { recursive: true })).filter(one => pattern.test(one))
  if (!path) throw new Error(`no ${pattern} was made`)
  return join(dir, 'dist', path)
}

it('every word of each manuscript is on its page of the site', async () => {
  for (const { nom, slug, expected } of fiches) {
    const page = await readFile(await artefact(new RegExp(`^site/.*/${slug}/index\\.html$`)), 'utf8')
    expect(missingWords(expected, wordsOf(textOfHtml(page))), nom).toEqual([])
  }
})

it('every word of each manuscript is in the book for e-readers', async () => {
  const parts = unzipSync(await readFile(await artefact(/\.epub$/)))
  for (const { nom, slug, expected } of fiches) {
    const chapter = Object.entries(parts).find(([path]) => path.endsWith(`${slug}.xhtml`))?.[1]
    expect(missingWords(expected, wordsOf(textOfHtml(strFromU8(chapter ?? new Uint8Array())))), nom).toEqual(
      [],
    )
  }
})

it('every word of each manuscript is on its pages of the PDF', async () => {
  const pdf = await openPdf(await artefact(/-ecran\.pdf$/))
  for (const { nom, slug, expected } of fiches)
    expect(missingWords(expected, wordsOf(pdf.textOf(slug))), nom).toEqual([])
})
