import { addressOf } from '../../../../src/addresses.ts'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { find, findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import type { PdfText } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { examplesOf, officialNames } from '../source/examples.ts'
import { nameOf } from '../source/expected.ts'
import { dateInWords } from '../source/french.ts'
import { plainText } from '../source/units.ts'
import { lettersOf, wordsOf } from '../words.ts'
import { kitLinks } from './kit-links.ts'

/** The pages that no fiche makes say what `kit.yaml` and the fiches say. A page without words is no page. */
export const kitPages: AuditCheck = {
  id: 'pages-kit',
  title:
    'Mentions légales, accessibilité, familles, ressources et composition du site disent ce que dit le kit',
  async *run({ kit, site, pdf }) {
    const { pages } = await site()
    const mains = new Map([...pages].map(([path, { root }]) => [path, find(root, 'main') ?? root]))
    const texts = new Map([...mains].map(([path, main]) => [path, textOf(main)]))
    const wanted = [...sayingsOf(kit)].filter(({ path }) => texts.has(path))
    for (const { path, text } of wanted)
      if (!lettersOf(texts.get(path) ?? '').includes(lettersOf(text)))
        yield fault(`Site, ${path}`, `« ${text} » n’y est pas.`)
    for (const [path, main] of mains)
      if (saysNoMoreThanItsTitle(main)) yield fault(`Site, ${path}`, 'La page est vide.')
    yield* lettersAstray(pages.get('sigles/index.html')?.root)
    yield* lost(pages.get('404.html')?.root)
    yield* onHome(kit, pages.get('index.html')?.root)
    yield* kitLinks(kit, path => mains.get(path))
    yield* onAccessibility(kit, texts.get('accessibilite/index.html'))
    yield* inChoice(
      kit,
      await pdf(),
      pages.get('composer/index.html')?.root,
      await officialNames('departements'),
    )
    return `${count(wanted.length, 'indication')} de kit.yaml et des fiches, cherchées dans ${count(pages.size, 'page')}`
  },
}

type Saying = { path: string; text: string }

function* sayingsOf(kit: Kit): Generator<Saying> {
  const { mentions, editeur, licence, familles, impression, isbn } = kit
  const { etablie_le, mise_a_jour, audit } = kit.accessibilite
  const on = (path: string, texts: readonly (string | null | undefined)[]): Saying[] =>
    texts.flatMap(text => (text ? [{ path, text }] : []))
  yield* on('mentions-legales/index.html', [editeur.nom, licence.nom, ...Object.values(mentions)])
  yield* on(
    'mentions-legales/index.html',
    Object.entries({ Imprimé: isbn.imprime, PDF: isbn.pdf, 'Livre numérique': isbn.epub }).map(
      ([name, number]) => `${name} : ${number ?? 'aucun à ce jour'}`,
    ),
  )
  yield* on('accessibilite/index.html', [
    etablie_le
      ? `a été établie le ${dateInWords(etablie_le)}`
      : `a été établie en ${dateInWords(kit.edition.mois)}`,
    mise_a_jour && `a été mise à jour le ${dateInWords(mise_a_jour)}`,
    audit && `réalisé le ${dateInWords(audit.date)} par ${audit.auditeur}`,
    kit.accessibilite.contact ?? mentions.contact,
    'Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07',
  ])
  yield* on('a-propos/index.html', [editeur.nom, licence.nom])
  yield* on('imprimeur/index.html', [
    `Fond perdu ${impression.fond_perdu} mm`,
    `encrage total de ${impression.encrage_max} %`,
    mentions.contact,
    kit.isbn.imprime,
  ])
  for (const { id, pluriel } of familles)
    yield* on(`familles/${id}/index.html`, [
      pluriel,
      `${kit.fiches.filter(({ famille }) => famille === id).length} fiche`,
    ])
  for (const { corps } of publishedFiches(kit).filter(({ corps }) => corps.ressources.length > 0))
    yield* on(
      'ressources/index.html',
      corps.ressources.map(({ texte }) => plainText(texte, slug => nameOf(kit, slug))),
    )
}

const states = { totale: 'totalement', partielle: 'partiellement', non: 'non' } as const

/** The state that the law wants said is the one of `kit.yaml`, and no other stands beside it. */
function* onAccessibility({ accessibilite }: Kit, text = ''): Generator<Finding> {
  const state = states[accessibilite.audit?.etat ?? 'non']
  const claimed = /(\p{L}+)\s+conforme\s+avec/u.exec(text)?.[1]
  if (claimed !== undefined && claimed !== state)
    yield fault(
      'Site, accessibilite/index.html',
      `La page se dit « ${claimed} conforme » au lieu de « ${state} conforme ».`,
    )
}

/** How many fiches of each family are to be read, and how many are announced: each by its title. */
function* onHome({ familles, fiches }: Kit, root: Parent | undefined): Generator<Finding> {
  for (const { id, pluriel } of root ? familles : []) {
    const ofFamily = fiches.filter(({ famille }) => famille === id)
    const announced = ofFamily.filter(({ statut }) => statut === 'a-paraitre')
    const choice = findAll(root, 'label').find(
      label => find(label, 'input')?.attribs['value'] === id && hasClass(label, 'filtre-famille'),
    )
    const section = find(root, ({ attribs }) => attribs['aria-labelledby'] === `les-${id}`)
    const waiting = find(section, '.attendues')
    const counts: [what: string, within: Parent | undefined, wanted: number][] = [
      ['fiches à lire', find(choice, 'small'), ofFamily.length - announced.length],
      ['fiches à paraître', find(waiting, 'summary'), announced.length],
    ]
    for (const [what, within, wanted] of counts) {
      const shown = within ? Number(/\d+/.exec(textOf(within))?.[0]) : 0
      if (shown !== wanted)
        yield fault('Site, index.html', `« ${pluriel} » y a ${shown} ${what} au lieu de ${wanted}.`)
    }
    for (const { titre } of announced)
      if (!waiting || !lettersOf(textOf(waiting)).includes(lettersOf(titre)))
        yield fault('Site, index.html', `« ${titre} », à paraître, n’y est pas.`)
  }
}

/** Each fiche can be chosen, by its number, and says its printed pages. */
function* inChoice(
  kit: Kit,
  pdf: PdfText,
  root: Parent | undefined,
  names: ReadonlyMap<string, string>,
): Generator<Finding> {
  const printed = new Map(pdfDocuments(pdf, kit).map(({ item, pages }) => [item.id, pages.length]))
  const lines = findAll(root, 'label').map(label => ({
    text: lettersOf(textOf(label)),
    attribs: find(label, ({ attribs }) => attribs['name'] === 'fiche')?.attribs ?? {},
  }))
  const place = 'Site, composer/index.html'
  for (const item of root ? sequence(kit) : []) {
    if (item.kind !== 'fiche') continue
    const { numero, titre, mots_cles, slug } = item.fiche
    const line = lines.find(
      ({ text, attribs }) => attribs['value'] === String(numero) && text.includes(lettersOf(titre)),
    )
    const codes = examplesOf(kit).flatMap(({ fiche, codes }) => (fiche.slug === slug ? codes : []))
    const places = [...new Set(codes)].map(code => names.get(code) ?? code)
    const { 'data-mots': words, 'data-departements': departements, 'data-pages': said } = line?.attribs ?? {}
    const unsaid = [
      ...[...mots_cles].filter(word => !listed(words).includes(lettersOf(word))),
      ...places.filter(place => !listed(departements).includes(lettersOf(place))),
    ]
    if (!line) yield fault(place, `« ${titre} » ne peut pas être choisie (${addressOf(item, 'web', kit)}).`)
    else if (unsaid.length > 0)
      yield fault(place, `« ${titre} » ne se choisit pas par « ${unsaid.join(' », « ')} ».`)
    else if (said !== undefined && said !== String(printed.get(item.id)))
      yield fault(place, `« ${titre} » dit ${said} pages au lieu de ${printed.get(item.id)}.`)
  }
}

/** A letter leads to an acronym that begins with it. */
function* lettersAstray(root: Parent | undefined): Generator<Finding> {
  for (const link of findAll(find(root, '.index-lettres'), 'a')) {
    const id = link.attribs['href']?.replace(/^#/, '')
    const target = find(root, `#${id}`)
    if (!target || !lettersOf(textOf(target)).startsWith(lettersOf(textOf(link))))
      yield fault('Site, sigles/index.html', `La lettre « ${textOf(link).trim()} » mène à « ${id} ».`)
  }
}

/** Who is lost is led to the sommaire. */
function* lost(root: Parent | undefined): Generator<Finding> {
  const main = find(root, 'main')
  if (main && !findAll(main, 'a').some(({ attribs }) => attribs['href']?.endsWith('/sommaire/')))
    yield fault('Site, 404.html', 'La page ne mène pas au sommaire.')
}

const listed = (texts = '') => texts.split('|').map(lettersOf)

/** A kit may have a page of three words; one that has its title alone lost them. */
const saysNoMoreThanItsTitle = (main: Parent): boolean =>
  wordsOf(textOf(main)).length <= wordsOf(textOf(find(main, 'h1'))).length
