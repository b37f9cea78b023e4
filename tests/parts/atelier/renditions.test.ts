import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { renderItems } from '../../../build/atelier/worker/render-item.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { render, renderSite } from '../../../build/pages/renditions.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { bundled, home } from './bundled.ts'

let items: typeof renderItems
beforeAll(async () => {
  const module = await bundled<{ renderItems: typeof renderItems }>('build/atelier/worker/render-item.ts')
  items = module.renderItems
})

describe.each(['fiches', 'tests/fixtures/kits/autre', 'tests/visual/carnet', 'tests/fixtures/erreurs/_base'])(
  'of %s',
  dir => {
    let kit: Kit
    beforeAll(async () => {
      const read = await readKit(join(home, dir))
      if (!read.kit) throw new Error(`${dir} is no kit`)
      kit = { ...read.kit, site: { url: null, accroche: null, base: '/', atelier: false } }
    })

    test('a browser renders the pages of its authors as Eleventy does', async () => {
      const pages = await renderSite(kit, null)
      const rendered = items(kit, 'web', file => !file.startsWith('kit-'))
      const fiches = kit.fiches.flatMap(fiche => (fiche.statut === 'a-paraitre' ? [] : [fiche.file]))
      expect(rendered.map(({ file }) => file)).toEqual(expect.arrayContaining(fiches))
      const texts = new Set(pages.values())
      for (const { file, html } of rendered) expect(texts.has(html), file).toBe(true)
    })

    test('and the documents of print', async () => {
      const rendered = items(kit, 'print', () => true)
      expect(rendered.map(({ item, html }) => [item.id, html])).toEqual(
        (await render(kit, 'print')).map(({ item, html }) => [item.id, html]),
      )
    })
  },
)
