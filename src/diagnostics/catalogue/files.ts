import type { Entry } from './entry.ts'

/** Problems of files, front matter and references between files. */
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
  'utf8-invalide': {
    severity: 'erreur',
    message: "Le fichier n'est pas en UTF-8 : octet {octet} inattendu.",
    hint: "L'enregistrer de nouveau en choisissant l'encodage UTF-8.",
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
    message: "{cle} : l'en-tête n'a ni gras ni renvoi, les signes « {trouve} » seront imprimés.",
    hint: 'Écrire : {propose}',
  },
  'titre-court-manquant': {
    severity: 'erreur',
    message:
      'titre_court : cette clé manque, et le titre ({longueur} caractères) est trop long pour en tenir lieu.',
    hint: 'Ajouter : titre_court, 60 caractères au plus.',
  },

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
  'partenaire-inconnu': {
    severity: 'erreur',
    message: "soutien : « {valeur} » n'est pas dans partenaires.yaml.",
    hint: '{remede}.',
  },
  'numero-double': {
    severity: 'erreur',
    message: 'numero : {valeur} est déjà le numéro de {autre}.',
    hint: 'Donner un autre numéro à cette fiche, et au nom de son fichier.',
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
    hint: 'Choisir un autre slug.',
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
    message: "L'image SVG contient « {trouve} » : un script ou une adresse extérieure.",
    hint: "L'exporter de nouveau en SVG simple, sans script, lien ni police distante.",
  },
  'image-imbriquee': {
    severity: 'erreur',
    message: 'images/{nom} emboîte plus de 200 groupes les uns dans les autres : aucun navigateur ne le lit.',
    hint: "Dégrouper le dessin dans le logiciel qui l'a fait, puis l'exporter de nouveau en SVG simple.",
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
