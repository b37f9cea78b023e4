import { cp, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { continueRecord, recordOf } from '../../build/edition/history/content-record.ts'
import { compareVisual } from '../../build/edition/visual.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'

const dir = folderOfFile('visuel')
const fiches = join(dir, 'carnet')

beforeAll(async () => {
  await cp('tests/visual/carnet', fiches, { recursive: true })
})

async function compared(accept: boolean, former = join(dir, 'livraison')) {
  const result = await compareVisual({
    home: resolve('.'),
    fiches,
    baselines: join(dir, 'references'),
    report: join(dir, 'rapport.html'),
    accept,
    former,
    date: null,
    cacheDir: resolve('.cache'),
    jobs: 2,
    executablePath: undefined,
    signal: new AbortController().signal,
    tell: () => {},
  })
  if (result.state !== 'compared') throw new Error('the kit has errors')
  return {
    ...result,
    ids: (kind: string) => result.differences.filter(one => one.kind === kind).map(({ now }) => now?.id),
  }
}

it('one word changes exactly its pages; pages behind a longer fiche only move', async () => {
  const first = await compared(true)
  expect(first.differences.every(({ kind }) => kind === 'ajoutee')).toBe(true)
  expect(first.bytes).toBeLessThan(900_000)

  const file = join(fiches, 'reperes/01-planter-un-arbre.md')
  const source = await readFile(file, 'utf8')
  await writeFile(
    file,
    source.replace('Regarder d’abord', 'Observer d’abord').replace("Regarder d'abord", "Observer d'abord"),
  )
  const word = await compared(false)
  const pdf = word.ids('reecrite').filter(id => id?.startsWith('pdf/'))
  expect(pdf).toEqual(['pdf/planter-un-arbre-01'])
  expect(
    new Set(word.ids('reecrite').map(id => id?.replace(/-(?:\d+|390|1280)(?:-\w+)?$|-(?:jour|nuit)$/, ''))),
  ).toEqual(new Set(['pdf/planter-un-arbre', 'site/fiches', 'epub/planter-un-arbre']))
  expect(word.differences.every(({ kind }) => kind === 'reecrite')).toBe(true)

  // Two pages more: what stands behind keeps its sides, and only its numbers change.
  const long = Array.from(
    { length: 40 },
    (_, index) =>
      `Arroser encore, la fois ${index}, quand la terre est sèche sur deux doigts et que le vent l’a battue tout le jour.`,
  )
  await writeFile(file, `${source}\n${long.join('\n\n')}\n`)
  const longer = await compared(false)
  expect(longer.ids('ajoutee').some(id => id?.startsWith('pdf/planter-un-arbre-'))).toBe(true)
  expect(longer.ids('deplacee')).toContain('pdf/tenir-un-marche-01')
  expect(longer.ids('changee')).toEqual([])
  expect(longer.ids('reecrite')).not.toContain('pdf/tenir-un-marche-01')
  expect((await stat(join(dir, 'rapport.html'))).size).toBeGreaterThan(20_000)
})

it('of a second edition, the pictures are those of a site that tells what has changed', async () => {
  // A fiche tells it at its foot, and its picture ends before that of a long one.
  const file = join(fiches, 'reperes/01-planter-un-arbre.md')
  const [, head] = (await readFile(file, 'utf8')).split('---\n')
  await writeFile(file, `---\n${head}---\n\nRegarder d’abord, puis planter.\n`)
  const { kit } = await readKit(fiches)
  if (!kit) throw new Error('the notebook cannot be read')
  const { edition, textes, ...rest } = recordOf(kit, new Date('2020-01-01'))
  const [first, ...others] = textes
  if (!first) throw new Error('the notebook holds no text')
  const former = {
    ...rest,
    edition: { ...edition, mois: '2020-01' },
    textes: [{ ...first, resume: 'Autre.' }, ...others],
  }
  const path = join(dir, 'precedente.json')
  await writeFile(path, JSON.stringify(continueRecord(null, former)))
  await compared(true)
  const second = await compared(false, path)
  expect(second.ids('reecrite').length).toBeGreaterThan(0)
  expect(second.ids('reecrite').every(id => id?.startsWith('site/'))).toBe(true)
})

it('accepting is for a person: it is refused where CI is set', async () => {
  const { code, stderr } = await runKit(['visual', '--accepter', '--fiches', fiches], { CI: 'true' })
  expect(code).toBe(2)
  expect(stderr).toContain('pas la CI')
})
