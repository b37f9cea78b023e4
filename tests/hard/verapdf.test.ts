import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../build/disk/manifest.ts'
import { verapdf, verapdfIn } from '../../build/gate/checks/verapdf.ts'
import { gathered } from '../../src/problems/finding.ts'
import { runKit } from '../e2e/run-kit.ts'
import { exampleKits, writeExampleKit } from './example-kits.ts'

/** The program, as the release is told of it. */
const command = verapdfIn(process.env)
const title = 'veraPDF accepts every PDF for the screen: PDF/UA-1 and PDF/A-2a'

describe.skipIf(command === null)(
  command === null ? `SKIPPED, VERAPDF names no program: ${title}` : title,
  () => {
    const folders = ['fiches', 'tests/fixtures/kits/autre', 'tests/visual/carnet'] as const
    it.each([...folders, ...exampleKits])('%s', async folder => {
      const dir = await mkdtemp(join(tmpdir(), 'kit-verapdf-'))
      const kind = exampleKits.find(kind => kind === folder)
      const fiches = kind ? join(dir, 'fiches') : folder
      const out = join(dir, 'dist')
      try {
        if (kind) await writeExampleKit(kind, 'fiches', fiches)
        const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--only', 'pdf'])
        expect(code, stderr).toBe(0)
        const manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
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
