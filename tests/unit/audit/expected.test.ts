import { expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { expectedOf } from '../../../build/judge/audit/source/expected.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { editKit } from '../content/edit-kit.ts'

it('wants of the printed colophon what kit.yaml says of the edition, and of other editions its text alone', async () => {
  await using dir = await editKit(null)
  const { kit } = await readKit(dir.dir)
  if (!kit) throw new Error('the kit has errors')
  const colophonIn = (medium: 'print' | 'web') =>
    expectedOf(kit, sequence(kit), medium)
      .find(({ item }) => item.id === 'colophon')
      ?.units.map(({ text }) => text)
  const told = [`Éditeur ${kit.editeur.nom} ${kit.editeur.sigle}`, `ISBN (imprimé) ${kit.isbn.imprime}`]
  expect(colophonIn('print')).toEqual(expect.arrayContaining(told))
  expect(colophonIn('web')).not.toEqual(expect.arrayContaining(told.slice(0, 1)))
})
