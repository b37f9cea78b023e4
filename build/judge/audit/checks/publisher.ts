import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { Kit } from '../../../../src/kit.ts'
import { typographText } from '../../../../src/markdown/typography/index.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { find, findAll, textOf } from '../read/html.ts'
import { marksPages } from './book-refinements.ts'
import { digits, inLinkedData } from './linked-data.ts'

/** The metadata that shops and search engines read name the kit's publisher and the edition's own ISBN. */
export const publisher: AuditCheck = {
  id: 'editeur',
  title: 'Les données pour les machines nomment le kit, son éditeur et l’ISBN de chaque édition',
  async *run({ kit, site, epub }) {
    const pages = await site()
    for (const { path, root } of pages.pages.values()) {
      const language = find(root, 'html')?.attribs['lang'] ?? ''
      if (!/^fr\b/.test(language))
        yield fault(`Site, ${path}`, `La langue de la page est « ${language} » et non le français.`)
    }
    yield* inLinkedData(kit, pages)
    yield* inBook(kit, await epub())
    return `${count(pages.pages.size, 'page')} du site (langue, JSON-LD), notice du livre numérique`
  },
}

/** The book's own number, title and publisher; the ISBN of the printed book is its source. */
function* inBook(kit: Kit, { opf, spine }: EpubText): Generator<Finding> {
  const all = (tag: string) => findAll(opf, tag).map(element => textOf(element).trim())
  const place = 'Livre numérique, notice'
  const [identifier = ''] = all('dc:identifier')
  // The book says them as it says all its words.
  const title = typographText(kit.titre)
  const name = typographText(kit.editeur.nom)
  const { epub, pdf, imprime } = kit.isbn
  const wrong = (what: string, said: string, wanted: string) =>
    fault(place, `${what} : « ${said} » au lieu de « ${wanted} ».`)
  const numbers = all('dc:identifier').filter(text => /^(?:urn:isbn:)?[\d-]+X?$/i.test(text))
  const isbns = new Set(numbers.map(digits))
  const sources = new Set(
    all('dc:source')
      .filter(text => /^urn:isbn:/i.test(text))
      .map(digits),
  )
  if (epub !== null && !isbns.has(digits(epub))) yield wrong('ISBN', identifier, epub)
  for (const isbn of [...isbns].filter(isbn => epub === null || isbn !== digits(epub)))
    yield wrong('ISBN', isbn, epub ?? 'aucun')
  if (imprime !== null && !sources.has(digits(imprime)))
    yield wrong('ISBN du livre imprimé', [...sources][0] ?? 'aucun', imprime)
  for (const isbn of [...sources].filter(
    isbn => ![imprime, pdf].some(one => one !== null && digits(one) === isbn),
  ))
    yield wrong('ISBN du livre imprimé', isbn, imprime ?? 'aucun')
  for (const source of all('dc:source').filter(
    source => !/^urn:isbn:/i.test(source) && !typographText(source).startsWith(title),
  ))
    yield wrong('Livre imprimé', source, title)
  if (all('dc:title')[0] !== title) yield wrong('Titre', all('dc:title')[0] ?? 'absent', title)
  if (kit.licence.nom !== '' && !all('dc:rights').some(text => text.includes(typographText(kit.licence.nom))))
    yield wrong('Licence', all('dc:rights')[0] ?? 'absente', kit.licence.nom)
  if (all('dc:creator').length > 0 && !all('dc:creator').some(text => isAuthor(text, kit)))
    yield wrong('Auteur', all('dc:creator')[0] ?? '', name)
  yield* differing(place, kit, all)
  yield* claimsOf(place, { opf, spine })
  if (all('dc:publisher')[0] !== name) yield wrong('Éditeur', all('dc:publisher')[0] ?? 'absent', name)
}

/** What the notice says of the book in words, each as often as the kit gives it. */
function differing(place: string, kit: Kit, all: (tag: string) => string[]): Finding[] {
  const { notice, sous_titre, edition } = kit
  const description = notice.resume ?? sous_titre
  const keywords = publishedFiches(kit).flatMap(({ mots_cles }) => mots_cles)
  const wanted: Record<string, readonly string[]> = {
    'dc:title': sous_titre ? [sous_titre] : [],
    'dc:description': description ? [description] : [],
    'dc:subject': [...Object.values(notice.thema), ...new Set(keywords)],
    'dc:date': [edition.mois],
  }
  return Object.entries(wanted).flatMap(([tag, texts]) => {
    // The first title is the kit’s.
    const written = tag === 'dc:title' ? all(tag).slice(1) : all(tag)
    const [said, right] = [written.join(', '), texts.map(text => typographText(text)).join(', ')]
    return said === right ? [] : [fault(place, `${tag} : « ${said} » au lieu de « ${right} ».`)]
  })
}

/** What the notice claims for who cannot see: no more and no less than the book holds. */
function* claimsOf(place: string, { opf, spine }: Pick<EpubText, 'opf' | 'spine'>): Generator<Finding> {
  const valuesOf = (property: string) =>
    findAll(opf, ({ name, attribs }) => name === 'meta' && attribs['property'] === property).map(element =>
      textOf(element).trim(),
    )
  const features = new Set(valuesOf('schema:accessibilityFeature'))
  const isPaged = marksPages(spine)
  const held: Record<string, boolean> = {
    tableOfContents: true,
    readingOrder: true,
    structuralNavigation: true,
    alternativeText: true,
    longDescription: true,
    displayTransformability: true,
    ARIA: true,
    pageBreakMarkers: isPaged,
    pageNavigation: isPaged,
  }
  for (const feature of [...new Set([...Object.keys(held), ...features])].filter(
    feature => features.has(feature) !== (held[feature] ?? false),
  ))
    yield fault(
      place,
      features.has(feature)
        ? `Elle annonce « ${feature} », que le livre n’a pas.`
        : `Elle n’annonce pas « ${feature} », que le livre a.`,
    )
  for (const hazard of valuesOf('schema:accessibilityHazard').filter(hazard => hazard !== 'none'))
    yield fault(place, `Elle annonce un danger, « ${hazard} ».`)
}

const isAuthor = (text: string, { editeur, credits }: Kit): boolean =>
  [editeur.nom, ...Object.values(credits).flat()].some(one => typographText(one) === text || one === text)
