import { readdirSync, readFileSync } from 'node:fs'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { epubCss } from '../../../build/epub/style.ts'
import {
  blockStyles,
  blocksPlugin,
  editionOf,
  siteBlockStyles,
} from '../../../build/ground/disk/block-styles.ts'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { siteTokensCss } from '../../../build/pages/web/tokens-css.ts'
import { readPrintSheets } from '../../../build/paper/page/assets.ts'
import { blocks } from '../../../src/blocks/index.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { pageVariables, planOf } from '../../../src/text/index.ts'

describe('styles of blocks', () => {
  it('an edition has its own rules alone, and those of no edition', () => {
    const css =
      'p { margin: 0 }\n@edition web {\n@media (width < 700px) { p { color: red } }\n}\n@edition print { p { color: blue } }'
    expect(editionOf(css, 'web').replace(/\s+/g, ' ')).toBe(
      'p { margin: 0 } @media (width < 700px) { p { color: red } }',
    )
    expect(editionOf(css, 'epub').trim()).toBe('p { margin: 0 }')
  })

  it('an edition has the blocks in the order of their names', () => {
    const css = blockStyles('epub')
    expect(css).not.toContain('@edition')
    expect(css.indexOf('.exemple {')).toBeLessThan(css.indexOf('.loi {'))
  })

  it('each block has its file, and stands in one sheet of the site', () => {
    const files = readdirSync(new URL('../../../styles/blocks/', import.meta.url))
    expect(files).toEqual(expect.arrayContaining(blocks.map(({ name }) => `${name}.css`)))
    const sheets = (['fiche', 'figures', 'graphiques'] as const).map(siteBlockStyles)
    for (const { name } of blocks)
      expect(sheets.filter(css => css.includes(`.bloc.${name} {`)).length, name).toBeLessThanOrEqual(1)
    expect(sheets[1]).toContain('.frise-dates')
    expect(sheets[0]).not.toContain('.frise-dates')
  })

  it.each(['web', 'print', 'epub'] as const)('each block has a look of its own: %s', edition => {
    const css = blockStyles(edition)
    const plain = blocks.filter(({ name }) => !new RegExp(`\\.${name}\\b`).test(css))
    expect(plain.map(({ name }) => name)).toEqual([])
  })

  it('a style sheet asks for the blocks of a sheet', async () => {
    const { css } = await postcss([blocksPlugin]).process('a { color: red }\n@blocks graphiques;', {
      from: undefined,
    })
    expect(css).toContain('.bloc.graphique')
    expect(css).not.toContain('@')
  })
})

it.each([
  [
    'print',
    async () => (await readPrintSheets()).content,
    ['.part h2', '.part h3', '.bloc-tete', '.bloc-titre'],
  ],
  ['e-book', async () => epubCss(await other()), ['h2', 'h3', '.bloc-tete', '.bloc-titre', '.fiche-tete']],
] as const)('titles stay with what follows them: %s', async (_, read, titles) => {
  const staying = new Set<string>()
  postcss.parse(await read()).walkDecls(/^(?:page-)?break-after$/, ({ value, parent }) => {
    if (value === 'avoid' && parent?.type === 'rule')
      for (const selector of (parent as postcss.Rule).selectors) staying.add(selector)
  })
  expect(titles.filter(title => !staying.has(title))).toEqual([])
})

async function other(): Promise<Kit> {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the kit has errors')
  return kit
}

it('each custom property that a style names is declared', async () => {
  const kit = await other()
  const styles = new URL('../../../styles/', import.meta.url)
  const sheets = readdirSync(styles, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.css'))
    .map(path => readFileSync(new URL(path, styles), 'utf8'))
  const css = [...sheets, siteTokensCss(kit), pageVariables(planOf(kit))].join('\n')
  const declared = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
  // Written by the e-book, which refuses what it does not know; counted by the press.
  for (const name of ['--gris-nuit', '--premier-folio', '--chiffres-folio']) declared.add(name)
  const named = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)
  expect(named.filter(name => !declared.has(name))).toEqual([])
})
