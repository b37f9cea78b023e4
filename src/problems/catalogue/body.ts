import { avertissement, type CatalogueEntry, erreur } from './entry.ts'
import { signs } from './signs.ts'

/** Problems of a fiche's Markdown: blocks, links, typography. */
export const body = {
  'ancre-mal-ecrite': erreur(
    'L’ancre « {ancre} » ne convient pas : elle a des minuscules sans accent, des chiffres et des traits d’union.',
    'Écrire {proposal}.',
  ),
  'ancre-double': erreur(
    'L’ancre « {ancre} » est déjà celle d’un autre passage de cette page.',
    'Changer l’une des deux ; celle qui a déjà été publiée garde son nom.',
  ),
  'ancre-absente': avertissement(
    '{genre} n’a pas d’ancre : son adresse changerait avec ses mots.',
    'Écrire {#{proposal}} à la fin de la ligne, ou lancer « kit ancres », qui l’écrit.',
  ),
  'bloc-inconnu': erreur('Le bloc « {bloc} » n’existe pas.', 'Écrire {attendu}.'),
  'bloc-non-ferme': erreur(
    'Le bloc « {bloc} » ouvert ici n’est pas fermé.',
    'Écrire ::: seul sur une ligne, après la dernière ligne du bloc.',
  ),
  'bloc-imbrique': erreur(
    'Le bloc « {bloc} » est dans {dans} : un bloc ne se place pas dans un autre.',
    '{remedy}.',
  ),
  'bloc-fermeture-seule': erreur(
    'Cette ligne de deux-points ne ferme aucun bloc.',
    'La supprimer, ou écrire le nom du bloc qui manque : ::: info Titre.',
  ),
  'bloc-vide': erreur(
    'Le bloc « {bloc} » est vide.',
    'Écrire son texte entre la ligne qui l’ouvre et celle qui le ferme, ou le supprimer.',
  ),
  'titre-absent': erreur('Le bloc « {bloc} » n’a pas de titre.', 'Écrire : {modele}.'),
  'bloc-sans-liste': erreur(
    'Le bloc « {bloc} » attend une liste.',
    'Écrire chaque élément sur sa ligne : {modele}.',
  ),
  'element-sans-texte': erreur(
    'Dans le bloc « {bloc} », cet élément de la liste ne commence pas par des mots.',
    'Écrire : {modele} ; un nombre suivi d’un point ouvre une liste, écrire alors 2022\\.',
  ),
  'exemple-sans-lieu': erreur('L’exemple ne dit pas son lieu.', 'Écrire : {modele}.'),
  'exemple-sans-titre': erreur(
    'L’exemple n’a pas de titre.',
    'Écrire : ::: exemple Titre · Métropole de Lyon (69).',
  ),
  'codes-epars': erreur(
    '« {lieu} » : les codes entre parenthèses ne sont lus qu’à la fin du lieu.',
    'Écrire : ::: exemple {proposal}',
  ),
  'exemple-sans-code': avertissement(
    'Pas de code de département après « {lieu} » : l’index des territoires rangera l’exemple parmi les autres lieux.',
    'Ajouter le code entre parenthèses, par exemple : Métropole de Lyon (69) ; hors de France, le pays : Namur (Belgique).',
  ),
  'departement-inconnu': erreur(
    '« {code} » n’est ni un code de département ni un pays.',
    'Écrire un code comme (69), ou plusieurs comme (59/62) ; hors de France, le pays en toutes lettres.',
  ),
  'chiffres-sans-liste': erreur(
    'Le bloc « chiffres » attend une liste.',
    'Écrire chaque chiffre sur sa ligne : - **2,7 millions** de salarié.e.s.',
  ),
  'chiffre-sans-gras': erreur('Cette ligne ne commence pas par un chiffre en gras.', 'Écrire : {proposal}'),
  'source-absente': avertissement(
    'Le bloc « {bloc} » ne finit pas par sa source.',
    'Écrire en dernière ligne : Source : organisme, année.',
  ),
  'citation-sans-auteur': avertissement(
    'La citation ne dit pas son auteur ou son autrice.',
    'Écrire en dernière ligne : — Nom, fonction.',
  ),
  'propos-sans-auteur': erreur(
    'Ces propos ne disent pas qui les tient.',
    'Écrire en dernière ligne : — Nom, fonction.',
  ),
  'idee-sans-verdict': erreur('Cette idée reçue n’a pas de verdict.', 'Écrire : {proposal}'),
  'date-absente': erreur(
    'Cette ligne ne commence pas par une date, suivie de deux-points et d’une espace.',
    'Écrire : {proposal}',
  ),
  'domaine-sans-gras': erreur(
    'Cette ligne ne commence pas par le nom du domaine en gras.',
    'Écrire : - **Domaine** {picto=house} : texte.',
  ),
  'domaine-sans-deux-points': erreur(
    'Le nom du domaine n’est pas suivi de deux-points.',
    'Écrire le nom entier en gras, puis deux-points : - **Domaine** {picto=house} : texte.',
  ),
  'picto-inconnu': erreur(
    'Le pictogramme « {picto} » n’existe pas.',
    'Les noms sont ceux de lucide.dev. Les plus proches : {proches}.',
  ),
  'picto-mal-ecrit': erreur(
    '« {quote} » ne donne pas de pictogramme : ces signes seront imprimés.',
    'Écrire, entre accolades, sans espace ni guillemets : {remedy}',
  ),
  'attribut-inconnu': erreur('« {attribut} » n’a pas de sens {ou}.', 'Écrire {attendu}, ou rien.'),
  'graphique-inconnu': erreur(
    'Le type de graphique « {type} » n’existe pas.',
    'Écrire : ::: graphique {attendu}.',
  ),
  'graphique-sans-table': erreur(
    'Le graphique n’a pas de tableau de données.',
    'Écrire une ligne d’en-têtes « | Année | Part (%) | », une ligne « | --- | --- | », puis une ligne par donnée.',
  ),
  'cellule-vide': erreur(
    'Cette case du graphique est vide.',
    'Écrire son nombre, qui peut être 0, ou enlever la ligne.',
  ),
  'cellule-ambigue': erreur(
    '« {valeur} » se lirait {lu} : en français la virgule sépare les décimales, une espace les milliers.',
    'Écrire {milliers}, ou, si ce sont des décimales, en écrire une de moins.',
  ),
  'ligne-de-total': erreur(
    '« {nom} » est la somme des autres parts : l’anneau compterait tout deux fois.',
    'Enlever cette ligne.',
  ),
  'cellule-non-numerique': erreur(
    '« {valeur} » n’est pas un nombre.',
    'Écrire un nombre seul, comme 12,5 ; l’unité va dans l’en-tête de la colonne.',
  ),
  'unite-contradictoire': erreur(
    '« {valeur} » contredit {avec} : une colonne n’a qu’une unité.',
    'Écrire l’unité dans l’en-tête, comme « Part (%) », les nombres seuls dessous, et une colonne par unité.',
  ),
  'colonne-en-trop': erreur(
    'Un anneau ne montre qu’une colonne de nombres : « {colonne} » n’y paraîtrait pas.',
    'Supprimer cette colonne, ou choisir le type barres, barres-empilees ou courbe.',
  ),
  'tableau-en-trop': erreur(
    'Un graphique ne dessine qu’un tableau : celui-ci est en trop.',
    'Lui donner un bloc graphique à lui, ou le placer dans le texte, après la fin du bloc.',
  ),
  'anneau-total': erreur(
    'Les parts de cet anneau font {total} en tout : {cause}.',
    'Corriger les valeurs, ou choisir le type barres.',
  ),
  'part-negative': erreur(
    '« {valeur} » : une part ne peut pas être négative.',
    'Corriger la valeur, ou choisir le type barres ou courbe.',
  ),
  'graphique-trop-haut': erreur(
    'Ce graphique de {lignes} lignes est plus haut qu’une page : ses mots n’y seraient plus lisibles.',
    'En garder {most} lignes au plus, ou en faire plusieurs graphiques.',
  ),
  'schema-sans-image': erreur('Le schéma ne dit pas son image.', 'Écrire : ::: schema images/nom.svg Titre.'),
  ...signs,
} as const satisfies Record<string, CatalogueEntry>
