import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { verapdf, verapdfIn } from '../../build/gate/checks/verapdf.ts'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { gathered } from '../../src/problems/finding.ts'
import { readExcerptFiles } from '../e2e/excerpt-files.ts'
import { runKit } from '../e2e/run-kit.ts'
import { folderOfFile } from '../temporary.ts'

/** `epubcheck.jar` of the W3C, which Java runs, and veraPDF, as the release is told of it. */
const [jar, command] = [env['EPUBCHECK'], verapdfIn(env)]
const skipped = (isThere: unknown, name: string) => (isThere ? '' : `SKIPPED, ${name} names no program: `)

describe.runIf(jar || command).each([
  ['fiches', [8, 12]],
  ['tests/fixtures/kits/autre', [7]],
  ['tests/visual/carnet', [2]],
])('%s and chosen fiches of it', (fiches, numbers) => {
  const dir = folderOfFile('validateurs')
  beforeAll(async () => {
    const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', dir])
    expect(code, stderr).toBe(0)
  })

  it.runIf(jar)(
    `${skipped(jar, 'EPUBCHECK')}the EPUBCheck of the W3C accepts every e-book, without a warning`,
    async () => {
      const { epub, cutEpub } = await readExcerptFiles(dir)
      for (const bytes of [epub, await cutEpub(numbers)]) {
        const book = join(dir, 'livre.epub')
        await writeFile(book, bytes)
        const { stdout } = await promisify(execFile)('java', ['-jar', jar ?? '', '--failonwarnings', book])
        expect(stdout).toContain('0 fatals / 0 errors / 0 warnings')
      }
    },
  )

  it.runIf(command)(
    `${skipped(command, 'VERAPDF')}veraPDF accepts every PDF for the screen: PDF/UA-1 and PDF/A-2a`,
    async () => {
      const manifest = JSON.parse(await readFile(join(dir, 'manifeste.json'), 'utf8')) as Manifest
      await writeFile(join(dir, 'choix.pdf'), await (await readExcerptFiles(dir)).cutPdf(numbers))
      manifest.artefacts.push({ role: 'pdf-ecran', path: 'choix.pdf', bytes: 0, sha256: '' })
      const { signal } = new AbortController()
      const outcome = await gathered(
        verapdf.run({ dir, manifest: async () => manifest, verapdf: command, signal }),
      )
      expect(outcome).toMatchObject({ state: 'verifie', findings: [] })
    },
  )
})
