import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { verapdf, verapdfIn } from '../../../build/gate/checks/verapdf.ts'
import type { Manifest } from '../../../build/ground/disk/manifest.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { folderOfTest } from '../../temporary.ts'

const command = fileURLToPath(new URL('../../fixtures/verapdf/fake.mjs', import.meta.url))
/** What is told of these files for the screen, beside one for the printer, in a folder. */
const ask = (paths: string[], program: string | null = command, dir = '/livraison') =>
  gathered(
    verapdf.run({
      dir,
      manifest: async () =>
        ({
          artefacts: [
            { role: 'pdf-impression', path: 'pdf/refuse-impression.pdf' },
            ...paths.map(path => ({ role: 'pdf-fiche', path })),
          ],
        }) as Manifest,
      verapdf: program,
      signal: new AbortController().signal,
    }),
  )

test('files that it accepts have no finding; the printer’s file is not asked', async () => {
  expect(await ask(['pdf/a.pdf', 'pdf/b.pdf'])).toEqual({
    state: 'verifie',
    evidence: '2\u00a0fichiers, PDF/UA-1 et PDF/A-2a, par veraPDF',
    findings: [],
  })
})

test('a file that it refuses is named with the rules that it breaks, for each norm', async () => {
  expect((await ask(['pdf/refuse.pdf', 'pdf/b.pdf'])).findings).toEqual(
    ['PDF/UA-1', 'PDF/A-2a'].map(norm => ({
      severity: 'erreur',
      place: 'pdf/refuse.pdf',
      message: `${norm} : FAIL 7.1-10 ; FAIL 6.2.4.3-2`,
    })),
  )
})

test('a .bat, as Windows has it, is started in a folder with a space', async () => {
  const folder = folderOfTest('Vera PDF')
  const batch = join(folder, 'verapdf.bat')
  await copyFile(command, batch)
  expect((await ask(['pdf/refuse.pdf'], batch, join(folder, 'à livrer'))).findings).toHaveLength(2)
})

test('a file of which it says nothing is a fault, not a pass; so is a program that is not there', async () => {
  await expect(ask(['pdf/muet.pdf'])).rejects.toThrow('says nothing of pdf/muet.pdf')
  await expect(ask(['pdf/a.pdf'], '/nulle/part')).rejects.toThrow('VERAPDF : « /nulle/part » ne démarre pas.')
})

test('where no program is named, the report says that it was not asked', async () => {
  expect(await ask(['pdf/a.pdf'], null)).toMatchObject({
    state: 'non-verifie',
    reason: expect.stringContaining('VERAPDF'),
  })
})

test('an empty name is none: a forge gives it where nothing is set', () => {
  expect(verapdfIn({ VERAPDF: '' })).toBeNull()
  expect(verapdfIn({})).toBeNull()
  expect(verapdfIn({ VERAPDF: 'verapdf' })).toBe('verapdf')
})
