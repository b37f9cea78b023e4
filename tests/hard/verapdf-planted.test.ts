import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Artefact } from '../../build/disk/manifest.ts'
import { verapdf, verapdfIn } from '../../build/gate/checks/verapdf.ts'
import { checkAccessibility } from '../../build/pdf/check/accessibility/check.ts'
import { gathered } from '../../src/problems/finding.ts'
import { openWorkbench } from '../parts/pdf/workbench.ts'
import { kit, short } from '../parts/pdf-ua/edition.ts'
import { accessible } from './verapdf/accessible.ts'
import { archivable } from './verapdf/archivable.ts'
import type { Planted } from './verapdf/planted.ts'

/** The program, as the release is told of it. */
const command = verapdfIn(process.env)
const title = 'our own check and veraPDF find the same planted faults, one for each rule'
const planted: readonly Planted[] = [...accessible, ...archivable]
const NOTHING: Planted = { rule: 'none', checkpoint: '', plant() {} }

describe.skipIf(command === null)(
  command === null ? `SKIPPED, VERAPDF names no program: ${title}` : title,
  () => {
    let dir: string
    /** What veraPDF says of each file in its turn, the good one first, and our checkpoints. */
    let said: { vera: string; ours: string[] }[]
    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'kit-plante-'))
      await using workbench = await openWorkbench()
      const { screen } = await workbench.build(short, { kit })
      const artefacts: Artefact[] = []
      const ours = []
      for (const [index, { plant }] of [NOTHING, ...planted].entries()) {
        const pdf = await PDFDocument.load(screen, { updateMetadata: false })
        plant(pdf)
        const bytes = await pdf.save({
          useObjectStreams: false,
          addDefaultPage: false,
          updateFieldAppearances: false,
        })
        const path = `plante-${index}.pdf`
        await writeFile(join(dir, path), bytes)
        artefacts.push({ role: 'pdf-ecran' as const, path, bytes: bytes.length, sha256: '' })
        ours.push({ path, found: (await checkAccessibility(bytes)).map(({ checkpoint }) => checkpoint) })
      }
      const { signal } = new AbortController()
      const outcome = await gathered(
        verapdf.run({ dir: dir, manifest: async () => ({ artefacts }), verapdf: command, signal }),
      )
      said = ours.map(({ path, found }) => {
        const about = (outcome.findings ?? []).filter(({ place }) => place === path)
        return { vera: about.map(({ message }) => message).join(' ; '), ours: found }
      })
    })
    afterAll(() => rm(dir, { recursive: true, force: true }))

    it('in a file that both accept before', () => {
      expect(said[0]).toEqual({ vera: '', ours: [] })
    })

    it.each(planted.map(({ rule, checkpoint }, index) => [rule, checkpoint, index] as const))(
      '%s (%s)',
      (rule, checkpoint, index) => {
        const { vera = '', ours = [] } = said[index + 1] ?? {}
        expect(vera.split(/[ :;]+/), vera).toContain(rule)
        expect(ours).toContain(checkpoint)
      },
    )
  },
)
