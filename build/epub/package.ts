import { type Kit, licenceOf, publishedFiches, uuid5 } from '../../src/kit/index.ts'
import { escapeXml } from '../../src/problems/index.ts'
import { typographText } from '../../src/text/index.ts'
import type { Chapter } from './chapters.ts'
import { pictureTypeOf } from './container.ts'
import { COVER, NAV, NCX, STYLE } from './files.ts'

type ManifestItem = { id: string; href: string; type: string; properties?: string }

/** The package document (OPF): metadata, every file, the reading order. @see https://www.w3.org/TR/epub-33/#sec-package-doc
 *  The navigation document stands in the spine, off the reading order: its own landmarks link to its page list. */
export function packageOf(
  kit: Kit,
  date: Date,
  chapters: readonly Chapter[],
  resources: Iterable<string>,
): string {
  const items: ManifestItem[] = [
    { id: 'nav', href: NAV, type: 'application/xhtml+xml', properties: 'nav' },
    { id: 'ncx', href: NCX, type: 'application/x-dtbncx+xml' },
    { id: 'style', href: STYLE, type: 'text/css' },
    ...chapters.map(({ href, xhtml }) => ({
      id: idOf(href),
      href,
      type: 'application/xhtml+xml',
      ...(/<svg[\s>]/.test(xhtml) && { properties: 'svg' }),
    })),
    ...[...resources].sort().map(path => ({
      id: idOf(path),
      href: path,
      type: pictureTypeOf(path),
      ...(path === COVER && { properties: 'cover-image' }),
    })),
  ]
  const item = ({ id, href, type, properties }: ManifestItem) =>
    `<item id="${id}" href="${href}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifiant" xml:lang="fr-FR" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadataOf(kit, date).join('\n')}
<meta name="cover" content="${idOf(COVER)}"/>
</metadata>
<manifest>
${items.map(item).join('\n')}
</manifest>
<spine toc="ncx">
${chapters.map(({ href }) => `<itemref idref="${idOf(href)}"/>`).join('\n')}
<itemref idref="nav" linear="no"/>
</spine>
</package>
`
}

/** The id of a file, of its path alone and of no other path: what an id may not hold, and `_` itself, is written by its number. */
const idOf = (path: string) =>
  `f-${path.replace(/[^A-Za-z0-9.-]/gu, character => `_${character.codePointAt(0)?.toString(16)}_`)}`

/** Writes the metadata of the book: EPUB 3.3 §5.5 and EPUB Accessibility 1.1 §2. */
export function metadataOf(kit: Kit, date: Date): string[] {
  return [...bibliographyOf(kit), ...originOf(kit, date), ...accessibilityOf(kit)]
}

type Audit = NonNullable<Kit['accessibilite']['audit']>

const dc = (name: string, value: string, id?: string) =>
  `<dc:${name}${id ? ` id="${id}"` : ''}>${escapeXml(value)}</dc:${name}>`
/** In words that people read: with the typography of the book. */
const words = (name: string, value: string, id?: string) => dc(name, typographText(value), id)
const meta = (property: string, value: string, refines?: string) =>
  `<meta${refines ? ` refines="#${refines}"` : ''} property="${property}">${escapeXml(value)}</meta>`

function* bibliographyOf(kit: Kit): Generator<string> {
  const subtitle = kit.sous_titre
    ? [words('title', kit.sous_titre, 'sous-titre'), meta('title-type', 'subtitle', 'sous-titre')]
    : []
  const { resume, public: audience, thema } = kit.notice
  const description = resume ?? kit.sous_titre
  const motsCles = publishedFiches(kit).flatMap(({ mots_cles }) => mots_cles)
  yield dc('identifier', identifierOf(kit), 'identifiant')
  yield words('title', kit.titre, 'titre')
  yield meta('title-type', 'main', 'titre')
  yield* subtitle
  yield dc('language', 'fr')
  yield words('creator', kit.editeur.nom, 'auteur')
  yield '<meta refines="#auteur" property="role" scheme="marc:relators">aut</meta>'
  yield* contributorsOf(kit)
  yield words('publisher', kit.editeur.nom)
  if (description) yield words('description', description)
  for (const [code, heading] of Object.entries(thema)) {
    yield words('subject', heading, `thema-${code}`)
    yield meta('authority', 'Thema', `thema-${code}`)
    yield meta('term', code, `thema-${code}`)
  }
  for (const word of new Set(motsCles)) yield words('subject', word)
  if (audience) yield meta('dcterms:audience', typographText(audience))
}

/** Each person once, with the roles that the kit gives them, in its own words. */
function contributorsOf({ credits }: Kit): string[] {
  const names = [...new Set(Object.values(credits).flat())]
  return names.flatMap((name, index) => {
    const id = `contributeur-${index + 1}`
    const roles = Object.entries(credits).flatMap(([role, people]) => (people.includes(name) ? [role] : []))
    return [words('contributor', name, id), ...roles.map(role => meta('role', typographText(role), id))]
  })
}

function* originOf(kit: Kit, date: Date): Generator<string> {
  const { editeur, edition, isbn } = kit
  const printedSource = isbn.imprime
    ? isbnUrn(isbn.imprime)
    : `${kit.titre}, édition imprimée, ${edition.annee}`
  yield dc('date', edition.mois)
  yield words('rights', `© ${edition.annee} ${editeur.nom}. Licence ${licenceOf(kit)}.`)
  yield dc('source', printedSource, 'imprime')
  yield meta('source-of', 'pagination', 'imprime')
  // The same as EPUB 3.4 says it.
  yield meta('pageBreakSource', printedSource)
  yield meta('dcterms:modified', date.toISOString().replace(/\.\d+Z$/, 'Z'))
}

/** A conformity is stated only from the kit's dated audit by a person; what the book is made of is stated always. */
function* accessibilityOf(kit: Kit): Generator<string> {
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'alternativeText',
    'longDescription',
    'displayTransformability',
    'ARIA',
    'pageBreakMarkers',
    'pageNavigation',
  ]
  const summary =
    'Texte redimensionnable, dans la police et les couleurs de la personne qui lit. Table des matières par famille, fiche et section. Les images ont un texte de remplacement ; chaque graphique est suivi de ses données en tableau. Aucune information ne tient à la seule couleur. Les pages de l’édition imprimée y sont repérées.'
  const { audit } = kit.accessibilite
  yield meta('schema:accessMode', 'textual')
  yield meta('schema:accessMode', 'visual')
  yield meta('schema:accessModeSufficient', 'textual')
  for (const feature of features) yield meta('schema:accessibilityFeature', feature)
  yield meta('schema:accessibilityHazard', 'none')
  yield meta('schema:accessibilitySummary', summary)
  if (audit) yield* certificationOf(audit)
}

function* certificationOf({ resultat, auditeur, url }: Audit): Generator<string> {
  if (resultat.startsWith('EPUB Accessibility')) yield meta('dcterms:conformsTo', resultat)
  yield `<meta id="auditeur" property="a11y:certifiedBy">${escapeXml(auditeur)}</meta>`
  if (url) yield `<link refines="#auditeur" rel="a11y:certifierReport" href="${escapeXml(url)}"/>`
}

/** The book's own ISBN, else a UUID of version 5 made of the kit's slug: the same book keeps its place in a reader's library.
 *  The printed edition's ISBN is never used: an ISBN names one format. */
export function identifierOf(kit: Pick<Kit, 'isbn' | 'slug'>): string {
  return kit.isbn.epub ? isbnUrn(kit.isbn.epub) : `urn:uuid:${uuid5(`urn:kit:${kit.slug}`)}`
}

const isbnUrn = (isbn: string) => `urn:isbn:${isbn.replaceAll('-', '')}`
