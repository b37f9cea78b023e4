import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { Kit } from '../../../../src/kit.ts'
import { typographText } from '../../../../src/markdown/typography/index.ts'
import { count, type Finding, fault, verified } from '../../check.ts'
import type { AuditCheck } from '../material.ts'
import type { EpubText } from '../read/epub.ts'
import { find, findAll, textOf } from '../read/html.ts'
import type { SiteText } from '../read/site.ts'
import { inLinkedData } from './linked-data.ts'

/** The metadata that shops and search engines read name the kit's publisher and the edition's own ISBN. */
export const publisher: AuditCheck = {
  id: 'editeur',
  title: 'Les données pour les machines nomment le kit, son éditeur et l’ISBN de chaque édition',
  subject: 'ensemble',
  async run({ kit, site, epub }) {
    const pages = await site()
    const findings = [...languageOf(pages), ...inLinkedData(kit, pages), ...inBook(kit, await epub())]
    return verified(
      `${count(pages.pages.size, 'page')} du site (langue, JSON-LD), notice du livre numérique`,
      findings,
    )
  },
}

/** Each page says that it is in French. */
const languageOf = ({ pages }: SiteText): Finding[] =>
  [...pages.values()].flatMap(({ path, root }) => {
    const language = find(root, ({ name }) => name === 'html')?.attribs['lang'] ?? ''
    return /^fr\b/.test(language)
      ? []
      : [fault(`Site, ${path}`, `La langue de la page est « ${language} » et non le français.`)]
  })

const digits = (isbn: string) => isbn.replace(/[^\dXx]/g, '')

/** The book's own number, title and publisher; the ISBN of the printed book is its source. */
function inBook(kit: Kit, { opf, spine }: EpubText): Finding[] {
  const all = (tag: string) => findAll(opf, ({ name }) => name === tag).map(element => textOf(element).trim())
  const place = 'Livre numérique, notice'
  const [identifier = ''] = all('dc:identifier')
  // The book says them as it says all its words.
  const title = typographText(kit.titre)
  const name = typographText(kit.editeur.nom)
  const { epub, pdf, imprime } = kit.isbn
  const wrong = (what: string, said: string, wanted: string) =>
    fault(place, `${what} : « ${said} » au lieu de « ${wanted} ».`)
  const isbns = new Set(
    all('dc:identifier').flatMap(text =>
      /^(?:urn:isbn:)?[\d-]+X?$/i.test(text) ? [digits(text.replace(/^urn:isbn:/i, ''))] : [],
    ),
  )
  const sources = new Set(
    all('dc:source').flatMap(text =>
      /^urn:isbn:/i.test(text) ? [digits(text.replace(/^urn:isbn:/i, ''))] : [],
    ),
  )
  return [
    ...(epub !== null && !isbns.has(digits(epub)) ? [wrong('ISBN', identifier, epub)] : []),
    ...[...isbns]
      .filter(isbn => epub === null || isbn !== digits(epub))
      .map(isbn => wrong('ISBN', isbn, epub ?? 'aucun')),
    ...(imprime !== null && !sources.has(digits(imprime))
      ? [wrong('ISBN du livre imprimé', [...sources][0] ?? 'aucun', imprime)]
      : []),
    ...[...sources]
      .filter(isbn => ![imprime, pdf].some(one => one !== null && digits(one) === isbn))
      .map(isbn => wrong('ISBN du livre imprimé', isbn, imprime ?? 'aucun')),
    ...all('dc:source')
      .filter(source => !/^urn:isbn:/i.test(source) && !typographText(source).startsWith(title))
      .map(source => wrong('Livre imprimé', source, title)),
    ...(all('dc:title')[0] === title ? [] : [wrong('Titre', all('dc:title')[0] ?? 'absent', title)]),
    ...(kit.licence.nom !== '' &&
    !all('dc:rights').some(text => text.includes(typographText(kit.licence.nom)))
      ? [wrong('Licence', all('dc:rights')[0] ?? 'absente', kit.licence.nom)]
      : []),
    ...(all('dc:creator').length > 0 && !all('dc:creator').some(text => isAuthor(text, kit))
      ? [wrong('Auteur', all('dc:creator')[0] ?? '', name)]
      : []),
    ...differing(place, kit, all),
    ...claimsOf(place, kit, { opf, spine }),
    ...(all('dc:publisher')[0] === name ? [] : [wrong('Éditeur', all('dc:publisher')[0] ?? 'absent', name)]),
  ]
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
function claimsOf(place: string, kit: Kit, { opf, spine }: Pick<EpubText, 'opf' | 'spine'>): Finding[] {
  const said = (property: string) =>
    findAll(opf, ({ name, attribs }) => name === 'meta' && attribs['property'] === property).map(element =>
      textOf(element).trim(),
    )
  const features = new Set(said('schema:accessibilityFeature'))
  const marksPages = spine.some(({ root }) =>
    find(root, ({ attribs }) => attribs['epub:type'] === 'pagebreak'),
  )
  const held: Record<string, boolean> = {
    tableOfContents: true,
    readingOrder: true,
    structuralNavigation: true,
    alternativeText: true,
    longDescription: true,
    displayTransformability: true,
    ARIA: true,
    pageBreakMarkers: marksPages,
    pageNavigation: marksPages,
  }
  return [
    ...[...new Set([...Object.keys(held), ...features])]
      .filter(feature => features.has(feature) !== (held[feature] ?? false))
      .map(feature =>
        fault(
          place,
          features.has(feature)
            ? `Elle annonce « ${feature} », que le livre n’a pas.`
            : `Elle n’annonce pas « ${feature} », que le livre a.`,
        ),
      ),
    ...said('schema:accessibilityHazard')
      .filter(hazard => hazard !== 'none')
      .map(hazard => fault(place, `Elle annonce un danger, « ${hazard} ».`)),
    ...(kit.accessibilite.audit
      ? []
      : said('dcterms:conformsTo').map(norm =>
          fault(place, `Elle se dit conforme (« ${norm} ») sans audit dans kit.yaml.`),
        )),
  ]
}

const isAuthor = (text: string, { editeur, credits }: Kit): boolean =>
  [editeur.nom, ...Object.values(credits).flat()].some(one => typographText(one) === text || one === text)
