import type { Entry } from './entry.ts'

/** What `kit liens` learns from the web. */
export const links = {
  'lien-mort': {
    severity: 'erreur',
    message: 'Cette adresse ne mène plus nulle part : {adresse} ({cause}).',
    hint: 'Chercher où la page est allée, ou garder le titre sans lien.',
  },
  'lien-deplace': {
    severity: 'avertissement',
    message: 'Cette page a changé d’adresse : {adresse} mène à {nouvelle}.',
    hint: 'Écrire la nouvelle adresse, ou lancer « kit liens --corriger ».',
  },
  'lien-vers-accueil': {
    severity: 'avertissement',
    message: 'Cette page n’existe sans doute plus : {adresse} renvoie à l’accueil, {nouvelle}.',
    hint: 'Ouvrir l’adresse, et chercher où la page est allée.',
  },
  'lien-https': {
    severity: 'avertissement',
    message: 'Ce site répond aussi par une liaison chiffrée : {adresse}.',
    hint: 'Écrire {nouvelle}, ou lancer « kit liens --corriger ».',
  },
  'lien-sans-reponse': {
    severity: 'avertissement',
    message: 'Cette adresse n’a pas pu être vérifiée : {adresse} ({cause}).',
    hint: 'L’ouvrir dans un navigateur : certains sites ne répondent pas aux machines.',
  },
  'lien-non-demande': {
    severity: 'avertissement',
    message: 'Ce site demande aux machines de ne pas ouvrir cette adresse : {adresse}.',
    hint: 'L’ouvrir dans un navigateur.',
  },
} as const satisfies Record<string, Entry>
