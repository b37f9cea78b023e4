import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Workshops } from '../../../build/paper/page/workshop.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { ownWorkshops, page } from './workbench.ts'

let workshops: Workshops
beforeEach(async () => {
  workshops = await ownWorkshops()
})
afterEach(() => workshops[Symbol.asyncDispose]())

/** A tab that goes back at once. */
async function useOne() {
  await using workshop = await workshops.take()
  return workshop.tab
}

it('a tab that goes back is the next one’s, and closes at the end', async () => {
  const tab = await useOne()
  expect(await useOne()).toBe(tab)
  await workshops[Symbol.asyncDispose]()
  expect(tab.isClosed()).toBe(true)
})

it('the tab of a document that took too long, which it still pages, is no other’s', async () => {
  const tab = await useOne()
  const long = documentOf(fiche(8, 'achats'), levier('a', { texte: paragraphs(60, 200) }))
  const late = page([long], { workshops, deadlineMs: 20 })
  await expect(late).rejects.toThrow('pas de réponse')
  expect(await useOne()).not.toBe(tab)
  await expect.poll(() => tab.isClosed()).toBe(true)
})

it('a picture that is added later is shown in a tab that is open already', async () => {
  const tab = await useOne()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="90"></svg>'
  workshops.add(new Map([['images/plan.svg', svg]]))
  const height = await tab.evaluate(async () => {
    const image = new Image()
    image.src = '/images/plan.svg'
    await image.decode()
    return image.naturalHeight
  })
  expect(height).toBe(90)
})
