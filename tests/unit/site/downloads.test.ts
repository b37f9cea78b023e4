import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { offerDownloads } from '../../../build/site/site-documents.ts'

/** What the disk answers to whoever gives a file a second name; null: it does. */
const disk = vi.hoisted(() => ({ answer: null as string | null }))
vi.mock('node:fs', async original => {
  const actual = await original<typeof import('node:fs')>()
  const linkSync: typeof actual.linkSync = (from, to) => {
    if (disk.answer) throw Object.assign(new Error(), { code: disk.answer })
    actual.linkSync(from, to)
  }
  return { ...actual, linkSync }
})

let root: string
const artefacts = [{ path: 'pdf/carnet.pdf' }, { path: 'pdf/fiches/lac.pdf' }]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kit-offre-'))
  await mkdir(join(root, 'pdf/fiches'), { recursive: true })
  for (const { path } of artefacts) await writeFile(join(root, path), path)
})
afterEach(async () => {
  disk.answer = null
  await rm(root, { recursive: true, force: true })
})

const offered = (name: string) => join(root, 'site/telechargements', name)

test('the site offers the editions themselves, which lie on the disk once', async () => {
  offerDownloads(join(root, 'site'), root, artefacts)
  expect(await readFile(offered('lac.pdf'), 'utf8')).toBe('pdf/fiches/lac.pdf')
  expect((await stat(offered('carnet.pdf'))).ino).toBe((await stat(join(root, 'pdf/carnet.pdf'))).ino)
})

test.each(['EPERM', 'ENOTSUP', 'EMLINK', 'EXDEV'])(
  'copies where a disk gives no second name (%s)',
  async code => {
    disk.answer = code
    offerDownloads(join(root, 'site'), root, artefacts)
    expect(await readFile(offered('carnet.pdf'), 'utf8')).toBe('pdf/carnet.pdf')
  },
)

test('an edition that was not made is a fault', () => {
  expect(() => offerDownloads(join(root, 'site'), root, [{ path: 'pdf/autre.pdf' }])).toThrow('ENOENT')
})

test('two editions of one name are a fault, and neither is written over', async () => {
  await writeFile(join(root, 'lac.pdf'), 'un autre')
  expect(() => offerDownloads(join(root, 'site'), root, [...artefacts, { path: 'lac.pdf' }])).toThrow(
    'EEXIST',
  )
  expect(await readFile(join(root, 'pdf/fiches/lac.pdf'), 'utf8')).toBe('pdf/fiches/lac.pdf')
})
