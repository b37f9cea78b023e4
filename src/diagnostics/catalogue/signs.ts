import type { Entry } from './entry.ts'

/** Problems of the signs of a body: links, pictures, titles, lists, and signs that are almost right. */
export const signs = {
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
  'lien-suivi': {
    severity: 'avertissement',
    message: 'L’adresse « {adresse} » passe par un service qui suit les lecteurs ou ne dure pas : {cause}.',
    hint: 'Écrire : {propose}',
  },
  'lien-sans-mots': {
    severity: 'erreur',
    message: 'Ce lien vers « {adresse} » n’a pas de mots : personne ne le verrait.',
    hint: 'Écrire entre les crochets les mots qui disent où il mène.',
  },
  'lien-muet': {
    severity: 'avertissement',
    message: 'Le lien « {mots} » ne dit pas où il mène à qui n’entend que les liens de la page.',
    hint: 'Mettre entre les crochets les mots qui le disent : [le guide des achats](…).',
  },
  'adresse-nue': {
    severity: 'avertissement',
    message: '« {adresse} » n’est pas un lien : personne ne peut l’ouvrir d’un geste.',
    hint: 'Écrire les mots qui disent où elle mène, puis l’adresse : [mots]({adresse}).',
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
  'tableau-mal-ecrit': {
    severity: 'avertissement',
    message: 'Ces lignes ne font pas un tableau : {cause}.',
    hint: '{remede}.',
  },
  'signes-perdus': {
    severity: 'avertissement',
    message: '« {trouve} » : {cause}.',
    hint: 'Écrire : {remede}.',
  },
  'signes-etrangers': {
    severity: 'avertissement',
    message: '« {trouve} » : {cause}, ces signes seront imprimés.',
    hint: '{remede}.',
  },
  'milliers-anglais': {
    severity: 'avertissement',
    message: '« {trouve} » : en français la virgule sépare les décimales, une espace les milliers.',
    hint: 'Écrire : {propose}.',
  },
  'date-impossible': {
    severity: 'avertissement',
    message: '« {trouve} » : ce jour n’est pas au calendrier.',
    hint: 'Écrire : {propose}.',
  },
  majuscules: {
    severity: 'avertissement',
    message: '« {trouve} » : des phrases en capitales se lisent mal, et une machine à lire peut les épeler.',
    hint: 'Les écrire {propose}.',
  },
  'texte-provisoire': {
    severity: 'avertissement',
    message: '« {trouve} » : ce passage est resté à écrire.',
    hint: 'Écrire les mots eux-mêmes, ou supprimer le passage.',
  },
  'ligne-collee': {
    severity: 'avertissement',
    message: 'Cette ligne sera lue à la suite de l’élément de liste qui la précède.',
    hint: 'Laisser une ligne vide avant elle ; si elle en fait partie, la commencer par deux espaces.',
  },
  'mot-coupe': {
    severity: 'avertissement',
    message: 'Ce mot coupé en fin de ligne sera imprimé « {trouve} ».',
    hint: 'Écrire : {propose}.',
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
  'titre-saute-un-niveau': {
    severity: 'erreur',
    message: 'Ce titre {niveau} vient après {avant} : un niveau manque, et une machine à lire s’y perd.',
    hint: 'Écrire {attendu} ici, ou ajouter au-dessus le titre qui manque.',
  },
  'section-vide': {
    severity: 'avertissement',
    message: 'Sous le titre « {titre} », il n’y a rien.',
    hint: 'Écrire son texte, ou supprimer ce titre.',
  },
  'titre-vide': {
    severity: 'erreur',
    message: 'Ce titre {niveau} n’a pas de mots : le sommaire et les signets ne peuvent pas le nommer.',
    hint: 'Écrire ses mots après {niveau}, ou supprimer cette ligne ; une image se place sous le titre, seule entre deux lignes vides.',
  },
} as const satisfies Record<string, Entry>
