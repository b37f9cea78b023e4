import type { Entry } from './entry.ts'
import { pictures } from './pictures.ts'
import { search } from './search.ts'

/** Problems of what files say of each other, of pictures, and of what the publisher has to say. */
export const references = {
  // References between files
  'famille-inconnue': {
    severity: 'erreur',
    message: "famille : « {valeur} » n'existe pas.",
    hint: 'Écrire : {attendu}.',
  },
  'famille-double': {
    severity: 'erreur',
    message: 'familles : « {valeur} » est le nom de deux familles.',
    hint: 'Donner à chaque famille son propre id.',
  },
  'famille-homonyme': {
    severity: 'erreur',
    message: 'familles : « {valeur} » est le nom de deux familles.',
    hint: 'Donner à chaque famille son propre nom.',
  },
  'couleur-inconnue': {
    severity: 'erreur',
    message: "couleur : « {valeur} » n'est pas dans les couleurs du kit.",
    hint: 'Écrire : {attendu}, ou ajouter cette couleur à tokens.json.',
  },
  'couleur-incomplete': {
    severity: 'erreur',
    message: 'familles › {couleur} : il manque {manque}.',
    hint: 'Une nouvelle famille de couleurs donne ses cinq nuances et son accent : solid, deep, mid, light, tint et epub.',
  },
  'contraste-faible': {
    severity: 'erreur',
    message:
      '{texte} sur {fond} : le contraste est de {rapport}, il en faut 4,5 pour que tout le monde lise.',
    hint: '{propose}.',
  },
  'encres-en-fractions': {
    severity: 'erreur',
    message: '{nom} : {encres} se lit en pour cent, presque sans encre, et la couleur de l’écran est foncée.',
    hint: 'Écrire {propose}.',
  },
  'encrage-fort': {
    severity: 'erreur',
    message: "{nom} : {total} % d'encre en tout, {limite} % au plus (impression › encrage_max).",
    hint: 'Écrire {propose}, ou demander à l’imprimeur ses encres.',
  },
  'noir-enrichi': {
    severity: 'erreur',
    message: '{nom} : un petit texte imprimé en plusieurs encres noires, {encres}, bave au moindre décalage.',
    hint: 'Écrire {propose}.',
  },
  'encres-doubles': {
    severity: 'erreur',
    message: '{nom} : {hex} a déjà d’autres encres, celles de {autre}.',
    hint: 'Écrire les mêmes, {encres}, ou une autre valeur pour l’écran : {propose}.',
  },
  'partenaire-inconnu': {
    severity: 'erreur',
    message: "soutien : « {valeur} » n'est pas dans partenaires.yaml.",
    hint: '{remede}.',
  },
  'numero-double': {
    severity: 'erreur',
    message: 'numero : {valeur} est déjà le numéro de {autre}.',
    hint: '{remede}.',
  },
  'numero-fichier': {
    severity: 'erreur',
    message: 'numero : {valeur}, mais le nom du fichier commence par {fichier}.',
    hint: 'Renommer le fichier en « {attendu} », ou écrire : numero: {nombre}.',
  },
  'fichier-sans-numero': {
    severity: 'avertissement',
    message: 'Le nom du fichier ne commence pas par le numéro de la fiche.',
    hint: 'Le renommer en « {attendu} ».',
  },
  'slug-double': {
    severity: 'erreur',
    message: '{cle} : « {valeur} » est déjà le slug de {autre}.',
    hint: '{remede}.',
  },
  'slug-reserve': {
    severity: 'erreur',
    message: 'slug : « {valeur} » est réservé à une page que le kit fabrique.',
    hint: 'Choisir un autre slug.',
  },
  'titre-double': {
    severity: 'erreur',
    message: 'titre : « {valeur} » est déjà le titre de {autre}.',
    hint: 'Choisir un autre titre : les menus du livre numérique ne distingueraient pas ces deux pages.',
  },
  'titre-reserve': {
    severity: 'erreur',
    message: "titre : « {valeur} » est le titre d'une page que le kit fabrique.",
    hint: 'Choisir un autre titre, ou retirer cette page si elle fait double emploi.',
  },
  'renvoi-inconnu': {
    severity: 'erreur',
    message: "[[{valeur}]] : aucune fiche n'a ce slug.",
    hint: '{remede}.',
  },
  'renvoi-un-crochet': {
    severity: 'avertissement',
    message: '[{valeur}] : un seul crochet ne fait pas de renvoi, ces signes seront imprimés.',
    hint: 'Écrire : [[{valeur}]].',
  },
  ...search,
  'corps-non-lu': {
    severity: 'avertissement',
    message: 'Le texte de cette fiche ne paraît pas : son statut est « a-paraitre ».',
    hint: 'Pour le montrer, écrire : statut: relecture.',
  },

  'corps-absent': {
    severity: 'avertissement',
    message: 'Cette fiche est publiée sans texte : sa page serait vide.',
    hint: "Écrire son texte sous l'en-tête, ou, tant qu'elle n'en a pas : statut: a-paraitre.",
  },

  // Pictures
  ...pictures,

  'profil-absent': {
    severity: 'erreur',
    message: "impression › profil : le fichier « {chemin} » n'existe pas dans le dossier du kit.",
    hint: "Déposer le profil ICC de l'imprimeur à cet endroit, ou écrire : profil: null.",
  },

  // What the publisher has to say
  'mention-a-completer': {
    severity: 'avertissement',
    message: 'mentions › {cle} : à compléter avant la publication.',
    hint: 'Écrire {attendu}.',
  },
  'site-sans-url': {
    severity: 'avertissement',
    message: "site › url : sans adresse, le kit n'a ni QR code, ni adresse canonique, ni plan du site.",
    hint: "Écrire l'adresse publique du site, par exemple https://kit.exemple.fr.",
  },
  'isbn-cle': {
    severity: 'avertissement',
    message: 'isbn › {cle} : la clé de « {valeur} » est fausse.',
    hint: 'Vérifier les chiffres ; le dernier devrait être {attendu}.',
  },
} as const satisfies Record<string, Entry>
