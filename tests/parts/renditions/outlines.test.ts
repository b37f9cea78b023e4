import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { render, renderSite } from '../../../build/pages/renditions.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import type { News } from '../../../src/kit/news.ts'
import { outlineOf } from './outline.ts'

const { kit: read } = await readKit('tests/fixtures/kits/autre')
if (!read) throw new Error('the kit has errors')
const kit: Kit = {
  ...read,
  isbn: { imprime: '978-2-487241-05-3', pdf: '978-2-487241-06-0', epub: '978-2-487241-07-7' },
}
const [fiche, other] = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
if (!fiche || !other) throw new Error('the kit has too few fiches')

/** A second edition that changed a fiche. */
const news: News = [
  {
    edition: 'Édition n° 2',
    premiere: false,
    groups: [
      {
        title: 'Fiches modifiées',
        texts: [{ name: fiche.titre, kind: 'fiche', slug: fiche.slug, details: ['Résumé réécrit.'] }],
      },
    ],
    note: null,
  },
  { edition: 'Édition n° 1', premiere: true, groups: [], note: 'Première édition.' },
]
const edition = {
  artefacts: [
    { role: 'pdf-ecran', path: 'pdf/carnet-ecran.pdf', bytes: 6_400_000, pages: 52 },
    { role: 'epub', path: 'epub/carnet.epub', bytes: 1_200_000 },
    { role: 'pdf-impression', path: 'pdf/carnet-impression.pdf', bytes: 22_000_000, pages: 56 },
    { role: 'extrait', path: 'pdf/extrait.pdf', bytes: 5_000_000 },
    { role: 'extrait', path: 'pdf/extrait-liste.json', bytes: 30_000 },
    ...[fiche, other].flatMap(({ slug, numero }) => [
      { role: 'pdf-fiche', path: `pdf/${slug}.pdf`, bytes: 100_000 * numero, pages: 1 + numero, fiche: slug },
      { role: 'word-fiche', path: `word/${slug}.docx`, bytes: 20_000 * numero, fiche: slug },
    ]),
  ],
  pageOf: { [fiche.slug]: 7, [other.slug]: 12 },
  nouveautes: news,
}

type Outlines = [path: string, outline: string][]
const outlines = {
  /** The home page with what stands around every page, of the others what they say themselves. */
  site: async (): Promise<Outlines> =>
    [...(await renderSite(kit, edition))].map(([path, html]) => {
      const [, title] = /<title>(.*)<\/title>/.exec(html) ?? []
      const [, description] = /<meta name="description" content="(.*)">/.exec(html) ?? []
      const canonical = /<link rel="canonical".*>/.exec(html) ?? []
      const outline = outlineOf(html, path === 'index.html' ? 'body' : 'main')
      return [path, [title, description, ...canonical, outline].join('\n')]
    }),
  imprime: async (): Promise<Outlines> =>
    (await render(kit, 'print')).map(({ item, html }) => [item.id, outlineOf(html)]),
  livre: async (): Promise<Outlines> =>
    (await render(kit, 'epub', { news })).map(({ item, html }) => [item.id, outlineOf(html, 'body')]),
}

// `UPDATE=1` writes what is said now: each line of the difference is to be read.
test.each(Object.entries(outlines))('pages say to a reader what they said: %s', async (name, outline) => {
  const pages = (await outline()).sort(([one], [other]) => (one < other ? -1 : 1))
  const text = pages.map(([path, outline]) => `=== ${path}\n${outline}\n`).join('\n')
  const file = new URL(`../../fixtures/pages/${name}.txt`, import.meta.url)
  if (process.env['UPDATE'] && !process.env['CI']) writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})

test('what a kit says of itself is text, whatever its signs', async () => {
  const { titre, sous_titre, editeur, licence, mentions, partenaires, fiches } = kit
  const said = /^(?:titre|titre_court|sous_titre|resume|nom|adresse|version|hebergeur)$/
  const marked = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (key, one) =>
      typeof one === 'string' && said.test(key) ? `${one} <u>& fils` : one,
    )
  const strange: Kit = {
    ...kit,
    ...marked({ titre, sous_titre, editeur, licence, mentions, partenaires }),
    fiches: fiches.map(fiche => ({
      ...fiche,
      ...marked({ titre: fiche.titre, ...('resume' in fiche && { resume: fiche.resume }) }),
    })),
  }
  const pages = [
    ...(await renderSite(strange, edition)).values(),
    ...(await render(strange, 'print')).map(({ html }) => html),
    ...(await render(strange, 'epub', { news })).map(({ html }) => html),
  ]
  expect(pages.filter(html => html.includes('<u>'))).toEqual([])
  expect(pages.filter(html => html.includes('&lt;u&gt;')).length).toBeGreaterThan(20)
})
