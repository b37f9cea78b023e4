import type { Entry } from './entry.ts'
import { signs } from './signs.ts'

/** Problems of a fiche's Markdown: blocks, links, typography. */
export const body = {
  'ancre-mal-ecrite': {
    severity: 'erreur',
    message:
      'L’ancre « {ancre} » ne convient pas : elle a des minuscules sans accent, des chiffres et des traits d’union.',
    hint: 'Écrire {#{propose}}.',
  },
  'ancre-double': {
    severity: 'erreur',
    message: 'L’ancre « {ancre} » est déjà celle d’un autre passage de ce texte.',
    hint: 'Changer l’une des deux ; celle qui a déjà été publiée garde son nom.',
  },
  'ancre-absente': {
    severity: 'avertissement',
    message: '{genre} n’a pas d’ancre : son adresse changerait avec ses mots.',
    hint: 'Écrire {#{propose}} à la fin de la ligne, ou lancer « kit ancres », qui l’écrit.',
  },
  'bloc-inconnu': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » n’existe pas.',
    hint: 'Écrire {attendu}.',
  },
  'bloc-non-ferme': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » ouvert ici n’est pas fermé.',
    hint: 'Écrire ::: seul sur une ligne, après la dernière ligne du bloc.',
  },
  'bloc-imbrique': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » est dans {dans} : un bloc ne se place pas dans un autre.',
    hint: 'Fermer le premier par ::: avant d’ouvrir le second, au début d’une ligne.',
  },
  'bloc-fermeture-seule': {
    severity: 'erreur',
    message: 'Cette ligne ::: ne ferme aucun bloc.',
    hint: 'La supprimer, ou écrire le nom du bloc qui manque : ::: info Titre.',
  },
  'bloc-vide': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » est vide.',
    hint: 'Écrire son texte entre la ligne qui l’ouvre et celle qui le ferme, ou le supprimer.',
  },
  'titre-absent': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » n’a pas de titre.',
    hint: 'Écrire : {modele}.',
  },
  'titre-inattendu': {
    severity: 'avertissement',
    message: 'Le bloc « {bloc} » ne prend pas de titre : ces mots seront lus avec la suite.',
    hint: 'Écrire ces mots sur la ligne d’après.',
  },
  'bloc-sans-liste': {
    severity: 'erreur',
    message: 'Le bloc « {bloc} » attend une liste.',
    hint: 'Écrire chaque élément sur sa ligne : {modele}.',
  },
  'texte-hors-liste': {
    severity: 'avertissement',
    message: 'Dans le bloc « {bloc} », ce texte n’est pas dans la liste : il sera placé après elle.',
    hint: 'Écrire : {modele}.',
  },
  'element-sans-texte': {
    severity: 'erreur',
    message: 'Dans le bloc « {bloc} », cet élément de la liste commence par {trouve} au lieu de mots.',
    hint: '{remede}.',
  },
  'exemple-sans-lieu': {
    severity: 'erreur',
    message: 'L’exemple ne dit pas son lieu.',
    hint: 'Écrire : {propose}',
  },
  'exemple-sans-titre': {
    severity: 'erreur',
    message: 'L’exemple n’a pas de titre.',
    hint: 'Écrire : ::: exemple Titre · Métropole de Lyon (69).',
  },
  'exemple-sans-code': {
    severity: 'avertissement',
    message:
      'Pas de code de département après « {lieu} » : l’index des territoires rangera l’exemple parmi les autres lieux.',
    hint: 'Ajouter le code entre parenthèses, par exemple : Métropole de Lyon (69) ; hors de France, le pays : Namur (Belgique).',
  },
  'departement-inconnu': {
    severity: 'erreur',
    message: '« {code} » n’est ni un code de département ni un pays.',
    hint: 'Écrire {attendu}.',
  },
  'chiffres-sans-liste': {
    severity: 'erreur',
    message: 'Le bloc « chiffres » attend une liste.',
    hint: 'Écrire chaque chiffre sur sa ligne : - **2,7 millions** de salarié.e.s.',
  },
  'chiffre-sans-gras': {
    severity: 'erreur',
    message: 'Cette ligne ne commence pas par un chiffre en gras.',
    hint: 'Écrire : - **2,7 millions** de salarié.e.s.',
  },
  'source-absente': {
    severity: 'avertissement',
    message: 'Le bloc « {bloc} » ne dit pas sa source.',
    hint: 'Écrire en dernière ligne : Source : organisme, année.',
  },
  'citation-sans-auteur': {
    severity: 'avertissement',
    message: 'La citation ne dit pas son auteur ou son autrice.',
    hint: 'Écrire en dernière ligne : — Nom, fonction.',
  },
  'propos-sans-auteur': {
    severity: 'erreur',
    message: 'Ces propos ne disent pas qui les tient.',
    hint: 'Écrire en dernière ligne : — Nom, fonction.',
  },
  'idee-sans-verdict': {
    severity: 'erreur',
    message: 'Cette idée reçue n’a pas de verdict.',
    hint: 'Écrire : - Idée : FAUX. Réponse (ou VRAI).',
  },
  'date-absente': {
    severity: 'erreur',
    message: 'Cette ligne ne commence pas par une date, suivie de deux-points et d’une espace.',
    hint: 'Écrire : - 1901 : texte.',
  },
  'domaine-sans-gras': {
    severity: 'erreur',
    message: 'Cette ligne ne commence pas par le nom du domaine en gras.',
    hint: 'Écrire : - **Domaine** {picto=house} : texte.',
  },
  'domaine-sans-deux-points': {
    severity: 'erreur',
    message: 'Le nom du domaine n’est pas suivi de deux-points.',
    hint: 'Écrire le nom entier en gras, puis deux-points : - **Domaine** {picto=house} : texte.',
  },
  'picto-inconnu': {
    severity: 'erreur',
    message: 'Le pictogramme « {picto} » n’existe pas.',
    hint: 'Les noms sont ceux de lucide.dev. Les plus proches : {proches}.',
  },
  'picto-mal-ecrit': {
    severity: 'erreur',
    message: '« {trouve} » ne donne pas de pictogramme : ces signes seront imprimés.',
    hint: 'Écrire, entre accolades, sans espace ni guillemets : {propose}',
  },
  'attribut-inconnu': {
    severity: 'erreur',
    message: '« {attribut} » n’a pas de sens après un titre {niveau}.',
    hint: 'Écrire {attendu}, ou rien.',
  },
  'attributs-inattendus': {
    severity: 'avertissement',
    message: '« {attributs} » n’a pas de sens ici : ces mots seront imprimés.',
    hint: 'Placer {attributs} à la fin d’un titre, ou le supprimer.',
  },
  'graphique-inconnu': {
    severity: 'erreur',
    message: 'Le type de graphique « {type} » n’existe pas.',
    hint: 'Écrire : ::: graphique {attendu}.',
  },
  'graphique-sans-table': {
    severity: 'erreur',
    message: 'Le graphique n’a pas de tableau de données.',
    hint: 'Écrire une ligne d’en-têtes « | Année | Part (%) | », une ligne « | --- | --- | », puis une ligne par donnée.',
  },
  'cellule-vide': {
    severity: 'erreur',
    message: 'Cette case du graphique est vide.',
    hint: 'Écrire son nombre, qui peut être 0, ou enlever la ligne.',
  },
  'cellule-ambigue': {
    severity: 'erreur',
    message:
      '« {valeur} » se lirait {lu} : en français la virgule sépare les décimales, une espace les milliers.',
    hint: 'Écrire {milliers}, ou, si ce sont des décimales, en écrire une de moins.',
  },
  'ligne-de-total': {
    severity: 'erreur',
    message: '« {nom} » est la somme des autres parts : l’anneau compterait tout deux fois.',
    hint: 'Enlever cette ligne.',
  },
  'cellule-non-numerique': {
    severity: 'erreur',
    message: '« {valeur} » n’est pas un nombre.',
    hint: 'Écrire un nombre seul, comme 12,5 ; l’unité va dans l’en-tête de la colonne.',
  },
  'unite-contradictoire': {
    severity: 'erreur',
    message: '« {valeur} » contredit {avec} : une colonne n’a qu’une unité.',
    hint: 'Écrire l’unité dans l’en-tête, comme « Part (%) », les nombres seuls dessous, et une colonne par unité.',
  },
  'colonne-en-trop': {
    severity: 'erreur',
    message: 'Un anneau ne montre qu’une colonne de nombres : « {colonne} » n’y paraîtrait pas.',
    hint: 'Supprimer cette colonne, ou choisir le type barres, barres-empilees ou courbe.',
  },
  'tableau-en-trop': {
    severity: 'erreur',
    message: 'Un graphique ne dessine qu’un tableau : celui-ci est en trop.',
    hint: 'Lui donner un bloc graphique à lui, ou le placer dans le texte, après la fin du bloc.',
  },
  'anneau-total': {
    severity: 'erreur',
    message: 'Les parts de cet anneau font {total} en tout : {cause}.',
    hint: 'Corriger les valeurs, ou choisir le type barres.',
  },
  'part-negative': {
    severity: 'erreur',
    message: '« {valeur} » : une part ne peut pas être négative.',
    hint: 'Corriger la valeur, ou choisir le type barres ou courbe.',
  },
  'schema-sans-image': {
    severity: 'erreur',
    message: 'Le schéma ne dit pas son image.',
    hint: 'Écrire : ::: schema images/nom.svg Titre.',
  },
  ...signs,
} as const satisfies Record<string, Entry>
