import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { layoutFilters } from '../../../build/pages/layout-filters.ts'
import { templatesOf } from '../../../build/pages/templates.ts'
import type { Kit, Medium } from '../../../src/kit.ts'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'

type Nunjucks = {
  FileSystemLoader: new (folder: string) => object
  Environment: new (
    loader: object,
    options: { autoescape: boolean },
  ) => {
    addFilter(name: string, filter: (...args: never[]) => unknown): void
    render(name: string, context: Record<string, unknown>): string
  }
}

const eleventy = createRequire(createRequire(import.meta.url).resolve('@11ty/eleventy'))
const { Environment, FileSystemLoader } = eleventy('nunjucks') as Nunjucks

const { kit: faultless } = await readKit('tests/fixtures/kits/autre')
if (!faultless) throw new Error('the kit has errors')
const autre: Kit = faultless

/** What a layout writes of the document `id`. @param layout that of the document, unless another is named */
function rendered(kit: Kit, medium: Medium, id: string, layout?: string): string {
  const { common, list } = templatesOf({ kit, medium, edition: null })
  const template = list.find(({ item }) => item?.id === id)
  if (!template) throw new Error(`no document ${id}`)
  const environment = new Environment(new FileSystemLoader('layouts'), { autoescape: true })
  for (const [name, filter] of Object.entries(
    layoutFilters(common.kit, medium, createRenderer(common.kit, medium)),
  ))
    environment.addFilter(name, filter)
  return environment.render(layout ?? String(template.data['layout']), {
    ...common,
    ...template.overview,
    ...template.data,
    content: '',
    page: { url: '/' },
  })
}

/** The words of a page, without its drawings. */
const wordsOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#160;|\s+/g, ' ')

/** The kit with other values for some keys of its families, in their order. */
const withFamilles = (...changes: Partial<Kit['familles'][number]>[]): Kit => ({
  ...autre,
  familles: autre.familles.map((famille, index) => ({ ...famille, ...changes[index] })),
})

test('the state of an edition keeps its capitals on the cover and in the head of the site', () => {
  const kit = { ...autre, edition: { ...autre.edition, statut: 'édition relue par le RTES' } }
  expect(wordsOf(rendered(kit, 'print', 'couverture'))).toContain('Édition relue par le RTES')
  expect(wordsOf(rendered(kit, 'web', 'sommaire', 'web/parts/entete.njk'))).toContain(
    'Édition relue par le RTES',
  )
})

test('the name of a family keeps its acronyms within a sentence', () => {
  const kit = withFamilles(
    { singulier: 'Fiche ESS', pluriel: 'Fiches ESS' },
    { singulier: 'RH et outils', pluriel: 'RH et outils' },
  )
  const cover = wordsOf(rendered(kit, 'print', 'couverture'))
  expect(cover).toContain('1 fiche ESS')
  expect(cover).toContain('2 RH et outils')
  expect(wordsOf(rendered(kit, 'print', 'sommaire'))).toContain(
    'Deux familles, deux formes : le disque pour les fiches ESS et le carré pour les RH et outils.',
  )
})

test('the printed sommaire tells the shapes of families as long as each has its own', () => {
  const sommaire = wordsOf(
    rendered(withFamilles({ forme: 'carre' }, { forme: 'carre' }), 'print', 'sommaire'),
  )
  expect(sommaire).toContain('Sommaire Chaque fiche porte la couleur de sa famille. Sur la tranche')
  expect(sommaire).not.toMatch(/forme|carré/)
})
