import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verapdf, verapdfIn } from '../../build/gate/checks/verapdf.ts'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { gathered } from '../../src/problems/finding.ts'
import { readExcerptFiles } from '../e2e/excerpt-files.ts'
import { runKit } from '../e2e/run-kit.ts'

/** The program, as the release is told of it. */
const command = verapdfIn(process.env)
const title = 'veraPDF accepts every PDF for the screen: PDF/UA-1 and PDF/A-2a'

describe.skipIf(command === null)(
  command === null ? `SKIPPED, VERAPDF names no program: ${title}` : title,
  () => {
    it.each([
      ['fiches', [8, 12]],
      ['tests/fixtures/kits/autre', [7]],
      ['tests/visual/carnet', [2]],
    ])('%s and chosen fiches of it', async (fiches, numbers) => {
      const dir = await mkdtemp(join(tmpdir(), 'kit-verapdf-'))
      const out = join(dir, 'dist')
      try {
        const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out])
        expect(code, stderr).toBe(0)
        const manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
        await writeFile(join(out, 'choix.pdf'), await (await readExcerptFiles(out)).cutPdf(numbers))
        manifest.artefacts.push({ role: 'pdf-ecran', path: 'choix.pdf', bytes: 0, sha256: '' })
        const { signal } = new AbortController()
        const outcome = await gathered(
          verapdf.run({ dir: out, manifest: async () => manifest, verapdf: command, signal }),
        )
        expect(outcome).toMatchObject({ state: 'verifie', findings: [] })
      } finally {
        await rm(dir, { recursive: true, force: true })
      }
    })
  },
)
