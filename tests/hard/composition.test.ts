import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../build/disk/manifest.ts'
import { readKit } from '../../build/disk/read-kit.ts'
import { readPdf } from '../../build/gate/read/pdf.ts'
import { pdfDocuments } from '../../build/gate/read/pdf-documents.ts'
import { measureComposition } from '../composition.ts'
import { runKit } from '../e2e/run-kit.ts'
import { exampleKits, writeExampleKit } from './example-kits.ts'

/** What a kit must reach: the part of its area that the middle page fills, pages at most, and pages with a hole of more than 27 mm at
 *  most, where there were 22 before texts and boxes were two flows. */
const aims = {
  'le kit': { median: 0.85, most: 62, holes: 11, overleaf: 0 },
  'sans-exemple': { median: 0.78, most: 54, holes: null, overleaf: 0 },
  'exemple-partout': { median: 0.85, most: null, holes: null, overleaf: 0 },
} as const

const { signal } = new AbortController()

describe.each(['le kit', ...exampleKits] as const)('the fiches, %s', kind => {
  it('fill their pages', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kit-exemples-'))
    try {
      const fiches = kind === 'le kit' ? 'fiches' : join(dir, 'fiches')
      const out = join(dir, 'dist')
      if (kind !== 'le kit') await writeExampleKit(kind, 'fiches', fiches)
      const { code, stderr } = await runKit(['build', '--fiches', fiches, '--out', out, '--only', 'pdf'])
      expect(code, stderr).toBe(0)
      const { kit } = await readKit(fiches)
      if (!kit) throw new Error(stderr)
      const manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8')) as Manifest
      const path = manifest.artefacts.find(({ role }) => role === 'pdf-ecran')?.path ?? ''
      const bytes = await readFile(join(out, path))
      const documents = pdfDocuments(await readPdf(bytes, signal), kit)
        .filter(({ item }) => item.kind === 'fiche')
        .map(({ item, pages }) => ({ id: item.id, pages }))
      const { pages, median, poor, holes, overleaf, columns, boxes } = await measureComposition(
        bytes,
        documents,
        signal,
      )
      const aim = aims[kind]
      expect(median).toBeGreaterThanOrEqual(aim.median)
      expect(pages.length).toBeLessThanOrEqual(aim.most ?? pages.length)
      expect(holes).toBeLessThanOrEqual(aim.holes ?? holes)
      expect(overleaf).toBeLessThanOrEqual(aim.overleaf)
      for (const { all, level } of [columns, boxes]) expect(level / all).toBeGreaterThanOrEqual(0.98)
      expect(poor.map(({ page, fill }) => `${page}: ${fill.toFixed(2)}`)).toEqual([])
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })
})
