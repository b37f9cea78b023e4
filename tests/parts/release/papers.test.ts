import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { licencesMarkdown } from '../../../build/edition/papers/papers.ts'
import { readShipped, type Shipped } from '../../../build/edition/papers/shipped.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { listShipped } from '../../../scripts/list-shipped.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { home } from '../../e2e/run-kit.ts'

let kit: Kit
let shipped: Shipped[]
let withoutAtelier: Shipped[]
beforeAll(async () => {
  const carnet = (await readKit('tests/visual/carnet')).kit
  if (!carnet) throw new Error('the kit has errors')
  kit = { ...carnet, site: { ...carnet.site, atelier: true } }
  shipped = await readShipped(kit)
  withoutAtelier = await readShipped({ ...kit, site: { ...kit.site, atelier: false } })
})

const editionsOf = (parts: readonly Shipped[], name: string) =>
  parts.find(part => part.package === name)?.editions

it('names fonts, drawings, programs and pictures with their licences, and the texts of these', () => {
  const text = licencesMarkdown(kit, shipped)
  for (const row of [
    '@fontsource/source-sans-3 \\| [\\d.]+ \\| OFL-1.1 \\| pdf, epub, atelier',
    'lucide-static \\| [\\d.]+ \\| ISC',
    'workbox-core \\| [\\d.]+ \\| MIT \\| site, atelier',
    'FOGRA39L_coated.icc \\| [\\d.]+ \\| CC0-1.0 \\| pdf',
    'images/place.png \\| Atelier des essais \\| CC0',
  ])
    expect(text).toMatch(new RegExp(`\\| ${row} \\|`))
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
})

it('finds what is bundled in the site and in the atelier, and nothing of an atelier that a kit has not', () => {
  expect(editionsOf(shipped, 'fflate')).toEqual(['site', 'atelier'])
  for (const name of ['@codemirror/view', 'nunjucks', 'pagedjs', 'css-tree', 'markdown-it'])
    expect(editionsOf(shipped, name)).toEqual(['atelier'])
  expect(editionsOf(withoutAtelier, 'nunjucks')).toBeUndefined()
  expect(withoutAtelier.flatMap(({ editions }) => editions)).not.toContain('atelier')
})

it('lists what the bundlers put into the files (npm run generate)', async () => {
  expect(await listShipped()).toBe(await readFile(join(home, 'build/edition/papers/shipped.json'), 'utf8'))
})

it('the style sheets bring nothing that is not named', async () => {
  const names = new Set(shipped.map(part => part.package))
  const files = (await readdir(join(home, 'styles'), { recursive: true })).filter(path =>
    path.endsWith('.css'),
  )
  const brought = new Set<string>()
  for (const path of files)
    for (const [, one, other] of (await readFile(join(home, 'styles', path), 'utf8')).matchAll(
      /url\(["']?([@a-z][^"')]*)|@import ["']([@a-z][^"']*)/g,
    )) {
      const address = one ?? other ?? ''
      if (!/^(data:|https?:)/.test(address)) brought.add(/^(@[^/]+\/[^/]+|[^@/]+)/.exec(address)?.[1] ?? '')
    }
  expect([...brought].filter(name => !names.has(name))).toEqual([])
})
