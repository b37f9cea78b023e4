import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsOf, openBench, WORDS } from './workbench.ts'

const bench = openBench('contenu')
const { fiches, out, build, edit } = bench
beforeEach(bench.reset)
afterAll(bench.remove)

const MARKET = 'pratiques/02-tenir-un-marche.md'
const PICTURE = 'images/place.png'

describe('a picture', () => {
  it('of 10 MB is taken, reduced in the PDF to read, and told of', async () => {
    const [width, height] = [2000, 1750]
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251))
    const data = Buffer.alloc(width * height * 3)
    for (let at = 0; at < data.length; at += noise.length) noise.copy(data, at)
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toFile(join(fiches, PICTURE))
    expect((await stat(join(fiches, PICTURE))).size).toBeGreaterThan(10_000_000)
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    expect((await stat(join(out, 'pdf/petit-carnet-ecran.pdf'))).size).toBeLessThan(2_000_000)
    expect(stderr).toMatch(/images\/.* pèse 10,5.Mo : le site et le livre numérique la donnent telle quelle/)
  })
})

describe('a title', () => {
  it('of 300 characters is set; one word of 300 is refused with its place', async () => {
    const long = `${'Tenir un marché du samedi avec les habitants et les producteurs '.repeat(5)}ici`
      .slice(0, 300)
      .trim()
    await edit(MARKET, text => text.replace('titre: Tenir un marché du samedi', `titre: ${long}`))
    const set = await build()
    expect(set.code, set.stderr).toBe(0)
    expect(await findingsOf(fiches, out, WORDS)).toEqual([])
    await edit(MARKET, text => text.replace(long, 'anticonstitutionnel'.repeat(16).slice(0, 300)))
    const refused = await build()
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(
      /02-tenir-un-marche\.md:4:8 {2}erreur .*« anticonstitutionnel\w* » est trop long/,
    )
  })
})

describe('writing that the fonts do not draw', () => {
  it('right to left and emoji are told to the author; every edition says all the words', async () => {
    await edit(MARKET, text =>
      text
        .replace('resume: Une place,', 'resume: Une place 😀,')
        .replace(
          'Il faut une place',
          'Un mot arabe : مرحبا, un mot hébreu : שלום, un drapeau 🇫🇷 et 😀. Il faut une place',
        ),
    )
    const { code, stderr } = await build()
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/02-tenir-un-marche\.md:13:\d+ {2}avertissement .*U\+/)
    // Print says « [U+1F600] » where no font draws.
    expect(await findingsOf(fiches, out, WORDS)).toEqual([])
  })
})

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
