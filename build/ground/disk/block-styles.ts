import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AtRule, type Plugin, parse } from 'postcss'
import { blocks } from '../../../src/blocks/index.ts'
import type { BlockSheet, Medium } from '../../../src/text/index.ts'

const folder = fileURLToPath(new URL('../../../styles/blocks/', import.meta.url))

/** Rules of all blocks in an edition: file by file, in the order of their names. */
export const blockStyles = (edition: Medium): string =>
  joined(
    readdirSync(folder)
      .filter(name => name.endsWith('.css'))
      .sort()
      .map(name => stylesOf(name, edition)),
  )

/** Gives the rules of one of the site's block sheets: common rules first, then the blocks in their order. */
export function siteBlockStyles(sheet: BlockSheet): string {
  const names = blocks.flatMap(block => ((block.sheet ?? 'fiche') === sheet ? [`${block.name}.css`] : []))
  return joined([...(sheet === 'fiche' ? ['bloc.css'] : []), ...names].map(name => stylesOf(name, 'web')))
}

/** Puts the rules of blocks in place of `@blocks figures;`. */
export const blocksPlugin: Plugin = {
  postcssPlugin: 'kit-blocks',
  AtRule: {
    blocks: (rule: AtRule) => {
      rule.replaceWith(parse(siteBlockStyles(rule.params as BlockSheet), { from: folder }).nodes)
    },
  },
}

const joined = (sheets: readonly string[]) => sheets.filter(css => css.trim() !== '').join('\n')

const stylesOf = (name: string, edition: Medium) =>
  editionOf(readFileSync(join(folder, name), 'utf8'), edition)

/** Leaves of `@edition web { … } @edition print { … }` the rules of one edition. */
export function editionOf(css: string, edition: Medium): string {
  const root = parse(css)
  root.walkAtRules('edition', rule => {
    if (rule.params === edition) rule.replaceWith(rule.nodes ?? [])
    else rule.remove()
  })
  return root.toString()
}
