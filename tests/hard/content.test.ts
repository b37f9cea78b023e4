import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsOf, openBench, WORDS } from './workbench.ts'

const bench = openBench('contenu')
const { fiches, out, build, edit } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

const MARKET = 'pratiques/02-tenir-un-marche.md'

describe('very much', () => {
  it('a fiche of 50,000 words is made whole, and told to be long', async () => {
    const words = 'la commune tient un marché du samedi avec celles et ceux qui cultivent près d’ici'.split(
      ' ',
    )
    const paragraph = (seed: number, length: number) =>
      Array.from({ length }, (_, index) => words[(seed * 7 + index * 3) % words.length]).join(' ')
    const parts = Array.from(
      { length: 200 },
      (_, index) =>
        `### Geste ${index}\n\n${paragraph(index, 150)}.\n\n- ${paragraph(index, 40)}\n- ${paragraph(index + 1, 60)}\n`,
    )
    const text = parts.join('\n')
    expect(text.split(/\s+/).length).toBeGreaterThan(50_000)
    await edit(MARKET, before => `${before}\n## Longtemps\n\n${text}`)
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/La fiche fait \d+ pages imprimées/)
    expect(await findingsOf(fiches, out, WORDS)).toEqual([])
  })

  it('500 fiches are made, with all their words and their numbers of pages', async () => {
    await Promise.all(
      Array.from({ length: 498 }, (_, index) => index + 3).map(numero =>
        writeFile(
          join(fiches, `pratiques/${String(numero).padStart(3, '0')}-geste.md`),
          `---\nnumero: ${numero}\nslug: geste-${numero}\ntitre: Geste ${numero} pour la commune\ntitre_court: Geste ${numero}\nfamille: pratique\nstatut: publiee\nresume: Un geste.\nmaj: 2030-05\n---\n\nUn geste simple, le ${numero}e. Voir [[tenir-un-marche]].\n\n## Agir\n\nÉcouter, décider, essayer, puis recommencer.\n`,
        ),
      ),
    )
    // Without an address the site has no picture of each link, which would take most of the time.
    await edit('kit.yaml', text => text.replace(/site: \{ url: [^,]+/, 'site: { url: null'))
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    // A fiche that changed its address has a page at the former one too.
    const pages = (await readdir(join(out, 'site/fiches'))).filter(slug => slug.startsWith('geste-'))
    expect(pages.length).toBe(498)
    expect(await findingsOf(fiches, out, [...WORDS, 'numeros', 'liens-site'])).toEqual([])
  })
})
