import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '../../build/gate/read/pdf.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { sequence } from '../../src/kit/indexes/sequence.ts'
import { runKit } from '../e2e/run-kit.ts'
import { editKit } from '../unit/content/edit-kit.ts'

/** What an edition calls the lists that this kit has none of, in words, addresses and names. */
const lists = /exemples?\b|territoires?\b|sigles?\b|ressources?\b/i

const decoder = new TextDecoder()
const { signal } = new AbortController()
let kit: Awaited<ReturnType<typeof editKit>>
let out: string
beforeAll(async () => {
  kit = await editKit(null)
  out = join(dirname(kit.dir), 'dist')
  writeFileSync(join(kit.dir, 'sigles.yaml'), '{}\n')
  for (const file of filesOf(kit.dir).filter(file => file.endsWith('.md'))) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^(?:## Ressources\n\n)?::: (?:exemple|ressources)[\s\S]*?^:::\n/gm, ''))
  }
  const { code, stderr } = await runKit(['build', '--fiches', kit.dir, '--out', out])
  expect(code, stderr).toBe(0)
})
afterAll(() => kit[Symbol.asyncDispose]())

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

/** Where a text names one of the lists, without what a script or a style sheet could do with it. */
function naming(file: string, text: string): string[] {
  const said = text
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    // Hidden, and shown where fiches have examples.
    .replace(/<p class="composer-groupe"><label for="par-departement">.*?<\/p>/s, '')
  const match = lists.exec(said)
  return match ? [`${file} : ${said.slice(Math.max(0, match.index - 40), match.index + 40)}`] : []
}

it('its fiches have none, those that it was made of have them all', async () => {
  const kinds = async (dir: string) => {
    const read = await readKit(dir)
    return read.kit ? sequence(read.kit).map(({ kind }) => kind) : []
  }
  expect(await kinds(kit.dir)).not.toContain('sigles')
  expect(await kinds('tests/fixtures/erreurs/_base')).toEqual(
    expect.arrayContaining(['territoires', 'sigles']),
  )
})

it('the site has no page, menu entry, line, record or open data of them', () => {
  const files = filesOf(join(out, 'site'))
  const texts = files.filter(
    // The grid of the RGAA is the same for all sites; what scripts and styles name is used nowhere.
    file => /\.(html|xml|atom|json|txt|csv|bin|webmanifest)$/.test(file) && !file.endsWith('rgaa.csv'),
  )
  expect(files.filter(file => lists.test(file.slice(out.length)))).toEqual([])
  expect(texts.flatMap(file => naming(file.slice(out.length), readFileSync(file, 'utf8')))).toEqual([])
  expect(readFileSync(join(out, 'site/sw.js'), 'utf8')).not.toMatch(
    /\/(territoires|sigles|ressources|exemples)/,
  )
})

it('the e-book has no chapter, entry or guide of them', () => {
  const [book = ''] = filesOf(join(out, 'epub'))
  const entries = Object.entries(unzipSync(readFileSync(book))).filter(
    ([name]) => !/\.(css|png|jpg|ttf|otf|svg)$/.test(name),
  )
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.flatMap(([name, bytes]) => naming(name, `${name} ${decoder.decode(bytes)}`))).toEqual([])
})

it('no PDF has a page, bookmark, destination or line of the sommaire of them', async () => {
  for (const file of filesOf(join(out, 'pdf')).filter(
    file => file.endsWith('.pdf') && !file.endsWith('extrait-pieces.pdf'),
  )) {
    const { pages, outline, destinations } = await readPdf(readFileSync(file), signal)
    const said = [
      ...pages.flatMap(({ text, artefacts }) => [text, artefacts]),
      ...outline.map(({ title }) => title),
      ...destinations.keys(),
    ]
    expect(
      said.filter(text => lists.test(text)),
      file,
    ).toEqual([])
  }
  expect(readFileSync(join(out, 'pdf/extrait-liste.json'), 'utf8')).not.toMatch(lists)
})
