import { avertissement, type CatalogueEntry, erreur, inacheve } from './entry.ts'
import { pictures } from './pictures.ts'

/** Problems of what files say of each other, of pictures, and of what the publisher has to say. */
export const references = {
  // References between files
  'famille-inconnue': erreur(['famille', "« {valeur} » n'existe pas."], 'Écrire : {attendu}.'),
  'famille-double': erreur(
    ['familles', '« {valeur} » est le nom de deux familles.'],
    'Donner à chaque famille son propre id.',
  ),
  'famille-homonyme': erreur(
    ['familles', '« {valeur} » est le nom de deux familles.'],
    'Donner à chaque famille son propre nom.',
  ),
  'couleur-inconnue': erreur(
    ['couleur', "« {valeur} » n'est pas dans les couleurs du kit."],
    'Écrire : {attendu}, ou ajouter cette couleur à tokens.json.',
  ),
  'couleur-incomplete': erreur(
    ['familles › {couleur}', 'il manque {manque}.'],
    'Une nouvelle famille de couleurs donne ses cinq nuances et son accent : solid, deep, mid, light, tint et epub.',
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
  'partenaire-inconnu': erreur(['soutien', "« {valeur} » n'est pas dans partenaires.yaml."], '{remedy}.'),
  'numero-double': erreur(
    ['numero', '{valeur} est déjà le numéro de {autre}.'],
    'Donner un autre numéro à cette fiche, et au nom de son fichier, ou supprimer une copie.',
  ),
  'numero-fichier': erreur(
    ['numero', '{valeur}, mais le nom du fichier commence par {fichier}.'],
    'Renommer le fichier en « {attendu} », ou écrire : numero: {nombre}.',
  ),
  'slug-double': erreur(
    ['{cle}', '« {valeur} » est déjà le slug de {autre}.'],
    'Choisir un autre slug, ou supprimer une copie.',
  ),
  'slug-reserve': erreur(['slug', '« {valeur} » est réservé {qui}.'], 'Choisir un autre slug.'),
  'titre-double': erreur(
    ['titre', '« {valeur} » est déjà le titre de {autre}.'],
    'Choisir un autre titre : les menus du livre numérique ne distingueraient pas ces deux pages.',
  ),
  'fiche-homonyme': avertissement(
    ['titre', '« {valeur} » est aussi le titre de {autre}.'],
    'Dire dans chaque titre ce qui distingue ces fiches.',
  ),
  'familles-pareilles': avertissement(
    [
      'familles',
      '« {id} » a la forme et la couleur de « {autre} » ; sans couleurs, la forme seule les distingue.',
    ],
    'Changer la forme ou la couleur de l’une des deux.',
  ),
  'mois-lointain': avertissement(
    ['maj', '{mois}, plus d’un an après le mois de l’édition.'],
    'Écrire le mois de la dernière mise à jour.',
  ),
  'site-local': inacheve(
    [
      'site › url',
      '« {valeur} » ne se lit que sur cette machine ou son réseau, et le QR code imprimé y mènerait.',
    ],
    'Écrire l’adresse publique du site, par exemple https://kit.exemple.fr.',
  ),
  'titre-bref': erreur(
    ['{cle}', '« {valeur} » a moins de deux lettres, et la recherche ne lit pas un signe seul.'],
    "Écrire un titre d'un mot au moins.",
  ),
  'titre-reserve': erreur(
    ['titre', "« {valeur} » est le titre d'une page que le kit fabrique."],
    'Choisir un autre titre, ou retirer cette page si elle fait double emploi.',
  ),
  'renvoi-inconnu': erreur('Renvoi à « {valeur} » : {cause}.', '{remedy}.'),
  'corps-non-lu': avertissement(
    'Le texte de cette fiche ne paraît pas : elle est annoncée, « à paraître ».',
    'Pour le montrer, écrire : statut: relecture.',
  ),

  'verification-ancienne': avertissement(
    ['verifie', 'le droit que dit cette fiche a été vérifié en {mois}, {ecart} mois avant l’édition.'],
    'Le vérifier de nouveau, et écrire le mois où il l’a été.',
  ),
  'corps-absent': avertissement("{quoi} n'a pas de texte : elle serait vide.", '{remedy}.'),
  'quatrieme-perdue': erreur(['gabarit', '{cause}.'], '{remedy}.'),
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
    ['impression › profil', "le fichier « {chemin} » n'existe pas dans le dossier du kit."],
    "Déposer le profil ICC de l'imprimeur à cet endroit, ou écrire : profil: null.",
  ),

  'profil-invalide': erreur(
    ['impression › profil', '« {chemin} » {cause}.'],
    "Demander à l'imprimeur le fichier de son profil ICC, ou écrire : profil: null.",
  ),

  // Mentions of the publisher
  'mention-a-completer': inacheve(['{cle}', 'à compléter avant la publication.'], 'Écrire {attendu}.'),
  'site-sans-url': inacheve(
    ['site › url', "sans adresse, le kit n'a ni QR code, ni adresse canonique, ni plan du site."],
    "Écrire l'adresse publique du site, par exemple https://kit.exemple.fr.",
  ),
  'isbn-cle': inacheve(
    ['isbn › {cle}', 'la clé de « {valeur} » est fausse.'],
    'Vérifier les chiffres ; le dernier devrait être {attendu}.',
  ),
  'contact-mele': erreur(
    ['{section} › contact', '« {valeur} » {cause}, le site n’en ferait pas un lien.'],
    'Écrire l’adresse électronique seule, par exemple contact@exemple.fr.',
  ),
} as const satisfies Record<string, CatalogueEntry>
