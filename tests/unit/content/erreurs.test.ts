import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkKit, readKit } from '../../../build/disk/read-kit.ts'
import { body } from '../../../src/diagnostics/catalogue/body.ts'
import { files } from '../../../src/diagnostics/catalogue/files.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { formatDiagnostics } from '../../../src/diagnostics/format.ts'
import { sampleOf } from '../../thorough.ts'
import { checkEdited } from './check-edited.ts'
import { editKit } from './edit-kit.ts'

/** The codes that reading a kit can give; those of finished pages have their tests where the pages are made. */
const codes = Object.keys({ ...files, ...body })

const root = fileURLToPath(new URL('../../fixtures/erreurs/', import.meta.url))

/** These are read from a disk, and a build is asked too: it is told the same. */
const built = new Set(sampleOf(codes, 20))

/** Problem lines as `kit check` prints them, without the count; and their codes. */
async function check(path: string | null): Promise<{ lines: string; given: string[] }> {
  const isBuilt = path === null || built.has(basename(dirname(path)))
  const diagnostics = isBuilt ? await checkAndRead(path) : await checkEdited(path)
  const lines = formatDiagnostics(diagnostics, 'texte', 'fiches').split('\n').slice(0, -2)
  return { lines: lines.map(line => `${line}\n`).join(''), given: diagnostics.map(({ code }) => code) }
}

async function checkAndRead(path: string | null): Promise<Diagnostic[]> {
  await using kit = await editKit(path)
  const diagnostics = await checkKit(kit.dir)
  expect((await readKit(kit.dir)).diagnostics).toEqual(diagnostics)
  return diagnostics
}

test('le kit de base est sans faute', async () => {
  expect((await check(null)).lines).toBe('')
})

test('chaque code a son cas, et chaque cas son code', async () => {
  const cases = (await readdir(root)).filter(name => name !== '_base')
  expect(cases.toSorted()).toEqual(codes.toSorted())
})

describe.concurrent.each(codes)('%s', code => {
  test('le cas donne exactement ce message', async () => {
    const { lines, given } = await check(join(root, code, 'faux'))
    expect(lines).toBe(await readFile(join(root, code, 'attendu.txt'), 'utf8'))
    expect(given).toContain(code)
  })

  test('le cas voisin n’a aucun problème', async () => {
    expect((await check(join(root, code, 'juste'))).lines).toBe('')
  })
})
