import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { readEpub } from '../../build/gate/read/epub.ts'
import { folderOfFile } from '../temporary.ts'
import { thorough } from '../thorough.ts'
import { runKit } from './run-kit.ts'

const fiches = 'tests/fixtures/kits/autre'
const book = (out: string) => readFile(join(out, 'epub/carnet-des-lisieres.epub'))

const dir = folderOfFile('livre')

it('the e-book alone: the kit is paged first, which is said, and has the bytes of the whole edition’s', async () => {
  const build = async (out: string) => {
    // The pages of the whole edition are kept; hard: nothing is.
    const env: Record<string, string> = thorough ? { KIT_CACHE: join(dir, 'cache') } : {}
    const { code, stderr } = await runKit(
      ['build', '--fiches', fiches, '--only', 'epub', '--out', join(dir, out)],
      env,
    )
    expect(code, stderr).toBe(0)
    return { stderr, bytes: await book(join(dir, out)) }
  }
  const first = await build('un')
  expect(first.stderr).toContain('Les numéros de page sont ceux du PDF : mise en pages d’abord.')
  if (thorough) expect((await build('deux')).bytes.equals(first.bytes)).toBe(true)
  expect(first.bytes.equals(await book(inject('editions').autre))).toBe(true)
  expect(readEpub(first.bytes).nav.xhtml).toContain('#page-2">2<')
})
