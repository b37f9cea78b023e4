import { avertissement, type CatalogueEntry, erreur } from './entry.ts'

/** Problems that only the finished pages show. */
export const edition = {
  'fiche-longue': avertissement(
    'La fiche fait {pages} pages imprimées, {maximum} au plus sont souhaitables.',
    'Resserrer le texte, ou partager la fiche en deux.',
  ),
  'titre-en-bas': avertissement(
    'Page {page}, le titre « {titre} » reste seul au bas de la page imprimée.',
    'Allonger ou raccourcir un peu le texte qui précède.',
  ),
  'forme-simple': avertissement(
    'À partir de la page {page}, le document est imprimé en une colonne, ses encadrés sous le texte : {cause}.',
    'Raccourcir ou partager ce passage.',
  ),
} as const satisfies Record<string, CatalogueEntry>

/** Findings of `kit liens` on the web. */
export const links = {
  'lien-mort': erreur(
    'Cette adresse ne mène plus nulle part : {adresse} ({cause}).',
    'Chercher où la page est allée, ou garder le titre sans lien.',
  ),
  'lien-deplace': avertissement(
    'Cette page a changé d’adresse : {adresse} mène à {nouvelle}.',
    'Écrire la nouvelle adresse, ou lancer « kit liens --corriger ».',
  ),
  'lien-vers-accueil': avertissement(
    'Cette page n’existe sans doute plus : {adresse} renvoie à l’accueil, {nouvelle}.',
    'Ouvrir l’adresse, et chercher où la page est allée.',
  ),
  'lien-https': avertissement(
    'Ce site répond aussi par une liaison chiffrée : {adresse}.',
    'Écrire {nouvelle}, ou lancer « kit liens --corriger ».',
  ),
  'lien-sans-reponse': avertissement(
    'Cette adresse n’a pas pu être vérifiée : {adresse} ({cause}).',
    'L’ouvrir dans un navigateur : certains sites ne répondent pas aux machines.',
  ),
  'lien-non-demande': avertissement(
    'Ce site demande aux machines de ne pas ouvrir cette adresse : {adresse}.',
    'L’ouvrir dans un navigateur.',
  ),
} as const satisfies Record<string, CatalogueEntry>
