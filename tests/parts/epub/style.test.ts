import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { epubCss, resolveColours } from '../../../build/epub/style.ts'
import { contrast } from '../../../src/text/contrast.ts'
import { kit } from './book.ts'

describe('the style sheet', () => {
  it('names literal colours only, and knows no custom property and no scheme of the system', async () => {
    expect(await epubCss(kit)).not.toMatch(
      /var\(|--|@(?!(?:media|container) \(min-width)|prefers-color-scheme|rgba?\(/,
    )
  })

  it('writes a rule a family for what is in the family’s colour, and leaves the rest neutral', () => {
    expect(
      resolveColours('h2, h3 { margin: 0; color: var(--epub); }', {
        ...kit,
        familles: kit.familles.slice(1, 2),
      }),
    ).toBe(
      'h2, h3 { margin: 0; color: #757575; }\n.famille-sommet h2, .famille-sommet h3 { color: #c35322; }\n',
    )
  })

  it('keeps the thick side of a box in the colour of its family', async () => {
    const css = await epubCss(kit)
    const [{ id = '' } = {}] = kit.familles
    expect(css).toMatch(
      new RegExp(`\\.famille-${id} \\.exemple \\{[^}]*border: 1px solid #\\w+; border-left-width: 3px;`),
    )
  })

  it('refuses a name that no token has, and an at-rule', () => {
    expect(() => resolveColours('p { color: var(--rouge); }', kit)).toThrow('--rouge, which is no token')
    expect(() => resolveColours('@media print { p { margin: 0 } }', kit)).toThrow('no at-rule')
  })

  it('sets no font, no size and no colour of the page: they are the reader’s', async () => {
    const css = await epubCss(kit)
    expect(css).not.toContain('font-family')
    expect(/^body \{[^}]*\}/m.exec(css)?.[0]).not.toMatch(/color|background|font-size/)
  })

  it('hides nothing but what is said elsewhere: the head of a table, which each cell names, and a wheel', async () => {
    const hidden: string[] = []
    postcss.parse(await epubCss(kit)).walkDecls(/^(?:display|visibility)$/, ({ value, parent }) => {
      if (/none|hidden/.test(value) && parent?.type === 'rule') hidden.push((parent as postcss.Rule).selector)
    })
    expect(hidden).toEqual(['thead', '.domaines .dessin'])
  })

  it('writes in white only on a ground that the same rule brings', async () => {
    const faint: string[] = []
    postcss.parse(await epubCss(kit)).walkRules(rule => {
      const declared = (name: string) =>
        rule.nodes.flatMap(one => (one.type === 'decl' && one.prop === name ? [one.value] : [])).at(-1)
      const [ink, ground = '#ffffff'] = [declared('color'), declared('background-color')]
      if (ink?.startsWith('#') && ground.startsWith('#') && contrast(ink, ground) < 3)
        faint.push(rule.selector)
    })
    // Stands on the head of its fiche.
    expect(faint).toEqual(['.fiche-titre'])
  })

  it('leaves words in the reader’s colour, on sepia too, in boxes too: an accent draws lines', async () => {
    const css = await epubCss(kit)
    // A link has no other sign.
    expect(css).toMatch(/^a \{[^}]*text-decoration: underline/m)
    const { papier } = kit.tokens.neutre
    for (const { couleur } of kit.familles) {
      const shades = kit.tokens.familles[couleur]
      if (!shades) throw new Error(couleur)
      // It stands out from white and from black alike, and on sepia not enough to be read.
      expect(css).toContain(`solid ${shades.epub}`)
      expect(css).not.toContain(`; color: ${shades.epub}`)
      expect(css).not.toContain(`{ color: ${shades.epub}`)
      expect(contrast(papier.hex, shades.solid.hex)).toBeGreaterThanOrEqual(4.5)
    }
    // Where a reader forces the colour of all words, only the head of a fiche, a family and a département keep their ground.
    const grounds: string[] = []
    postcss.parse(css).walkDecls('background-color', ({ parent }) => {
      if (parent?.type === 'rule')
        grounds.push((parent as postcss.Rule).selector.replace(/^\.famille-[\w-]+ /, ''))
    })
    expect([...new Set(grounds)].sort()).toEqual([
      '.dessin img',
      '.exemple .departement',
      '.famille-titre',
      '.fiche-tete',
    ])
  })
})
