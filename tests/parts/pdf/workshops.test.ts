import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openCache } from '../../../build/ground/store/cache.ts'
import { paginate } from '../../../build/paper/page/paginate.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { openWorkshops, readPagedJs, type Workshops } from '../../../build/paper/page/workshop.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

let workbench: Workbench
let workshops: Workshops
beforeAll(async () => {
  workbench = await openWorkbench()
})
afterAll(() => workbench[Symbol.asyncDispose]())
beforeEach(async () => {
  const { browser, styles } = workbench
  workshops = openWorkshops(browser, { styles, pagedJs: await readPagedJs() })
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
  const one = reserve(documentOf(fiche(8, 'achats'), levier('a', { texte: paragraphs(60, 200) })))
  const late = paginate([one], {
    workshops,
    styles: workbench.styles,
    browserVersion: 'essai',
    pictures: { files: new Map<string, Uint8Array>(), digests: new Map<string, string>() },
    cache: openCache(null, 'presse'),
    deadlineMs: 20,
  })
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
