import { join } from 'node:path'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Drawings, toDraw, wordFile } from '../../../build/atelier/worker/word-file.ts'
import { drawSvg, writeFiche } from '../../../build/edition/word/write-fiche.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import type { FichePubliee, Kit } from '../../../src/kit/kit.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { folderOfFile } from '../../temporary.ts'
import { sampleOf } from '../../thorough.ts'
import { bundled, filesIn, home } from './bundled.ts'
import { download, openApp, press, reads, serveKit } from './open-app.ts'

const root = folderOfFile('en-word')
let inBrowser: { toDraw: typeof toDraw; wordFile: typeof wordFile }
beforeAll(async () => {
  inBrowser = await bundled('build/atelier/worker/word-file.ts')
})

async function readFiches(dir: string): Promise<{ kit: Kit; fiches: FichePubliee[] }> {
  const { kit } = await readKit(join(home, dir))
  if (!kit) throw new Error(`${dir} is no kit`)
  const fiches = kit.fiches.filter((fiche): fiche is FichePubliee => fiche.statut !== 'a-paraitre')
  return { kit, fiches }
}

const isDrawing = (path: string) => path.startsWith('word/media/')

/** The Markdown that a Word file gives back. */
const importedFrom = (bytes: Uint8Array) =>
  importWord(bytes, {
    nom: 'fiche',
    famille: null,
    numero: null,
    slug: null,
    familles: [],
    mois: '2026-01',
    taken: new Set(),
    numbers: new Map(),
  }).markdown

describe.each(['fiches', 'tests/fixtures/kits/autre', 'tests/visual/carnet'])('of %s', dir => {
  test('each fiche that the app gives as a Word file has the bytes that the command writes', async () => {
    const { kit, fiches } = await readFiches(dir)
    const files = filesIn(join(home, dir))
    for (const fiche of sampleOf(fiches, 3)) {
      const written = await writeFiche(kit, fiche)
      const drawn = await drawnAs(written, inBrowser.toDraw(kit, files, fiche.file))
      const { bytes } = inBrowser.wordFile(kit, files, { file: fiche.file, drawn })
      expect(Buffer.compare(bytes, written), fiche.file).toBe(0)
    }
  })
})

/** The drawings of a Word file of the command's, in the place of those of a browser. */
async function drawnAs(
  docx: Uint8Array,
  { charts, pictures }: { charts: string[]; pictures: [string, Uint8Array][] },
): Promise<Drawings> {
  const drawn = await Promise.all(charts.map(drawSvg))
  const others = Object.entries(unzipSync(docx)).filter(
    ([path, bytes]) => isDrawing(path) && !drawn.some(chart => Buffer.compare(chart.bytes, bytes) === 0),
  )
  expect(others).toHaveLength(pictures.length)
  const shown = others.map(async ([path, bytes], at): Promise<Drawings['pictures'][number]> => {
    const { width, height } = await sharp(bytes).metadata()
    const type = path.endsWith('.png') ? 'png' : 'jpeg'
    return [pictures[at]?.[0] ?? '', { bytes, type, width, height }]
  })
  return { charts: drawn, pictures: await Promise.all(shown) }
}

const FICHES: [kit: string, file: string][] = [
  ['fiches', 'leviers/08-commande-publique.md'],
  ['fiches', 'thematiques/06-revitalisation-centres-villes.md'],
  ['tests/visual/carnet', 'reperes/01-planter-un-arbre.md'],
]

test.each(sampleOf(FICHES, 2))(
  'in a browser, %s/%s is the file of the command; only its drawings are the browser’s own',
  async (dir, file) => {
    await using served = await openApp(serveKit(dir))
    const { tab, complaints } = served
    const { kit, fiches } = await readFiches(dir)
    const fiche = fiches.find(one => one.file === file)
    if (!fiche) throw new Error(`${file} is not there`)
    await press(tab, fiche.titre)
    await reads(tab, 'Fichier')
    const { name, bytes } = await download(tab, root, () => press(tab, 'Envoyer une copie en Word (.docx)'))
    expect(name).toBe(`${file.split('/')[1]?.replace(/\.md$/, '')}.docx`)

    const written = await writeFiche(kit, fiche)
    const [given, wanted] = [unzipSync(bytes), unzipSync(written)]
    expect(Object.keys(given)).toEqual(Object.keys(wanted))
    const drawings = Object.keys(wanted).filter(isDrawing)
    if (drawings.length === 0) expect(Buffer.compare(bytes, written)).toBe(0)
    for (const [path, part] of Object.entries(wanted)) {
      const other = given[path] ?? new Uint8Array()
      if (isDrawing(path)) expect(await difference(other, part), path).toBeLessThan(0.02)
      else expect(new TextDecoder().decode(other), path).toBe(new TextDecoder().decode(part))
    }
    expect(importedFrom(bytes)).toBe(importedFrom(written))
    expect(complaints).toEqual([])
  },
)

/** The share of two pictures' light in which they differ: 0 for the same one, and 1 for black and white. Their sizes are the same. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map(bytes =>
      sharp(bytes).flatten({ background: '#fff' }).greyscale().raw().toBuffer({ resolveWithObject: true }),
    ),
  )
  if (!a || !b) throw new Error('two pictures are compared')
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height])
  return a.data.reduce((sum, light, at) => sum + Math.abs(light - (b.data[at] ?? 0)), 0) / a.data.length / 255
}
