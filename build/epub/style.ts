import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kit } from '../../src/kit/index.ts'
import type { Nuance } from '../../src/text/index.ts'
import { blockStyles } from '../ground/index.ts'

const nuances: readonly Nuance[] = ['solid', 'deep', 'mid', 'light', 'tint']
const styles = fileURLToPath(new URL('../../styles/epub/', import.meta.url))

/** The book's style sheet, in plain CSS 2.1 colours: many readers know no custom property. */
export async function epubCss(kit: Kit): Promise<string> {
  const read = (name: string) => readFile(join(styles, name), 'utf8')
  const sources = await Promise.all(['base.css', 'titres.css', 'sommaire.css', 'annexes.css'].map(read))
  const rules = [...sources, blockStyles('epub'), await read('table.css')].join('\n')
  // The one sheet with a condition; it names no colour.
  const wide = bare(await read('page-large.css'))
  return `${resolveColours(rules, kit)}${wide}`
}

/** Writes literal colours for `var(--…)`. @throws on a name that no token has, and on an at-rule with a block: the sheet needs none */
export function resolveColours(css: string, kit: Kit): string {
  const rules = bare(css)
  if (/@[^{};]+\{/.test(rules)) throw new Error('the style sheet of the e-book takes no at-rule with a block')
  const neutral = neutralColours(kit)
  return rules
    .replace(/\s*([^{};]+?)\s*\{([^{}]*)\}/g, (_, selector: string, body: string) => {
      const declarations = body
        .split(';')
        .map(text => text.trim())
        .filter(Boolean)
      const isShaded = (text: string) => /var\(--(?:solid|deep|mid|light|tint|epub)\)/.test(text)
      const names = declarations.filter(isShaded).map(text => text.split(':')[0] ?? '')
      // With what refines them: `border: 1px solid var(--solid); border-left-width: 3px`.
      const shaded = declarations.filter(
        text => isShaded(text) || names.some(name => text.startsWith(`${name}-`)),
      )
      const rules = [rule(selector, declarations, neutral)]
      if (shaded.length > 0) {
        for (const { id, couleur } of kit.familles) {
          const shades = kit.tokens.familles[couleur]
          if (!shades) throw new Error(`the family ${id} has no colours: ${couleur}`)
          const colours = new Map([
            ...neutral,
            ...nuances.map(name => [name, shades[name].hex] as const),
            ['epub', shades.epub],
          ])
          rules.push(rule(under(`.famille-${id}`, selector), shaded, colours))
        }
      }
      return `${rules.join('\n')}\n`
    })
    .trimStart()
}

const bare = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').trimStart()

/** `a, b` → `.famille-<id> a, .famille-<id> b`. */
const under = (scope: string, selector: string) =>
  selector
    .split(',')
    .map(part => `${scope} ${part.trim()}`)
    .join(', ')

const rule = (selector: string, declarations: readonly string[], colours: ReadonlyMap<string, string>) =>
  `${selector.replace(/\s+/g, ' ')} { ${declarations
    .map(text =>
      text.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
        const colour = colours.get(name)
        if (!colour) throw new Error(`the style sheet of the e-book names --${name}, which is no token`)
        return colour
      }),
    )
    .join('; ')}; }`

/** Colours of a chapter of no family. */
function neutralColours({ tokens: { neutre } }: Kit): Map<string, string> {
  const text = neutre.texte.hex
  return new Map([
    ['texte', text],
    ['gris', neutre.gris.hex],
    ['gris-nuit', EQUAL_GREY],
    ['filet', neutre.filet.hex],
    ['papier', neutre.papier.hex],
    ['solid', text],
    ['deep', text],
    ['mid', neutre.gris.hex],
    ['light', neutre.filet.hex],
    ['tint', neutre.papier.hex],
    ['epub', EQUAL_GREY],
  ])
}

/** The grey that stands out from white as much as from black, 4.6:1: the reader chooses which of them is the page. */
const EQUAL_GREY = greyOfLuminance(Math.sqrt(1.05 * 0.05) - 0.05)

/** WCAG 2.2, relative luminance, read backwards. */
function greyOfLuminance(luminance: number): string {
  const level = Math.round((1.055 * luminance ** (1 / 2.4) - 0.055) * 255)
  return `#${level.toString(16).padStart(2, '0').repeat(3)}`
}
