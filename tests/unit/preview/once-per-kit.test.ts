import { expect, test } from 'vitest'
import { oncePerKit } from '../../../build/preview/once-per-kit.ts'
import { kitOf } from '../pdf/kit.ts'

test('what failed is made anew when it is asked for again', async () => {
  let asked = 0
  const paper = oncePerKit(async (_, id) => {
    asked += 1
    if (asked === 1) throw new Error('l’onglet du navigateur s’est arrêté')
    return `feuilles de ${id}`
  })
  const kit = kitOf([])
  await expect(paper(kit, 'scic')).rejects.toThrow('arrêté')
  expect(await paper(kit, 'scic')).toBe('feuilles de scic')
  expect(asked).toBe(2)
})

test('what is there is made once for each name and each kit, whoever asks meanwhile', async () => {
  const madeIds: string[] = []
  const paper = oncePerKit(async (_, id) => {
    madeIds.push(id)
    return id
  })
  const kit = kitOf([])
  await Promise.all([paper(kit, 'scic'), paper(kit, 'scic'), paper(kit, 'culture')])
  await paper(kit, 'scic')
  expect(madeIds).toEqual(['scic', 'culture'])
  await paper(kitOf([]), 'scic')
  expect(madeIds).toEqual(['scic', 'culture', 'scic'])
})
