import { rubriquesOf } from '../../src/indexes/indexes.ts'
import type { Kit } from '../../src/kit.ts'
import type { SearchDocument } from '../../src/web/search/documents.ts'
import { isComposable, isForPrinter } from '../pages/site-pages.ts'
import { type Download, offeredAs } from './downloads.ts'

export type Offered = Pick<Download, 'role' | 'path'>

/** The files that readers look for: role → name, and what one types for it. */
const offered: Readonly<Record<string, readonly [titre: string, mots: string]>> = {
  'pdf-ecran': [
    'Le kit en PDF',
    'PDF, télécharger, téléchargement, kit entier, en entier, kit complet, intégral, imprimer, impression, version papier, version imprimée, version à imprimer, brochure, livret, guide, document, fichier',
  ],
  epub: ['Le livre numérique', 'EPUB, ebook, liseuse, Kindle, tablette, télécharger, téléchargement'],
}

/** The pages that the site has of its own, as one may ask for them. */
export function* siteDocuments(kit: Kit, downloads: readonly Offered[]): Generator<SearchDocument> {
  const page = (adresse: string, titre: string, texte: string, mots = ''): SearchDocument => ({
    adresse,
    genre: 'Page du site',
    parties: [{ genre: 'page', titre, mots: mots.split(', '), texte }],
  })
  const files = downloads.flatMap(({ role, path }): SearchDocument[] => {
    const file = offered[role]
    if (!file) return []
    const [titre, mots] = file
    const parts = [
      {
        genre: 'page' as const,
        titre,
        mots: mots.split(', '),
        texte: `${kit.titre}, le fichier à télécharger.`,
      },
    ]
    return [{ adresse: offeredAs(path), genre: 'Fichier à télécharger', parties: parts }]
  })
  const rubriques = rubriquesOf(kit)
  const roles = new Set(downloads.map(({ role }) => role))
  yield* files
  yield page(
    'sommaire/',
    'Sommaire',
    'Toutes les fiches du kit, par famille.',
    'sommaire, plan du site, table des matières, liste des fiches, toutes les fiches, thèmes',
  )
  if (rubriques.territoires)
    yield page(
      'territoires/',
      'Exemples',
      'Les exemples du kit, sur une carte et en liste.',
      'exemples, idées, s’inspirer, bonnes pratiques, retours d’expérience, cas concrets, réussites, initiatives inspirantes, ailleurs, autres villes, carte, territoires, près de chez moi, données ouvertes, open data, CSV, GeoJSON',
    )
  if (rubriques.ressources)
    yield page(
      'ressources/',
      'Ressources',
      'Les guides, sites et documents que citent les fiches.',
      'ressources, bibliographie, guides, documentation, pour aller plus loin',
    )
  if (isComposable(roles))
    yield page(
      'composer/',
      'Composer mon kit',
      'Les fiches de votre choix, réunies en un seul fichier.',
      'composer, à la carte, choisir des fiches, choisir mes fiches, réunir des fiches, sélection, PDF de plusieurs fiches',
    )
  yield page(
    'a-propos/',
    'À propos de ce kit',
    `L’édition, la lecture sans connexion, la licence des textes et des images, les crédits de ${kit.titre}.`,
    'licence, Creative Commons, CC BY, copier, réutiliser, réutilisation, droit d’auteur, crédits, auteurs, qui a écrit, qui a fait ce site, à propos, hors connexion, hors ligne, sans connexion, installer, application',
  )
  yield page(
    'nouveautes/',
    'Nouveautés',
    'Ce que chaque édition apporte.',
    'nouveautés, ce qui a changé, mises à jour, quoi de neuf, dernière version, date de publication, parution, sortie du kit, flux RSS, Atom, s’abonner',
  )
  yield page(
    'mentions-legales/',
    'Mentions légales et contact',
    `Éditeur, hébergeur, contact, données personnelles. ${[kit.editeur.nom, kit.imprimeur?.nom].filter(Boolean).join(', ')}.`,
    'mentions légales, dépôt légal, ISBN, directeur de la publication, contact, contact presse, contacter, joindre, écrire, signaler un problème, bug, lien mort, remarque, suggestion, erreur, faute, coquille, courriel, mail, téléphone, adresse, éditeur, qui édite, cookies, traceurs, RGPD, données personnelles, vie privée',
  )
  if (isForPrinter(roles))
    yield page(
      'imprimeur/',
      'Pour l’imprimeur',
      'Le fichier d’impression, ses caractéristiques et son rapport de contrôle.',
      'imprimeur, imprimerie, PDF d’impression, fond perdu, traits de coupe, quadrichromie, format A4, prépresse',
    )
  yield page(
    'accessibilite/',
    'Accessibilité',
    'L’accessibilité du site, et comment signaler une difficulté.',
    'accessibilité, RGAA, lecteur d’écran, déclaration, malvoyant, contraste',
  )
}
