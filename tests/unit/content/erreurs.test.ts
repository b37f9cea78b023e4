import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readKit } from '../../../src/content/read-kit.ts'
import { catalogue } from '../../../src/diagnostics/catalogue/index.ts'
import { formatDiagnostics } from '../../../src/diagnostics/format.ts'
import { editKit } from './edit-kit.ts'

const root = fileURLToPath(new URL('../../fixtures/erreurs/', import.meta.url))

/** Problem lines as `kit check` prints them, without the count; and their codes. */
async function check(path: string | null): Promise<{ lines: string; codes: string[] }> {
  await using kit = await editKit(path)
  const { diagnostics } = await readKit(kit.dir)
  const lines = formatDiagnostics(diagnostics, 'texte', 'fiches').split('\n').slice(0, -2)
  return { lines: lines.map(line => `${line}\n`).join(''), codes: diagnostics.map(({ code }) => code) }
}

test('le kit de base est sans faute', async () => {
  expect((await check(null)).lines).toBe('')
})

test('chaque code a son cas, et chaque cas son code', async () => {
  const cases = (await readdir(root)).filter(name => name !== '_base')
  expect(cases.toSorted()).toEqual(Object.keys(catalogue).toSorted())
})

describe.concurrent.each(Object.keys(catalogue))('%s', code => {
  test('le cas donne exactement ce message', async () => {
    const { lines, codes } = await check(join(root, code, 'faux'))
    expect(lines).toBe(await readFile(join(root, code, 'attendu.txt'), 'utf8'))
    expect(codes).toContain(code)
  })

  test('le cas voisin n’a aucun problème', async () => {
    expect((await check(join(root, code, 'juste'))).lines).toBe('')
  })
})
