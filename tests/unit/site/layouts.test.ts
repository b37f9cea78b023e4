import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { layoutFilters } from '../../../build/pages/layout-filters.ts'
import { templatesOf } from '../../../build/pages/templates.ts'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import type { Medium } from '../../../src/text/addresses.ts'
import { sayTrim } from '../../../src/text/page-plan.ts'

type Nunjucks = {
  FileSystemLoader: new (folder: string) => object
  Environment: new (
    loader: object,
    options: { autoescape: boolean },
  ) => {
    addFilter(name: string, filter: (...args: never[]) => unknown): void
    render(name: string, context: Record<string, unknown>): string
    renderString(text: string, context: Record<string, unknown>): string
  }
}

const eleventy = createRequire(createRequire(import.meta.url).resolve('@11ty/eleventy'))
const { Environment, FileSystemLoader } = eleventy('nunjucks') as Nunjucks

const { kit: faultless } = await readKit('tests/fixtures/kits/autre')
if (!faultless) throw new Error('the kit has errors')
const autre: Kit = faultless

/** What renders the layouts of a kit, and all that they are given. */
function openLayouts(kit: Kit, medium: Medium) {
  const { common, list } = templatesOf({ kit, medium, edition: null })
  const environment = new Environment(new FileSystemLoader('layouts'), { autoescape: true })
  for (const [name, filter] of Object.entries(
    layoutFilters(common.kit, medium, createRenderer(common.kit, medium)),
  ))
    environment.addFilter(name, filter)
  return { environment, common, list }
}

/** What a layout writes of the document `id`. @param layout that of the document, unless another is named */
function rendered(kit: Kit, medium: Medium, id: string, layout?: string): string {
  const { environment, common, list } = openLayouts(kit, medium)
  const template = list.find(({ item }) => item?.id === id)
  if (!template) throw new Error(`no document ${id}`)
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

test('each letter of the acronyms leads to the first that begins with it', () => {
  const { environment, common } = openLayouts(autre, 'web')
  const sigles = ['AAP', 'ABC', 'ESS', 'eSport', 'SCIC'].map(sigle => ({ sigle, developpe: '', fiches: [] }))
  const written = environment.render('web/sigles.njk', { ...common, index: { sigles }, page: { url: '/' } })
  const [, letters = ''] = /<nav class="index-lettres"(.*?)<\/nav>/s.exec(written) ?? []
  expect([...letters.matchAll(/href="#sigle-(\w+)">(\w)/g)].map(([, ...all]) => all)).toEqual([
    ['AAP', 'A'],
    ['ESS', 'E'],
    ['SCIC', 'S'],
  ])
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

test.each([
  ['KIT DES ÉCOLES', ['KIT', 'DES', 'ÉCOLES']],
  ['Kit de l’ÉTAT', ['ÉTAT']],
  ['Kit du RÉEMPLOI', ['RÉEMPLOI']],
  ['Kit des ŒUVRES ÇÀ et là', ['ŒUVRES', 'ÇÀ']],
])('accented capitals of the title are capitals: %s', (titre, accents) => {
  const written = rendered({ ...autre, titre }, 'print', 'couverture')
  const accented = [...written.matchAll(/<em class="accent[^>]*>([^<]*)<\/em>/g)].map(([, word]) => word)
  expect(accented).toEqual(accents)
})

test('a title is broken before capitals that follow small letters, accented or not', () => {
  const kit = { ...autre, titre: 'Kit municipalÉSS et çœurÉÈ' }
  const { environment, common } = openLayouts(kit, 'web')
  const written = environment.renderString(
    '{% from "partials/titre.njk" import titre with context %}{{ titre(true) }}',
    common,
  )
  expect(
    written.match(/<span class="secable">[^<]*<wbr><em[^>]*>[^<]*<\/em><\/span>/g)?.map(wordsOf),
  ).toEqual([' municipal ÉSS ', ' çœur ÉÈ '])
})

test('the sommaire of the e-book has the families of the printed one, and no empty list', () => {
  const [first, last] = autre.familles
  if (!first || !last) throw new Error('the kit has no families')
  const kit: Kit = {
    ...autre,
    familles: [first, { ...first, id: 'vide', singulier: 'Fiche vide', pluriel: 'Vides' }, last],
    pages: [],
  }
  const ranksOf = (html: string) => [...html.matchAll(/ data-b="(\d+)"/g)].map(([, rank]) => rank)
  const written = rendered(kit, 'epub', 'sommaire')
  expect(wordsOf(written)).not.toContain('Vides')
  expect(ranksOf(written)).toEqual(ranksOf(rendered(kit, 'print', 'sommaire')))
  expect(written).not.toMatch(/<ul[^>]*>\s*<\/ul>/)
  // Territories and acronyms are annexes that nobody writes.
  expect(written.match(/<ul class="[^"]*sommaire-pages/g)).toHaveLength(1)
})

test.each(['web', 'print', 'epub'] as const)('a fiche shows its keywords as one line: %s', medium => {
  const { champs } = layoutFilters(autre, medium, createRenderer(autre, medium))
  const fiche = { ...autre.fiches[0], mots_cles: ['compost', 'tri'] }
  expect(champs?.(fiche as never)).toEqual([
    { label: 'Mots-clés', mots: ['compost', 'tri'], classe: 'mots-cles' },
  ])
  expect(champs?.({ ...fiche, mots_cles: [] } as never)).toEqual([])
  expect(champs?.({ ...fiche, mots_cles: 7 } as never)).toMatchObject([{ mots: ['7'] }])
  expect(champs?.({ ...fiche, mots_cles: [], verifie: '2025-11' } as never)).toEqual([
    { label: 'Droit vérifié en', mots: ['novembre 2025'], classe: 'mots-cles verifie' },
  ])
})

test('the index of the paper names each département by its own code, its examples below it', () => {
  const { corps } = parseBody(
    ['Un jardin · Lyon (69)', 'Un four · Lille (59)', 'Un lavoir · Lens (62)']
      .map(head => `::: exemple ${head}\nUn texte.\n:::`)
      .join('\n\n'),
    { file: 'a.md', firstLine: 1 },
  )
  const [fiche] = autre.fiches.filter(({ statut }) => statut !== 'a-paraitre')
  const kit = { ...autre, fiches: [{ ...fiche, corps }], pages: [] } as Kit
  const index = wordsOf(rendered(kit, 'print', 'territoires'))
  expect(index).toMatch(
    /59 Nord\s+Lille\s+Un four\s+0\s+62 Pas-de-Calais\s+Lens\s+Un lavoir\s+0\s+69 Rhône\s+Lyon\s+Un jardin/,
  )
})

test('the page for the printer tells the format of the kit', () => {
  const { environment } = openLayouts(autre, 'web')
  expect(environment.renderString('{{ "" | formatFini | safe }}', {})).toBe(
    'A4, 210&nbsp;×&nbsp;297&nbsp;mm, portrait',
  )
  expect(sayTrim('200x260', { width: 200, height: 260 })).toBe('200&nbsp;×&nbsp;260&nbsp;mm, portrait')
})

test('each family has its own mark and its count, on paper and in the book', () => {
  const kit = withFamilles({ forme: 'triangle' }, { forme: 'disque' })
  const [first, last] = kit.familles
  if (!first || !last) throw new Error('the kit has no families')
  const marks = (famille: string) => {
    const fiche = kit.fiches.find(one => one.famille === famille && one.statut !== 'a-paraitre')
    return wordsOf(rendered(kit, 'epub', fiche?.slug ?? '')).match(/[■▲●]/g)
  }
  expect([marks(first.id), marks(last.id)]).toEqual([['▲'], ['●']])
  const counts = (id: string) => kit.fiches.filter(({ famille }) => famille === id).length
  expect([counts(first.id), counts(last.id)]).toEqual([1, 2])
  expect(wordsOf(rendered(kit, 'print', 'sommaire'))).toMatch(/ 1 fiche .* 2 fiches /)
  // Their names have no room on the cover.
  const long = withFamilles(
    { singulier: 'Fiche de présentation générale' },
    { pluriel: 'Fiches de mise en œuvre' },
  )
  expect(wordsOf(rendered(long, 'print', 'couverture'))).toContain(' 3 fiches ')
})

test('a fiche thanks all its partners, the last after « et »', () => {
  const [partner] = Object.values(autre.partenaires)
  if (!partner) throw new Error('the kit has no partner')
  const named = (nom: string) => ({ ...partner, nom })
  const kit: Kit = {
    ...autre,
    partenaires: { a: named('Alpha'), b: named('Bêta'), c: named('Gamma') },
    fiches: autre.fiches.map(fiche => ({ ...fiche, soutien: ['a', 'b', 'c'] })),
  }
  for (const medium of ['print', 'epub'] as const)
    expect(wordsOf(rendered(kit, medium, 'faire-le-tour'))).toContain('soutien de Alpha, Bêta et Gamma')
})

test('the publisher is named with its article, and the cover of the book tells all three names', () => {
  const editeur = { ...autre.editeur, nom: 'Région des Lisières', sigle: null, article: 'la' as const }
  const kit = { ...autre, sous_titre: 'Un essai', editeur }
  expect(wordsOf(rendered(kit, 'print', 'couverture'))).toMatch(/Une publication de la Région/)
  expect(rendered(kit, 'epub', 'couverture')).toContain(
    `alt="Couverture : ${autre.titre}. Un essai. Région des Lisières."`,
  )
})

test('the foot of the site tells the state of accessibility that the audit found', () => {
  const foot = (etat: 'totale' | 'partielle' | 'non') => {
    const audit = { ...autre.accessibilite.audit, etat } as Kit['accessibilite']['audit']
    const kit = { ...autre, accessibilite: { ...autre.accessibilite, audit } }
    return /Accessibilité&nbsp;: ([^<]*)/.exec(rendered(kit, 'web', 'sommaire', 'web/parts/pied.njk'))?.[1]
  }
  expect([foot('totale'), foot('partielle'), foot('non')]).toEqual([
    'totalement conforme',
    'partiellement conforme',
    'non conforme',
  ])
})

test('each edition has its own number in the printed imprint', () => {
  const isbn = { imprime: '978-2-487241-05-3', pdf: '978-2-487241-06-0', epub: '978-2-487241-07-7' }
  const kit: Kit = { ...autre, isbn, pages: autre.pages.map(page => ({ ...page, gabarit: 'colophon' })) }
  const imprint = wordsOf(rendered(kit, 'print', kit.pages[0]?.slug ?? '', 'print/colophon.njk'))
  for (const [name, number] of [
    ['imprimé', isbn.imprime],
    ['PDF', isbn.pdf],
    ['EPUB', isbn.epub],
  ])
    expect(imprint).toMatch(new RegExp(`ISBN \\(${name}\\) ${number}`))
})
