import type { Entry } from './entry.ts'
import { references } from './references.ts'

/** Problems of files and of their front matter. */
export const files = {
  // The folder and its files
  'dossier-absent': {
    severity: 'erreur',
    message: "Ce dossier n'existe pas.",
    hint: 'Donner le dossier des fiches : --fiches DOSSIER.',
  },
  'kit-absent': {
    severity: 'erreur',
    message: "Il manque kit.yaml, qui décrit l'édition.",
    hint: 'Créer « kit.yaml » à la racine du dossier, avec titre, edition, editeur, licence et familles.',
  },
  'kit-sans-fiche': {
    severity: 'erreur',
    message: "Le kit n'a aucune fiche.",
    hint: 'Ranger les fiches dans un dossier par famille, par exemple leviers/01-titre.md.',
  },
  'fichier-illisible': {
    severity: 'erreur',
    message: 'Le fichier ne se lit pas ({cause}).',
    hint: "Vérifier qu'il existe encore et que ses droits permettent de le lire.",
  },
  'fichier-vide': {
    severity: 'erreur',
    message: 'Le fichier est vide.',
    hint: 'Le remplir ou le supprimer.',
  },
  'fichier-ignore': {
    severity: 'avertissement',
    message: "Ce fichier n'est pas lu : {cause}.",
    hint: '{remede}.',
  },
  'texte-immense': {
    severity: 'erreur',
    message: 'Ce texte a {signes} signes ; {maximum} au plus tiennent dans un fichier.',
    hint: 'Enlever ce qui s’y est collé par mégarde, ou le partager en plusieurs fiches.',
  },
  'utf8-invalide': {
    severity: 'erreur',
    message: "Le fichier n'est pas en UTF-8 : octet {octet} inattendu.",
    hint: "L'enregistrer de nouveau en choisissant l'encodage UTF-8 (Bloc-notes : Enregistrer sous, Encodage).",
  },
  'caractere-interdit': {
    severity: 'erreur',
    message: 'Un caractère illisible ({caractere}) est ici.',
    hint: "Le supprimer, ou retaper la lettre qu'il remplace.",
  },
  'caractere-invisible': {
    severity: 'avertissement',
    message: 'Un caractère invisible ({caractere}) est ici, venu sans doute avec un texte collé.',
    hint: 'Le supprimer : effacer les deux lettres voisines et les retaper.',
  },
  'texte-mal-decode': {
    severity: 'erreur',
    message: '« {trouve} » : un accent ou un signe a été lu dans un autre encodage.',
    hint: 'Retaper : {propose}. S’il y en a partout, enregistrer de nouveau le texte d’origine en UTF-8.',
  },
  'lettres-liees': {
    severity: 'avertissement',
    message: '« {trouve} » est un seul caractère, venu sans doute d’un PDF : la recherche ne le trouve pas.',
    hint: 'Retaper : {propose}.',
  },
  'accent-separe': {
    severity: 'avertissement',
    message: "L'accent est séparé de sa lettre, ce qui trompe la recherche.",
    hint: 'Retaper : {propose}.',
  },
  'caractere-sans-dessin': {
    severity: 'avertissement',
    message:
      "« {caractere} » ({code}) est un caractère sans dessin dans les polices de l'édition : l'imprimé montrera son code.",
    hint: "Le supprimer, ou écrire en mots ce qu'il veut dire.",
  },
  'chemin-hors-dossier': {
    severity: 'erreur',
    message: '« {chemin} » mène hors du dossier du kit.',
    hint: '{remede}.',
  },

  // Front matter and YAML
  'entete-absent': {
    severity: 'erreur',
    message: "La fiche n'a pas d'en-tête.",
    hint: 'Commencer le fichier par une ligne « --- », puis numero, slug, titre…, puis une autre ligne « --- ».',
  },
  'entete-ouvert': {
    severity: 'erreur',
    message: "L'en-tête n'est pas fermé.",
    hint: 'Écrire « --- », seul sur une ligne, après la dernière clé.',
  },
  'yaml-deux-points': {
    severity: 'erreur',
    message: 'Une valeur qui contient « : » doit être entre guillemets.',
    hint: 'Écrire : {remede}',
  },
  'yaml-guillemets': {
    severity: 'erreur',
    message: 'Les guillemets de cette valeur se ferment trop tôt.',
    hint: 'Écrire : {remede}',
  },
  'yaml-caractere': {
    severity: 'erreur',
    message: 'Une valeur ne peut pas commencer par « {caractere} » sans guillemets.',
    hint: 'Écrire : {remede}',
  },
  'yaml-tabulation': {
    severity: 'erreur',
    message: 'Une tabulation sert de retrait.',
    hint: 'La remplacer par deux espaces.',
  },
  'yaml-fermeture': {
    severity: 'erreur',
    message: 'Il manque {attendu} : « {ouverture} » reste ouvert.',
    hint: 'Ajouter {attendu} à la fin de la valeur.',
  },
  'yaml-retrait': {
    severity: 'erreur',
    message: 'Cette clé est trop à droite.',
    hint: 'La commencer à la colonne {colonne}, sous celle qui précède.',
  },
  'yaml-diese': {
    severity: 'avertissement',
    message: '« {perdu} » ne paraîtra pas : ce qui suit un dièse est un commentaire.',
    hint: 'Écrire : {remede} (pour un commentaire, mettre une espace et un mot après le dièse).',
  },
  'yaml-espace': {
    severity: 'erreur',
    message: 'Il manque une espace après « {cle}: ».',
    hint: 'Écrire : {remede}',
  },
  'yaml-insecable': {
    severity: 'erreur',
    message:
      'Une espace insécable est ici : elle se voit comme une autre, mais ne sépare pas une clé de sa valeur.',
    hint: "L'effacer et la retaper avec la barre d'espace seule : {remede}",
  },
  'yaml-invalide': {
    severity: 'erreur',
    message: 'Cette ligne ne se lit pas : {cause}.',
    hint: 'Écrire une clé par ligne, sous la forme « clé: valeur », sans retrait en trop.',
  },

  // Keys and values
  'cle-double': {
    severity: 'erreur',
    message: '{chemin} : cette clé est déjà écrite ligne {autre}.',
    hint: "Garder l'une des deux.",
  },
  'cle-inconnue': {
    severity: 'erreur',
    message: "{chemin} : cette clé n'existe pas.",
    hint: '{remede}.',
  },
  'cle-manquante': {
    severity: 'erreur',
    message: '{chemin} : cette clé manque.',
    hint: 'Ajouter : {attendu}.',
  },
  'cle-en-trop': {
    severity: 'erreur',
    message: '{chemin} : sans objet tant que la fiche est à paraître.',
    hint: 'Retirer cette clé, ou écrire : statut: relecture.',
  },
  'valeur-type': {
    severity: 'erreur',
    message: '{chemin} : {valeur} au lieu {attendu}.',
    hint: '{remede}.',
  },
  'valeur-vide': {
    severity: 'erreur',
    message: '{chemin} : la valeur est vide.',
    hint: '{remede}.',
  },
  'valeur-inconnue': {
    severity: 'erreur',
    message: "{chemin} : « {valeur} » n'existe pas.",
    hint: 'Écrire : {attendu}.',
  },
  'valeur-forme': {
    severity: 'erreur',
    message: "{chemin} : « {valeur} » n'a pas la bonne forme.",
    hint: 'Écrire {attendu}.',
  },
  'valeur-longue': {
    severity: 'erreur',
    message: '{chemin} : {longueur} caractères, {maximum} au plus.',
    hint: 'Raccourcir de {surplus}.',
  },
  'valeur-bornes': {
    severity: 'erreur',
    message: '{chemin} : {valeur} est trop {sens}.',
    hint: 'Écrire un nombre {attendu}.',
  },
  'valeur-repetee': {
    severity: 'erreur',
    message: '{chemin} : « {valeur} » est écrit deux fois.',
    hint: "Garder l'un des deux.",
  },
  'signes-entete': {
    severity: 'avertissement',
    message: "{cle} : l'en-tête n'est pas du Markdown, les signes « {trouve} » seront imprimés.",
    hint: 'Écrire : {propose}',
  },
  'guillemets-entete': {
    severity: 'avertissement',
    message:
      '{cle} : ces guillemets seront imprimés, ils n’entourent pas la valeur comme le font ceux de la machine.',
    hint: 'Écrire : {propose}',
  },
  'mots-cles-colles': {
    severity: 'avertissement',
    message: 'mots_cles : « {valeur} » est un seul mot-clé.',
    hint: 'Séparer les mots-clés par des virgules, hors des guillemets : {propose}',
  },
  'titre-court-manquant': {
    severity: 'erreur',
    message:
      'titre_court : cette clé manque, et le titre ({longueur} caractères) est trop long pour en tenir lieu.',
    hint: 'Ajouter : titre_court, 60 caractères au plus.',
  },
  ...references,
  'site-ailleurs': {
    severity: 'erreur',
    message: 'site › url : l’adresse mène à « {valeur} », et site › base dit « {base} ».',
    hint: 'Écrire base: {valeur}, ou ôter ce chemin de l’adresse.',
  },
} as const satisfies Record<string, Entry>
