import { avertissement, type CatalogueEntry, erreur, inacheve, remarque } from './entry.ts'
import { references } from './references.ts'

/** Problems of files and of their front matter. */
export const files = {
  // The folder and its files
  'dossier-absent': erreur("Ce dossier n'existe pas.", 'Donner le dossier des fiches : --fiches DOSSIER.'),
  'kit-absent': erreur(
    "Il manque kit.yaml, qui décrit l'édition.",
    'Créer « kit.yaml » à la racine du dossier, avec titre, edition, editeur, licence et familles.',
  ),
  'kit-imbrique': erreur('Un autre kit est dans ce dossier.', '{remedy}.'),
  'fichier-etranger': erreur(
    'Ce fichier est {format}, quel que soit son nom : ce n’est pas du texte.',
    '{remedy}.',
  ),
  'kit-sans-fiche': erreur(
    "Le kit n'a aucune fiche.",
    'Ranger les fiches dans un dossier par famille, par exemple leviers/01-titre.md.',
  ),
  'fichier-illisible': erreur(
    '{quoi} ne se lit pas ({cause}).',
    "Vérifier qu'il existe encore et que ses droits permettent de le lire.",
  ),
  'fichier-vide': erreur('Le fichier est vide.', 'Le remplir ou le supprimer.'),
  'fichier-ignore': avertissement("Ce fichier n'est pas lu : {cause}.", '{remedy}.'),
  'nom-refuse': avertissement("Ce nom ne peut pas aller d'une machine à l'autre : {cause}.", 'Le renommer.'),
  'texte-egare': erreur('Ce texte ne paraît dans aucune édition : {cause}.', '{remedy}.'),
  'texte-immense': erreur(
    'Ce texte a {signes} signes ; {maximum} au plus tiennent dans un fichier.',
    'Enlever ce qui s’y est collé par mégarde, ou le partager en plusieurs fiches.',
  ),
  'utf8-invalide': erreur(
    "Le fichier n'est pas en UTF-8 : octet {octet} inattendu.",
    "L'enregistrer de nouveau en choisissant l'encodage UTF-8 (Bloc-notes : Enregistrer sous, Encodage).",
  ),
  'caractere-interdit': erreur(
    'Un caractère illisible ({caractere}) est ici.',
    "Le supprimer, ou retaper la lettre qu'il remplace.",
  ),
  'caractere-invisible': avertissement(
    'Un caractère invisible ({caractere}) est ici, venu sans doute avec un texte collé.',
    'Le supprimer : effacer les deux lettres voisines et les retaper.',
  ),
  'lettres-liees': avertissement(
    '« {quote} » est un seul caractère, venu sans doute d’un PDF : la recherche ne le trouve pas.',
    'Retaper : {proposal}.',
  ),
  'lettres-brouillees': avertissement(
    '« {quote} » : ces lettres ont été brouillées, sans doute par un copier-coller.',
    'Retaper : {proposal}.',
  ),
  'accent-separe': avertissement(
    "L'accent est séparé de sa lettre, ce qui trompe la recherche.",
    'Retaper : {proposal}.',
  ),
  'caractere-sans-dessin': inacheve(
    "« {caractere} » : sans dessin dans les polices de l'édition, l'imprimé montrera {code}.",
    'Retaper en lettres latines, ou dire en mots ce que cela signifie.',
  ),
  'chemin-hors-dossier': erreur('« {chemin} » mène hors du dossier du kit.', '{remedy}.'),

  // Reviews
  'relecture-ouverte': remarque(
    'Relecture : {quoi} sans réponse, de {auteurs}.',
    'Ouvrir la fiche dans l’atelier, « Relecture », et les accepter, refuser ou clore.',
  ),
  'relecture-sans-place': remarque(
    'La phrase dont parle {auteur} n’est plus dans la fiche : « {quote} ».',
    'Clore cette relecture si elle est réglée, ou corriger « exact » : les mots de la fiche.',
  ),
  'relecture-sans-fiche': avertissement(
    'Ces relectures sont celles d’une fiche qui n’est pas dans le kit : « {slug} ».',
    'Donner à ce fichier le slug de sa fiche, ou le supprimer.',
  ),

  // Front matter and YAML
  'entete-absent': erreur("La fiche n'a pas d'en-tête.", '{remedy}.'),
  'entete-ouvert': erreur(
    "L'en-tête n'est pas fermé.",
    'Écrire « --- », seul sur une ligne, après la dernière clé.',
  ),
  'yaml-deux-points': erreur(
    'Une valeur qui contient « : » doit être entre guillemets.',
    'Écrire : {remedy}',
  ),
  'yaml-guillemets': erreur('Les guillemets de cette valeur sont mal fermés.', 'Écrire : {remedy}'),
  'yaml-tabulation': erreur('Une tabulation sert de retrait.', 'La remplacer par deux espaces.'),
  'yaml-diese': avertissement(
    '« {perdu} » ne paraîtra pas : ce qui suit un dièse est un commentaire.',
    'Écrire : {remedy} (un commentaire se met sur une ligne à lui).',
  ),
  'yaml-invalide': erreur(
    'Cette ligne ne se lit pas : {cause}.',
    'Écrire une clé par ligne, sous la forme « clé: valeur », avec une espace ordinaire après les deux-points, et sans retrait en trop.',
  ),

  // Keys and values
  'cle-double': erreur(['{chemin}', 'cette clé est déjà écrite plus haut.'], "Garder l'une des deux."),
  'cle-inconnue': erreur(['{chemin}', "cette clé n'existe pas."], '{remedy}.'),
  'cle-manquante': erreur(['{chemin}', 'cette clé manque.'], 'Ajouter : {attendu}.'),
  'cle-en-trop': erreur(
    ['{chemin}', 'sans objet tant que la fiche est à paraître.'],
    'Retirer cette clé, ou écrire : statut: relecture.',
  ),
  'valeur-type': erreur(['{chemin}', '{valeur} au lieu {attendu}.'], '{remedy}.'),
  'valeur-vide': erreur(['{chemin}', 'la valeur est vide.'], '{remedy}.'),
  'valeur-inconnue': erreur(['{chemin}', "« {valeur} » n'existe pas."], 'Écrire : {attendu}.'),
  'valeur-forme': erreur(['{chemin}', "« {valeur} » n'a pas la bonne forme."], 'Écrire {attendu}.'),
  'valeur-longue': erreur(
    ['{chemin}', '{longueur} caractères, {maximum} au plus.'],
    'Raccourcir de {surplus}.',
  ),
  'valeur-bornes': erreur(['{chemin}', '{valeur} est trop {sens}.'], 'Écrire un nombre {attendu}.'),
  'valeur-repetee': erreur(['{chemin}', '« {valeur} » est écrit deux fois.'], "Garder l'un des deux."),
  'titre-court-manquant': erreur(
    [
      'titre_court',
      'cette clé manque, et le titre ({longueur} caractères) est trop long pour en tenir lieu.',
    ],
    'Ajouter : titre_court, 60 caractères au plus.',
  ),
  ...references,
  'site-ailleurs': erreur(
    ['site › url', 'l’adresse mène à « {valeur} », et site › base dit « {base} ».'],
    'Écrire base: {valeur}, ou ôter ce chemin de l’adresse.',
  ),
} as const satisfies Record<string, CatalogueEntry>
