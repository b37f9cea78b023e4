import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTrueType } from '../../../build/ground/index.ts'
import { OFFLINE_BYTES } from '../../../build/site/offline.ts'
import { thorough } from '../../thorough.ts'
import { makeSite, type SiteFolder } from '../../unit/site/site-folder.ts'

describe.each(['fiches', 'tests/fixtures/kits/autre'])('what the pages of %s load', fiches => {
  let site: SiteFolder
  beforeAll(async () => {
    site = await makeSite(fiches)
  })
  afterAll(() => site[Symbol.asyncDispose]())

  const file = (path: string) => readFile(join(site.dir, path))

  test('is one script and one style sheet for all, one of its kind, one for paper, and those of figures and charts that it holds', () => {
    const shared = new Map<string, number>()
    for (const [path, html] of site.pages) {
      const tags = html.match(/<link rel="stylesheet"[^>]*>|<script type="module"[^>]*>/g) ?? []
      const loads = (sheet: string) => tags.some(tag => tag.includes(`/${sheet}-`))
      const figures = /class="bloc (?:citation|domaines|frise|idees-recues)/.test(html)
      const charts = /class="(?:graphe |bloc (?:graphique|schema))/.test(html)
      expect({ figures: loads('figures'), charts: loads('graphiques') }, path).toEqual({ figures, charts })
      expect(tags, path).toHaveLength(4 + Number(figures) + Number(charts))
      for (const tag of tags) shared.set(tag, (shared.get(tag) ?? 0) + 1)
    }
    const everywhere = [...shared].filter(([, pages]) => pages === site.pages.size).map(([tag]) => tag)
    expect(everywhere.filter(tag => tag.startsWith('<script'))).toHaveLength(1)
    expect(everywhere.filter(tag => tag.includes('media="print, (forced-colors: active)"'))).toHaveLength(1)
    expect(everywhere).toHaveLength(3)
  })

  test('has fonts that draw every character of every page, but arrows and boxes to tick', async () => {
    const fonts = site.files.filter(path => path.endsWith('.woff2'))
    expect(fonts).toHaveLength(3)
    const text = String.fromCharCode(...Array.from({ length: 0xd800 }, (_, point) => point))
    const drawn = await Promise.all(
      fonts.map(async path => {
        const { glyphs } = readTrueType(await subsetFont(await file(path), text, { targetFormat: 'sfnt' }))
        return (character: string) => glyphs.has(character.codePointAt(0) ?? 0)
      }),
    )
    const strange = new Set<string>()
    for (const html of site.pages.values())
      for (const character of html.replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, '').replace(/\s/g, ''))
        if (!drawn.every(draws => draws(character))) strange.add(character)
    expect([...strange].filter(character => !'→☐'.includes(character))).toEqual([])
  })

  test('has a web application manifest whose icons are there, in their size', async () => {
    const manifest = JSON.parse(await readFile(join(site.dir, 'site.webmanifest'), 'utf8'))
    expect(manifest).toMatchObject({ name: site.kit.titre, lang: 'fr', start_url: site.kit.site.base })
    for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
      const path = src.slice(site.kit.site.base.length)
      expect(site.files).toContain(path)
      const { width, height } = await sharp(await file(path)).metadata()
      if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes)
    }
  })

  test('is kept for reading offline, every file of it there and under the bound', async () => {
    const worker = (await file('sw.js')).toString()
    expect(worker).not.toMatch(/\bimport\b|https?:\/\/(?!bit\.ly)/)
    const kept = [...worker.matchAll(/\{"url":"([^"]+)"/g)].map(([, url = '']) => url)
    expect(kept.length).toBeGreaterThan(site.pages.size)
    let total = 0
    for (const url of kept) {
      const path = url === './' ? 'index.html' : url.endsWith('/') ? `${url}index.html` : url
      expect(site.files).toContain(path)
      total += (await file(path)).byteLength
    }
    expect(total).toBeLessThan(OFFLINE_BYTES)
  })
})

// Of all editions: `tests/e2e/watch.test.ts`.
test.runIf(thorough)(
  'the same kit gives the same bytes, whether its parts are kept or made anew',
  async () => {
    await using kept = await makeSite('tests/fixtures/kits/autre')
    await using anew = await makeSite('tests/fixtures/kits/autre', () => {}, null)
    expect(anew.files).toEqual(kept.files)
    for (const path of kept.files)
      expect(await readFile(join(anew.dir, path)), path).toEqual(await readFile(join(kept.dir, path)))
  },
)
