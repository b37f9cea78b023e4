import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCache } from '../../../build/ground/store/cache.ts'
import { paginate } from '../../../build/paper/page/paginate.ts'
import { reserve } from '../../../build/paper/page/reserve.ts'
import {
  readPagedJs,
  type StandingWorkshops,
  standWorkshops,
  type Workshops,
  type WorkshopTools,
} from '../../../build/paper/page/workshop.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

let workbench: Workbench
let tools: WorkshopTools
let standing: StandingWorkshops
beforeAll(async () => {
  workbench = await openWorkbench()
  tools = { styles: workbench.styles, pagedJs: await readPagedJs() }
})
afterAll(() => workbench[Symbol.asyncDispose]())
beforeEach(() => {
  standing = standWorkshops()
})
afterEach(() => standing[Symbol.asyncDispose]())

/** A tab that goes back at once. */
async function useOne(workshops: Workshops) {
  await using workshop = await workshops.take()
  return workshop.tab
}

/** A drawing of this height, in px. */
const drawing = (height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="${height}"><rect width="100" height="${height}"/></svg>`,
  )
const picture = (height: number) => new Map([['images/plan.svg', drawing(height)]])

/** What paging needs beside workshops. */
const noPictures = () => ({
  tools: { ...tools, styles: workbench.styles, browserVersion: 'essai' },
  pictures: { files: new Map<string, Uint8Array>(), digests: new Map<string, string>() },
  cache: openCache(null, 'presse'),
})

describe('workshops that stand', () => {
  it('are the same, with the same tabs, for the same browser and the same look', async () => {
    const first = standing.for(workbench.browser, tools)
    const tab = await useOne(first)
    const again = standing.for(workbench.browser, { ...tools, styles: { ...tools.styles } })
    expect(again).toBe(first)
    expect(await useOne(again)).toBe(tab)
  })

  const other = (change: Partial<WorkshopTools['styles']>): Partial<WorkshopTools> => ({
    styles: { ...workbench.styles, ...change },
  })
  it.each<[string, () => Partial<WorkshopTools>]>([
    ['content', () => other({ content: `${workbench.styles.content}\n:root { --essai: 1 }` })],
    ['assembly', () => other({ assembly: `${workbench.styles.assembly}\n:root { --essai: 1 }` })],
    ['rules of the fonts', () => other({ fonts: `${workbench.styles.fonts}\n:root { --essai: 1 }` })],
    ['font files', () => other({ fingerprint: 'autres polices' })],
    ['Paged.js', () => ({ pagedJs: `${tools.pagedJs}\n;` })],
  ])('are others when the look has changed, and the tabs of the former close: %s', async (_, change) => {
    const former = standing.for(workbench.browser, tools)
    const tab = await useOne(former)
    const workshops = standing.for(workbench.browser, { ...tools, ...change() })
    expect(workshops).not.toBe(former)
    expect(await useOne(workshops)).not.toBe(tab)
    await expect.poll(() => tab.isClosed()).toBe(true)
  })

  it('give no other document the tab of one that took too long, which it still pages', async () => {
    const workshops = standing.for(workbench.browser, tools)
    const tab = await useOne(workshops)
    const one = reserve(documentOf(fiche(8, 'achats'), levier('a', { texte: paragraphs(60, 200) })))
    const late = paginate([one], { ...noPictures(), workshops, deadlineMs: 20 })
    await expect(late).rejects.toThrow('pas de réponse')
    expect(await useOne(workshops)).not.toBe(tab)
    await expect.poll(() => tab.isClosed()).toBe(true)
  })

  it('forget a tab that has closed', async () => {
    const workshops = standing.for(workbench.browser, tools)
    workshops.add(picture(10))
    const tab = await useOne(workshops)
    workshops.add(picture(20))
    await expect.poll(() => tab.isClosed()).toBe(true)
    await useOne(workshops)
    const asked = vi.spyOn(tab, 'isClosed')
    await standing[Symbol.asyncDispose]()
    expect(asked).not.toHaveBeenCalled()
  })

  it('show the look that they are asked for', async () => {
    const colour = async (rule: string) => {
      const styles = { ...tools.styles, content: `${tools.styles.content}\n:root { --essai: ${rule} }` }
      await using workshop = await standing.for(workbench.browser, { ...tools, styles }).take()
      return await workshop.tab.evaluate(
        `getComputedStyle(document.documentElement).getPropertyValue('--essai')`,
      )
    }
    expect(await colour('vert')).toBe('vert')
    expect(await colour('rouge')).toBe('rouge')
    expect(await colour('vert')).toBe('vert')
  })

  it('close their tabs at the end', async () => {
    const tab = await useOne(standing.for(workbench.browser, tools))
    await standing[Symbol.asyncDispose]()
    expect(tab.isClosed()).toBe(true)
  })
})

describe('a picture', () => {
  const document = documentOf(
    fiche(8, 'achats'),
    '<div class="rang plein"><p>Le plan :</p><img src="/images/plan.svg" alt=""><p>Voilà.</p></div>',
  )
  /** Where the first page ends, as an edition pages it. */
  async function bottomWith(height: number): Promise<number> {
    const workshops = standing.for(workbench.browser, tools)
    workshops.add(picture(height))
    const [part] = await paginate([reserve(document)], {
      workshops,
      ...noPictures(),
      pictures: { files: picture(height), digests: new Map() },
    })
    return part?.pages[0]?.bottom ?? 0
  }

  it('that has changed under the same path is paged as it is, and as it was when it comes back', async () => {
    const low = await bottomWith(100)
    expect((await bottomWith(300)) - low).toBeCloseTo(200, 0)
    expect(await bottomWith(100)).toBe(low)
  })

  /** The height of the picture in a tab. */
  const heightIn = ({ tab }: Awaited<ReturnType<Workshops['take']>>) =>
    tab.evaluate(async () => {
      const image = new Image()
      image.src = '/images/plan.svg'
      await image.decode()
      return image.naturalHeight
    })

  it('that has changed while a tab was taken is shown anew by whoever takes one next', async () => {
    const workshops = standing.for(workbench.browser, tools)
    workshops.add(picture(100))
    {
      await using workshop = await workshops.take()
      expect(await heightIn(workshop)).toBe(100)
      workshops.add(picture(300))
    }
    await using next = await workshops.take()
    expect(await heightIn(next)).toBe(300)
  })

  it('that is new, or the same in other bytes of memory, leaves the tabs open', async () => {
    const workshops = standing.for(workbench.browser, tools)
    const tab = await useOne(workshops)
    workshops.add(picture(100))
    workshops.add(picture(100))
    await using workshop = await workshops.take()
    expect(workshop.tab).toBe(tab)
    expect(await heightIn(workshop)).toBe(100)
  })
})
