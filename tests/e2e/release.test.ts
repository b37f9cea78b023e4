import { createHash } from 'node:crypto'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { verapdfIn } from '../../build/gate/checks/verapdf.ts'
import type { ReleaseReport } from '../../build/gate/report/report.ts'
import { folderOfFile } from '../temporary.ts'
import { runKit } from './run-kit.ts'

const dir = folderOfFile('livraison')
const fiches = join(dir, 'mes fiches é')
const out = join(dir, 'à livrer')

beforeAll(async () => {
  await cp('tests/visual/carnet', fiches, { recursive: true })
})

const read = (path: string) => readFile(join(out, path), 'utf8')

it('hands out a whole folder, judged and summed', async () => {
  const { code, stderr } = await runKit(['release', '--fiches', fiches, '--out', out])
  expect(code, stderr).toBe(0)
  const report = JSON.parse(await read('rapport.json')) as ReleaseReport
  const failed = report.controles.filter(({ verdict }) => verdict === 'erreur')
  expect(failed).toEqual([])
  // Only what needs pictures that nobody accepted, or a program that nobody named, is left open.
  const open = verapdfIn(process.env) === null ? ['visuel', 'verapdf'] : ['visuel']
  expect(report.controles.filter(({ verdict }) => verdict === 'non-verifie').map(({ id }) => id)).toEqual(
    open,
  )
  expect(report.controles.length).toBeGreaterThanOrEqual(17)

  for (const line of (await read('SHA256SUMS')).trimEnd().split('\n')) {
    const [sum, path] = [line.slice(0, 64), line.slice(66)]
    expect(
      createHash('sha256')
        .update(await readFile(join(out, path)))
        .digest('hex'),
      path,
    ).toBe(sum)
  }
  const papers = [
    'LICENCES.md',
    'NOUVEAUTES.md',
    'SHA256SUMS',
    'contenu.json',
    'manifeste.json',
    'rapport.html',
    'rapport.json',
  ]
  expect((await readdir(out)).filter(name => /\.|SUMS/.test(name)).sort()).toEqual(papers)
  expect(await read('NOUVEAUTES.md')).toContain('## Édition n°\u00a02, mai 2030')
  expect(await read('site/nouveautes/index.html')).toContain('Fiche repère 1')
})

it('refuses a kit with something to complete, tells where, and leaves the former release as it was', async () => {
  const before = await read('SHA256SUMS')
  const kit = join(fiches, 'kit.yaml')
  await writeFile(
    kit,
    (await readFile(kit, 'utf8'))
      .replace('hebergeur: Hébergeur d’essai', 'hebergeur: null')
      .replace('telephone: 03 00 00 00 00', 'telephone: null'),
  )
  const { code, stderr } = await runKit(['release', '--fiches', fiches, '--out', out])
  expect(code).toBe(1)
  const field = 'Réglages du kit, Qui publie le kit › Son numéro de téléphone'
  expect(stderr).toContain(`kit.yaml:11 : ${field} : À compléter avant la publication.`)
  expect(stderr).toContain('kit.yaml:24 : Réglages du kit, Mentions légales › Nom et adresse')
  expect(await read('SHA256SUMS')).toBe(before)
  const report = await readFile(join(`${out}-refusee`, 'rapport.html'), 'utf8')
  expect(report).toContain('Livraison refusée')
  // Who writes in the atelier reads names of fields.
  expect(report).toContain(field)
  expect(report).not.toMatch(/kit\.yaml|ligne \d|telephone :/)
  expect((await readdir(dir)).sort()).toEqual(['mes fiches é', 'à livrer', 'à livrer-refusee'])
})

it('refuses a former release that is not there: its history would be lost without a word', async () => {
  const before = await read('SHA256SUMS')
  const nowhere = join(dir, 'livraison-2O24')
  const { code, stderr } = await runKit([
    ...['release', '--fiches', fiches, '--out', out, '--brouillon'],
    ...['--precedente', nowhere],
  ])
  expect(code).toBe(3)
  expect(stderr).toContain(`--precedente : ${nowhere} ne contient pas de livraison`)
  expect(await read('SHA256SUMS')).toBe(before)
})
