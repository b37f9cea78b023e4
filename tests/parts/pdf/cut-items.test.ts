import { expect, it } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { readStyles } from '../../../build/paper/page/assets.ts'
import { standingBrowser } from '../../chromium.ts'

it.each(['texte', 'bloc definition'])(
  'an item cut by a column or a page has one bullet, in a %s',
  async place => {
    const { kit } = await readKit('tests/fixtures/kits/autre')
    if (!kit) throw new Error('the kit has errors')
    const { content } = await readStyles(kit)
    const tab = await (await standingBrowser()).newPage()
    const item = (cut: string) => `<li ${cut}>Un moyen.</li>`
    const list = `<ul>${['', 'data-coupe-haut', 'data-split-from="1"'].map(item).join('')}</ul>`
    await tab.setContent(
      `<style>${content}</style><div class="part"><div class="${place}" data-print="box">${list}</div></div>`,
    )
    const bullets = await tab.$$eval('li', items =>
      items.map(item => getComputedStyle(item, '::before').content),
    )
    expect(bullets).toEqual(['""', 'none', 'none'])
    await tab.close()
  },
)
