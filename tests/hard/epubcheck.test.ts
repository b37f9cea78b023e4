import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readExcerptFiles } from '../e2e/excerpt-files.ts'
import { runKit } from '../e2e/run-kit.ts'

/** `epubcheck.jar` of the W3C, which Java runs. */
const jar = env['EPUBCHECK']
const title = 'the EPUBCheck of the W3C accepts every e-book, without a warning'

describe.skipIf(!jar)(jar ? title : `SKIPPED, EPUBCHECK names no program: ${title}`, () => {
  it.each([
    ['fiches', [8, 12]],
    ['tests/fixtures/kits/autre', [7]],
    ['tests/visual/carnet', [2]],
  ])('%s and chosen fiches of it', async (fiches, numbers) => {
    const dir = await mkdtemp(join(tmpdir(), 'kit-epubcheck-'))
    const out = join(dir, 'dist')
    try {
      const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
      expect(code, stderr).toBe(0)
      const { epub, cutEpub } = await readExcerptFiles(out)
      const books = { 'kit.epub': epub, 'choix.epub': await cutEpub(numbers) }
      for (const [name, bytes] of Object.entries(books)) {
        await writeFile(join(dir, name), bytes)
        const { stdout } = await promisify(execFile)('java', [
          '-jar',
          jar ?? '',
          '--failonwarnings',
          join(dir, name),
        ])
        expect(stdout).toContain('0 fatals / 0 errors / 0 warnings')
      }
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })
})
