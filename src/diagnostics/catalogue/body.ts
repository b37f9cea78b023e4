import type { Entry } from './entry.ts'

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
    hint: 'Écrire : ::: exemple Titre · Métropole de Lyon (69).',
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
    hint: 'Ajouter le code entre parenthèses, par exemple : Métropole de Lyon (69).',
  },
  'departement-inconnu': {
    severity: 'erreur',
    message: '« {code} » n’est pas un code de département.',
    hint: 'Écrire un code comme {attendu}, ou plusieurs comme (59/62).',
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
  'renvoi-dans-titre': {
    severity: 'erreur',
    message: '[[{slug}]] : un renvoi n’a pas sa place dans {ou}.',
    hint: 'Écrire ici les mots eux-mêmes, et placer [[{slug}]] dans le texte.',
  },
  'lien-interdit': {
    severity: 'erreur',
    message: 'L’adresse « {adresse} » n’est pas permise.',
    hint: 'Écrire une adresse complète en https:// ou mailto:, ou [[slug]] pour une fiche du kit.',
  },
  'lien-a-completer': {
    severity: 'avertissement',
    message: 'Le lien vers « {adresse} » ne mène nulle part.',
    hint: 'Écrire l’adresse, ou enlever les crochets et garder le texte.',
  },
  'lien-mots-perdus': {
    severity: 'erreur',
    message: 'Entre guillemets après une adresse, les mots « {mots} » ne paraîtront pas.',
    hint: 'Les écrire dans le texte, et ne laisser que l’adresse entre les parenthèses.',
  },
  'image-mots-perdus': {
    severity: 'erreur',
    message: 'Entre guillemets après le chemin de l’image, les mots « {mots} » ne paraîtront pas.',
    hint: 'Les écrire sous l’image, après une ligne vide, et ne laisser que le chemin entre les parenthèses.',
  },
  'image-pas-seule': {
    severity: 'erreur',
    message: 'Cette image n’est pas seule dans son paragraphe : son crédit ne paraîtrait pas.',
    hint: 'La placer seule, une ligne vide avant et une ligne vide après, hors de tout titre, liste, tableau ou lien.',
  },
  'capitale-accentuee': {
    severity: 'avertissement',
    message: '« {trouve} » : une capitale garde son accent.',
    hint: 'Écrire : {propose}.',
  },
  ligature: {
    severity: 'avertissement',
    message: '« {trouve} » : o et e se lient.',
    hint: 'Écrire : {propose}.',
  },
  ponctuation: {
    severity: 'avertissement',
    message: '« {trouve} » : cette ponctuation ne s’emploie pas.',
    hint: 'Écrire : « {propose} ».',
  },
  ordinal: {
    severity: 'avertissement',
    message: '« {trouve} » : cet ordinal s’abrège autrement.',
    hint: 'Écrire : {propose}.',
  },
  'mot-long': {
    severity: 'erreur',
    message: 'Ce mot commençant par « {trouve} » est trop long pour tenir sur une ligne imprimée.',
    hint: 'Le couper par des espaces ou des traits d’union : {propose}.',
  },
  'html-brut': {
    severity: 'avertissement',
    message: '« {trouve} » : le HTML n’est pas interprété, ces signes seront imprimés.',
    hint: 'L’enlever ; pour le gras écrire **mots**, pour l’italique *mots*.',
  },
  'code-mots-perdus': {
    severity: 'erreur',
    message:
      'Les signes {signes} en tête de ligne annoncent du code informatique : les mots « {mots} » ne paraîtront pas.',
    hint: 'Écrire ces mots sans les signes, ou un titre : ## Titre. Enlever aussi les signes qui ferment ce passage plus bas, s’il y en a.',
  },
  'code-non-ferme': {
    severity: 'erreur',
    message:
      'Les signes {signes} en tête de ligne ouvrent du code informatique que rien ne ferme : la suite du texte paraîtrait sans mise en forme.',
    hint: 'Enlever cette ligne, ou récrire {signes} seuls sur une ligne à la fin du passage.',
  },
  'cellule-en-trop': {
    severity: 'erreur',
    message:
      'Cette ligne du tableau a plus de cellules que la ligne d’en-têtes : les mots « {mots} » ne paraîtront pas.',
    hint: 'Ajouter une colonne aux deux premières lignes du tableau, ou réunir ces mots à la cellule d’avant ; un trait qui n’ouvre pas de cellule s’écrit \\|.',
  },
  'titre-mal-ecrit': {
    severity: 'erreur',
    message: 'Les signes {signes} ne font pas de cette ligne un titre : {cause}.',
    hint: '{remede}',
  },
  'trait-seul': {
    severity: 'erreur',
    message: '« {signes} » seul sur une ligne ne fait ni un filet ni un titre.',
    hint: '{remede}',
  },
  'bloc-mal-ouvert': {
    severity: 'erreur',
    message: 'Deux deux-points ne font pas un bloc : il en faut trois.',
    hint: 'Écrire : {propose}',
  },
  'liste-mal-ecrite': {
    severity: 'avertissement',
    message: 'Cette ligne ne fait pas partie d’une liste : {cause}.',
    hint: '{remede}',
  },
  'titre-en-gras': {
    severity: 'avertissement',
    message:
      'Ces mots en gras, seuls dans leur paragraphe, ne font pas un titre : le sommaire ne les montrera pas.',
    hint: 'Écrire : {propose}',
  },
  'bloc-en-texte': {
    severity: 'avertissement',
    message: 'Ces mots ne font pas un bloc « {bloc} » : ils seront imprimés comme du texte.',
    hint: '{remede}, puis ::: seul sur une ligne.',
  },
  'image-mal-ecrite': {
    severity: 'erreur',
    message: 'Cette image ne paraîtra pas : {cause}.',
    hint: '{remede}',
  },
  'lien-mal-ecrit': {
    severity: 'erreur',
    message: 'Ces mots ne feront pas un lien : {cause}.',
    hint: '{remede}',
  },
  'gras-mal-ecrit': {
    severity: 'avertissement',
    message: 'Les signes ** resteront dans le texte : {cause}.',
    hint: '{remede}',
  },
  'note-de-bas-de-page': {
    severity: 'avertissement',
    message: '« {trouve} » : il n’y a pas de notes de bas de page, ces signes seront imprimés.',
    hint: 'Mettre la note entre parenthèses dans la phrase, ou sa source dans le bloc ressources.',
  },
  'ressources-sans-adresse': {
    severity: 'avertissement',
    message: 'Ressources sans adresse : {absentes} sur {total}. Personne ne peut les ouvrir d’un geste.',
    hint: 'Écrire [Titre](https://…) quand l’adresse est sûre ; « kit liens --pdf » les lit dans un PDF qui les a.',
  },
  'chapo-long': {
    severity: 'avertissement',
    message: 'Le chapô fait {nombre} signes : au-delà de 500, il ne se lit plus d’un coup d’œil.',
    hint: 'Le raccourcir, ou ouvrir une section par ## Titre.',
  },
  'titre-de-niveau-1': {
    severity: 'erreur',
    message: 'Un titre # est réservé au titre de la fiche.',
    hint: 'Écrire ## pour une section, ### pour une partie de section.',
  },
  'titre-vide': {
    severity: 'erreur',
    message: 'Ce titre {niveau} n’a pas de mots : le sommaire et les signets ne peuvent pas le nommer.',
    hint: 'Écrire ses mots après {niveau}, ou supprimer cette ligne ; une image se place sous le titre, seule entre deux lignes vides.',
  },
} as const satisfies Record<string, Entry>
