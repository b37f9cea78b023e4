import type { Entry } from './entry.ts'
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
  'image-absente': {
    severity: 'erreur',
    message: "L'image « {chemin} » n'existe pas.",
    hint: '{remede}.',
  },
  'image-format': {
    severity: 'erreur',
    message: "L'image « {chemin} » n'est pas d'un format admis.",
    hint: "Enregistrer l'image en SVG, PNG ou JPEG.",
  },
  'image-nom': {
    severity: 'erreur',
    message:
      "« {chemin} » : un nom d'image n'a que des lettres, des chiffres, des points, des tirets et des traits bas, sans espace ni autre signe.",
    hint: "Renommer l'image « {propose} », et l'écrire ainsi partout où le kit la nomme.",
  },
  'image-abimee': {
    severity: 'erreur',
    message:
      "images/{nom} n'est pas une image {format} entière : le fichier est abîmé, ou son nom se trompe de format.",
    hint: "L'enregistrer de nouveau depuis un logiciel d'image, en SVG, PNG ou JPEG.",
  },
  'image-active': {
    severity: 'erreur',
    message:
      "L'image SVG contient « {trouve} » : un script, une animation, une adresse extérieure ou un élément qu'aucune édition ne montre.",
    hint: "L'exporter de nouveau en SVG simple, sans script, lien ni police distante.",
  },
  'image-ouverte': {
    severity: 'erreur',
    message:
      'images/{nom} ouvre « {trouve} » et ne le ferme pas : les navigateurs ne liraient pas ce dessin.',
    hint: "L'exporter de nouveau en SVG simple depuis le logiciel qui l'a fait.",
  },
  'image-imbriquee': {
    severity: 'erreur',
    message: 'images/{nom} emboîte plus de 200 groupes les uns dans les autres : aucun navigateur ne le lit.',
    hint: "Dégrouper le dessin dans le logiciel qui l'a fait, puis l'exporter de nouveau en SVG simple.",
  },
  'image-immense': {
    severity: 'erreur',
    message:
      'images/{nom} a {pixels} millions de pixels : au-delà de {maximum} millions, aucun navigateur ne la montre sûrement.',
    hint: 'La ramener à 2 500 pixels de large, et l’enregistrer de nouveau.',
  },
  'image-vide': {
    severity: 'erreur',
    message: "images/{nom} n'a que {largeur} × {hauteur} pixels : il n'y a rien à voir.",
    hint: "Déposer l'image d'origine, ou la retirer du dossier images/.",
  },
  'image-petite': {
    severity: 'avertissement',
    message:
      "« {chemin} » n'a que {largeur} pixels de large : pour rester nette, elle sera imprimée sur {mm} mm.",
    hint: 'Déposer une image plus grande : il faut {texte} pixels pour la largeur du texte, {page} pour celle de la page.',
  },
  'image-lourde': {
    severity: 'avertissement',
    message: 'images/{nom} pèse {poids} : le site et le livre numérique la donnent telle quelle.',
    hint: "La ramener à 2 500 pixels de large et l'enregistrer en JPEG ; un dessin, en SVG.",
  },
  'image-sans-alt': {
    severity: 'erreur',
    message: "L'image « {chemin} » n'a pas de texte de remplacement.",
    hint: "Dire en mots ce qu'elle montre : ![texte]({chemin}), ou alt dans images/credits.yaml.",
  },
  'image-alt-nom': {
    severity: 'avertissement',
    message: "« {alt} » est un nom de fichier : il ne dit pas ce que montre l'image.",
    hint: "Dire en mots ce qu'elle montre : ![texte]({chemin}), ou alt dans images/credits.yaml.",
  },
  'image-sans-credit': {
    severity: 'erreur',
    message: "L'image « {chemin} » n'a pas de crédit.",
    hint: 'Ajouter dans images/credits.yaml : {nom}: { credit: …, licence: … }.',
  },
  'credit-sans-image': {
    severity: 'erreur',
    message: "images/{nom} n'existe pas.",
    hint: '{remede}.',
  },
  'logo-sans-alt': {
    severity: 'erreur',
    message: "Le logo de « {partenaire} » n'a pas de texte de remplacement.",
    hint: 'Ajouter : alt: Logo de …',
  },
  'logo-sans-credit': {
    severity: 'avertissement',
    message: "Le logo « {chemin} » n'a pas de crédit.",
    hint: 'Ajouter dans images/credits.yaml : {nom}: { credit: …, licence: … }.',
  },
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
