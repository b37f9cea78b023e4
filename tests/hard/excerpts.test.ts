import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Artefact } from '../../build/disk/manifest.ts'
import { verapdf, verapdfIn } from '../../build/gate/checks/verapdf.ts'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import type { Choice } from '../../src/excerpt/list.ts'
import { gathered } from '../../src/problems/finding.ts'
import { choicesOf } from '../e2e/choices.ts'
import { type ExcerptFiles, readExcerptFiles } from '../e2e/excerpt-files.ts'
import { judgePdfExcerpt } from '../e2e/judge-pdf-excerpt.ts'
import { runKit } from '../e2e/run-kit.ts'
import { excerptFaults } from '../parts/epub/excerpt-faults.ts'

/** The program, as the release is told of it. */
const command = verapdfIn(process.env)

describe('each fiche, each family, all, and fifty choices at random of the kit', () => {
  let dir: string
  let out: string
  let output: string
  let files: ExcerptFiles
  let choices: Choice[]
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kit-choix-'))
    out = join(dir, 'dist')
    const { code, stderr, stdout } = await runKit(['build', '--out', out, '--choix', '12,8'])
    if (code !== 0) throw new Error(stderr)
    output = stdout
    files = await readExcerptFiles(out)
    choices = choicesOf(files.list, 50)
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  it('are what the command writes beside its output', async () => {
    const written = (ending: string) =>
      readFile(output.split('\n').find(line => line.endsWith(`-fiches-8-12.${ending}`)) ?? '')
    expect(Buffer.compare(await written('pdf'), await files.cutPdf([8, 12]))).toBe(0)
    expect(Buffer.compare(await written('epub'), await files.cutEpub([8, 12]))).toBe(0)
  })

  it('are good PDFs, of the words, page numbers and links of their fiches', async () => {
    const kit: PdfText = await readPdf(files.whole, new AbortController().signal)
    for (const choice of choices)
      await judgePdfExcerpt(await files.cutPdf(choice.numbers, choice.duplex), {
        kit,
        list: files.list,
        choice,
      })
  })

  it('are good e-books, of the words, page marks and links of their fiches', async () => {
    for (const choice of choices)
      expect(
        await excerptFaults(await files.cutEpub(choice.numbers), files.epub, files.list, choice),
        choice.numbers.join(),
      ).toEqual([])
  })

  it.skipIf(command === null)(
    `${verapdf === null ? 'SKIPPED, VERAPDF names no program: ' : ''}are PDF/UA-1 and PDF/A-2a to veraPDF`,
    async () => {
      const artefacts: Artefact[] = []
      for (const [index, { numbers, duplex }] of choices.entries()) {
        const [path, bytes] = [`choix-${index}.pdf`, await files.cutPdf(numbers, duplex)]
        await writeFile(join(dir, path), bytes)
        artefacts.push({ role: 'pdf-ecran' as const, path, bytes: bytes.length, sha256: '' })
      }
      const { signal } = new AbortController()
      expect(
        await gathered(
          verapdf.run({ dir: dir, manifest: async () => ({ artefacts }), verapdf: command, signal }),
        ),
      ).toMatchObject({
        state: 'verifie',
        evidence: expect.stringMatching(new RegExp(`^${choices.length}\\s`)),
        findings: [],
      })
    },
  )
})
