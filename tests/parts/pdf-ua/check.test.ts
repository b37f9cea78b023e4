import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkAccessibility, checkpoints, unchecked } from '../../../build/pdf/check/accessibility/check.ts'
import { sampleOf } from '../../thorough.ts'
import { openWorkbench } from '../pdf/workbench.ts'
import { documents, kit } from './edition.ts'
import { faults } from './faults.ts'

let good: Uint8Array

beforeAll(async () => {
  await using workbench = await openWorkbench()
  good = (await workbench.build(documents, { kit })).screen
})

const broken = async (fault: (pdf: PDFDocument) => unknown) => {
  const pdf = await PDFDocument.load(good, { updateMetadata: false })
  fault(pdf)
  const bytes = await pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return checkAccessibility(bytes)
}

describe('the checker', () => {
  it('passes a good file, also when it is only written anew', async () => {
    expect(await checkAccessibility(good)).toEqual([])
    expect(await broken(() => {})).toEqual([])
  })

  it.each(sampleOf(checkpoints, 3).map(({ id, title }) => [id, title]))(
    'sees what breaks %s (%s)',
    async id => {
      const fault = faults[id]
      if (!fault) throw new Error(`nothing breaks ${id}`)
      const findings = await broken(fault)
      expect(findings.map(({ checkpoint }) => checkpoint)).toContain(id)
      for (const { message } of findings) expect(message).toMatch(/\S.*\.$/)
    },
  )

  it('names the page', async () => {
    const findings = await broken(faults['13-004'] ?? (() => {}))
    expect(findings).toMatchObject([
      { checkpoint: '13-004', page: 1, message: 'Une figure n’a pas de texte de remplacement.' },
    ])
  })

  it('says what it does not look for, each condition once', () => {
    const ids = [...checkpoints, ...unchecked].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(faults).toSorted()).toEqual(checkpoints.map(({ id }) => id))
  })

  it('refuses what it cannot read', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    const findings = await checkAccessibility(await pdf.save())
    expect(findings.map(({ checkpoint }) => checkpoint)).toContain('K-05')
  })
})
