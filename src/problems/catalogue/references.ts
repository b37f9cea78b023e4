import { avertissement, type CatalogueEntry, erreur, inacheve } from './entry.ts'
import { pictures } from './pictures.ts'

/** Problems of what files say of each other, of pictures, and of what the publisher has to say. */
export const references = {
  // References between files
  'famille-inconnue': erreur("« {valeur} » n'existe pas.", 'Écrire : {attendu}.', 'famille'),
  'famille-double': erreur(
    '« {valeur} » est le nom de deux familles.',
    'Donner à chaque famille son propre id.',
    'familles',
  ),
  'famille-homonyme': erreur(
    '« {valeur} » est le nom de deux familles.',
    'Donner à chaque famille son propre nom.',
    'familles',
  ),
  'couleur-inconnue': erreur(
    "« {valeur} » n'est pas dans les couleurs du kit.",
    'Écrire : {attendu}, ou ajouter cette couleur à tokens.json.',
    'couleur',
  ),
  'couleur-incomplete': erreur(
    'il manque {manque}.',
    'Une nouvelle famille de couleurs donne ses cinq nuances et son accent : solid, deep, mid, light, tint et epub.',
    'familles › {couleur}',
  ),
  'contraste-faible': erreur(
    '{texte} sur {fond} : le contraste est de {rapport}, il en faut 4,5 pour que tout le monde lise.',
    'Choisir une autre couleur, plus sombre ou plus claire.',
  ),
  'encres-en-fractions': erreur(
    '{nom} : {encres} se lit en pour cent, presque sans encre, et la couleur de l’écran est foncée.',
    'Écrire {proposal}.',
  ),
  'encres-loin': erreur(
    '{nom} : les encres {encres} ne peuvent pas imprimer {hex}.',
    'Demander ses encres à l’imprimeur ; à défaut, écrire {proposal}.',
  ),
  'encrage-fort': erreur(
    "{nom} : {total} % d'encre en tout, {limite} % au plus (impression › encrage_max).",
    'Écrire {proposal}, ou demander à l’imprimeur ses encres.',
  ),
  'noir-enrichi': erreur(
    '{nom} : un petit texte imprimé en plusieurs encres noires, {encres}, bave au moindre décalage.',
    'Écrire {proposal}.',
  ),
  'encres-doubles': erreur(
    '{nom} : {hex} a déjà d’autres encres, celles de {autre}.',
    'Écrire les mêmes, {encres}, ou une autre valeur pour l’écran.',
  ),
  'partenaire-inconnu': erreur("« {valeur} » n'est pas dans partenaires.yaml.", '{remedy}.', 'soutien'),
  'numero-double': erreur(
    '{valeur} est déjà le numéro de {autre}.',
    'Donner un autre numéro à cette fiche, et au nom de son fichier, ou supprimer une copie.',
    'numero',
  ),
  'numero-fichier': erreur(
    '{valeur}, mais le nom du fichier commence par {fichier}.',
    'Renommer le fichier en « {attendu} », ou écrire : numero: {nombre}.',
    'numero',
  ),
  'slug-double': erreur(
    '« {valeur} » est déjà le slug de {autre}.',
    'Choisir un autre slug, ou supprimer une copie.',
    '{cle}',
  ),
  'slug-reserve': erreur('« {valeur} » est réservé {qui}.', 'Choisir un autre slug.', 'slug'),
  'titre-double': erreur(
    '« {valeur} » est déjà le titre de {autre}.',
    'Choisir un autre titre : les menus du livre numérique ne distingueraient pas ces deux pages.',
    'titre',
  ),
  'fiche-homonyme': avertissement(
    '« {valeur} » est aussi le titre de {autre}.',
    'Dire dans chaque titre ce qui distingue ces fiches.',
    'titre',
  ),
  'familles-pareilles': avertissement(
    '« {id} » a la forme et la couleur de « {autre} » ; sans couleurs, la forme seule les distingue.',
    'Changer la forme ou la couleur de l’une des deux.',
    'familles',
  ),
  'mois-lointain': avertissement(
    '{mois}, plus d’un an après le mois de l’édition.',
    'Écrire le mois de la dernière mise à jour.',
    'maj',
  ),
  'site-local': inacheve(
    '« {valeur} » ne se lit que sur cette machine ou son réseau, et le QR code imprimé y mènerait.',
    'Écrire l’adresse publique du site, par exemple https://kit.exemple.fr.',
    'site › url',
  ),
  'titre-bref': erreur(
    '« {valeur} » a moins de deux lettres, et la recherche ne lit pas un signe seul.',
    "Écrire un titre d'un mot au moins.",
    '{cle}',
  ),
  'titre-reserve': erreur(
    "« {valeur} » est le titre d'une page que le kit fabrique.",
    'Choisir un autre titre, ou retirer cette page si elle fait double emploi.',
    'titre',
  ),
  'renvoi-inconnu': erreur('Renvoi à « {valeur} » : {cause}.', '{remedy}.'),
  'corps-non-lu': avertissement(
    'Le texte de cette fiche ne paraît pas : elle est annoncée, « à paraître ».',
    'Pour le montrer, écrire : statut: relecture.',
  ),

  'verification-ancienne': avertissement(
    'le droit que dit cette fiche a été vérifié en {mois}, {ecart} mois avant l’édition.',
    'Le vérifier de nouveau, et écrire le mois où il l’a été.',
    'verifie',
  ),
  'corps-absent': avertissement("{quoi} n'a pas de texte : elle serait vide.", '{remedy}.'),
  'quatrieme-perdue': erreur('{cause}.', '{remedy}.', 'gabarit'),
  'quatrieme-longue': erreur(
    'La quatrième de couverture tient environ {lignes} lignes : elle en a la place de {maximum}.',
    'La raccourcir, ou réunir des paragraphes.',
  ),

  'quatrieme-riche': erreur(
    '{quoi} n’a pas sa place sur la quatrième de couverture : elle n’a que des paragraphes, des titres et des listes.',
    'Le dire en une phrase, ou le placer dans une autre page.',
  ),

  // Pictures
  ...pictures,

  'profil-absent': erreur(
    "le fichier « {chemin} » n'existe pas dans le dossier du kit.",
    "Déposer le profil ICC de l'imprimeur à cet endroit, ou écrire : profil: null.",
    'impression › profil',
  ),

  'profil-invalide': erreur(
    '« {chemin} » {cause}.',
    "Demander à l'imprimeur le fichier de son profil ICC, ou écrire : profil: null.",
    'impression › profil',
  ),

  // Mentions of the publisher
  'mention-a-completer': inacheve('à compléter avant la publication.', 'Écrire {attendu}.', '{cle}'),
  'site-sans-url': inacheve(
    "sans adresse, le kit n'a ni QR code, ni adresse canonique, ni plan du site.",
    "Écrire l'adresse publique du site, par exemple https://kit.exemple.fr.",
    'site › url',
  ),
  'isbn-cle': inacheve(
    'la clé de « {valeur} » est fausse.',
    'Vérifier les chiffres ; le dernier devrait être {attendu}.',
    'isbn › {cle}',
  ),
  'contact-mele': erreur(
    '« {valeur} » {cause}, le site n’en ferait pas un lien.',
    'Écrire l’adresse électronique seule, par exemple contact@exemple.fr.',
    '{section} › contact',
  ),
} as const satisfies Record<string, CatalogueEntry>
