import { escapeXml } from '../../src/escape-xml.ts'
import { publishedFiches } from '../../src/indexes/published.ts'
import type { Kit } from '../../src/kit.ts'
import { typographText } from '../../src/markdown/typography/index.ts'
import { identifierOf, isbnUrn } from './identifier.ts'

/** What the package says of the book: EPUB 3.3 §5.5 and EPUB Accessibility 1.1 §2.
 *  @param hasPages the book marks the pages of the printed edition */
export function metadataOf(kit: Kit, date: Date, hasPages: boolean): string[] {
  return [...bibliographyOf(kit), ...originOf(kit, date, hasPages), ...accessibilityOf(kit, hasPages)]
}

type Audit = NonNullable<Kit['accessibilite']['audit']>

const dc = (name: string, value: string, id?: string) =>
  `<dc:${name}${id ? ` id="${id}"` : ''}>${escapeXml(value)}</dc:${name}>`
/** In words that people read: with the typography of the book. */
const words = (name: string, value: string, id?: string) => dc(name, typographText(value), id)
const meta = (property: string, value: string, refines?: string) =>
  `<meta${refines ? ` refines="#${refines}"` : ''} property="${property}">${escapeXml(value)}</meta>`

function bibliographyOf(kit: Kit): string[] {
  const subtitle = kit.sous_titre
    ? [words('title', kit.sous_titre, 'sous-titre'), meta('title-type', 'subtitle', 'sous-titre')]
    : []
  const { resume, public: audience, thema } = kit.notice
  const description = resume ?? kit.sous_titre
  const motsCles = publishedFiches(kit).flatMap(({ mots_cles }) => mots_cles)
  return [
    dc('identifier', identifierOf(kit), 'identifiant'),
    words('title', kit.titre, 'titre'),
    meta('title-type', 'main', 'titre'),
    ...subtitle,
    dc('language', 'fr'),
    words('creator', kit.editeur.nom, 'auteur'),
    '<meta refines="#auteur" property="role" scheme="marc:relators">aut</meta>',
    ...contributorsOf(kit),
    words('publisher', kit.editeur.nom),
    ...(description ? [words('description', description)] : []),
    ...Object.entries(thema).flatMap(([code, heading]) => [
      words('subject', heading, `thema-${code}`),
      meta('authority', 'Thema', `thema-${code}`),
      meta('term', code, `thema-${code}`),
    ]),
    ...[...new Set(motsCles)].map(word => words('subject', word)),
    ...(audience ? [meta('dcterms:audience', typographText(audience))] : []),
  ]
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

function originOf(kit: Kit, date: Date, hasPages: boolean): string[] {
  const { licence, editeur, edition, isbn } = kit
  const terms = [licence.nom, licence.version].filter(Boolean).join(' ')
  const printed = isbn.imprime ? isbnUrn(isbn.imprime) : `${kit.titre}, édition imprimée, ${edition.annee}`
  return [
    dc('date', edition.mois),
    words(
      'rights',
      `© ${edition.annee} ${editeur.nom}. Licence ${terms}${licence.url ? ` (${licence.url})` : ''}.`,
    ),
    ...(hasPages || isbn.imprime ? [dc('source', printed, 'imprime')] : []),
    ...(hasPages ? [meta('source-of', 'pagination', 'imprime')] : []),
    meta('dcterms:modified', date.toISOString().replace(/\.\d+Z$/, 'Z')),
  ]
}

/** A conformity is stated only from the kit's dated audit by a person; what the book is made of is stated always. */
function accessibilityOf(kit: Kit, hasPages: boolean): string[] {
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'alternativeText',
    'longDescription',
    'displayTransformability',
    'ARIA',
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]
  const pages = hasPages ? ' Les pages de l’édition imprimée y sont repérées.' : ''
  const summary = `Texte redimensionnable, dans la police et les couleurs de la personne qui lit. Table des matières par famille, fiche et section. Les images ont un texte de remplacement ; chaque graphique est suivi de ses données en tableau. Aucune information ne tient à la seule couleur.${pages}`
  const { audit } = kit.accessibilite
  return [
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map(feature => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary),
    ...(audit ? certificationOf(audit) : []),
  ]
}

function certificationOf({ resultat, auditeur, url }: Audit): string[] {
  return [
    ...(resultat.startsWith('EPUB Accessibility') ? [meta('dcterms:conformsTo', resultat)] : []),
    `<meta id="auditeur" property="a11y:certifiedBy">${escapeXml(auditeur)}</meta>`,
    ...(url ? [`<link refines="#auditeur" rel="a11y:certifierReport" href="${escapeXml(url)}"/>`] : []),
  ]
}
