import { avertissement, type CatalogueEntry, erreur, inacheve } from './entry.ts'

/** Problems of the signs of a body: links, pictures, titles, lists, and signs that are almost right. */
export const signs = {
  'renvoi-dans-titre': erreur(
    'Un renvoi, ici à « {slug} », n’a pas sa place dans {ou}.',
    'Écrire ici les mots eux-mêmes, et placer [[{slug}]] dans le texte.',
  ),
  'lien-interdit': erreur('L’adresse « {adresse} » n’est pas permise.', '{remedy}.'),
  'lien-a-completer': inacheve(
    'Le lien vers « {adresse} » ne mène nulle part.',
    'Écrire l’adresse, ou enlever les crochets et garder le texte.',
  ),
  'lien-sans-mots': erreur(
    'Ce lien vers « {adresse} » n’a pas de mots : personne ne le verrait.',
    'Écrire entre les crochets les mots qui disent où il mène.',
  ),
  'lien-muet': avertissement(
    'Le lien « {mots} » ne dit pas où il mène à qui n’entend que les liens de la page.',
    'Mettre entre les crochets les mots qui le disent : [le guide des achats](…).',
  ),
  'adresse-nue': avertissement(
    '« {quote} » n’est pas un lien : personne ne peut l’ouvrir d’un geste.',
    'Écrire les mots qui disent où elle mène, puis l’adresse : [mots]({remedy}).',
  ),
  'lien-mots-perdus': erreur(
    'Entre guillemets après une adresse, les mots « {mots} » ne paraîtront pas.',
    'Les écrire dans le texte, et ne laisser que l’adresse entre les parenthèses.',
  ),
  'image-pas-seule': erreur(
    'Cette image n’est pas seule dans son paragraphe : son crédit ne paraîtrait pas.',
    'La placer seule, une ligne vide avant et une ligne vide après, hors de tout titre, liste, tableau ou lien.',
  ),
  'capitale-accentuee': avertissement('« {quote} » : une capitale garde son accent.', 'Écrire : {proposal}.'),
  ligature: avertissement('« {quote} » : o et e se lient.', 'Écrire : {proposal}.'),
  ponctuation: avertissement('« {quote} » : cette ponctuation ne s’emploie pas.', 'Écrire : « {proposal} ».'),
  exposant: avertissement('« {quote} » : ce chiffre est un exposant.', 'Écrire : {proposal}.'),
  ordinal: avertissement('« {quote} » : cet ordinal s’abrège autrement.', 'Écrire : {proposal}.'),
  'mot-long': erreur(
    'Ce mot commençant par « {quote} » est trop long pour tenir sur une ligne imprimée.',
    'Le couper par des espaces ou des traits d’union : {proposal}.',
  ),
  'html-brut': inacheve(
    '« {quote} » : le HTML n’est pas interprété, ces signes seront imprimés.',
    'L’enlever{proposal}.',
  ),
  'code-mots-perdus': erreur(
    'Les signes {signes} en tête de ligne annoncent du code informatique : les mots « {mots} » ne paraîtront pas.',
    'Écrire ces mots sans les signes, ou un titre : ## Titre. Enlever aussi les signes qui ferment ce passage plus bas, s’il y en a.',
  ),
  'code-non-ferme': erreur(
    'Les signes {signes} en tête de ligne ouvrent du code informatique que rien ne ferme : la suite du texte paraîtrait sans mise en forme.',
    'Enlever cette ligne, ou récrire {signes} seuls sur une ligne à la fin du passage.',
  ),
  'cellule-en-trop': erreur(
    'Cette ligne du tableau a plus de cellules que la ligne d’en-têtes : les mots « {mots} » ne paraîtront pas.',
    'Ajouter une colonne aux deux premières lignes du tableau, ou réunir ces mots à la cellule d’avant ; un trait qui n’ouvre pas de cellule s’écrit \\|.',
  ),
  'tableau-sans-entetes': erreur(
    'La première ligne de ce tableau n’a pas de mots : une machine à lire ne peut pas dire ses colonnes.',
    'Y écrire ce que dit chaque colonne : | Commune | Montant |.',
  ),
  'titre-mal-ecrit': erreur('Ces signes ne font pas de cette ligne un titre : {cause}.', '{remedy}'),
  'trait-seul': erreur('« {signes} » seul sur une ligne ne fait ni un filet ni un titre.', '{remedy}'),
  'bloc-mal-ouvert': erreur('Ces deux-points sont mal écrits : {cause}.', 'Écrire : {remedy}'),
  'liste-mal-ecrite': avertissement('Cette ligne ne fait pas partie d’une liste : {cause}.', '{remedy}'),
  'signes-perdus': avertissement('« {quote} » : {cause}.', 'Écrire : {remedy}.'),
  'signes-imprimes': avertissement('« {quote} » sera imprimé tel quel : {cause}.', '{remedy}.'),
  'milliers-anglais': avertissement(
    '« {quote} » : en français la virgule sépare les décimales, une espace les milliers.',
    'Écrire : {proposal}.',
  ),
  'texte-provisoire': inacheve(
    '« {quote} » : ce passage est resté à écrire.',
    'Écrire les mots eux-mêmes, ou supprimer le passage.',
  ),
  'mot-coupe': avertissement(
    'Ce mot coupé en fin de ligne sera imprimé « {quote} ».',
    'Écrire : {proposal}.',
  ),
  'image-mal-ecrite': erreur('Cette image ne paraîtra pas : {cause}.', '{remedy}'),
  'lien-mal-ecrit': erreur('Ces mots ne feront pas un lien : {cause}.', '{remedy}'),
  'ressources-sans-adresse': avertissement(
    'Ressources sans adresse : {absentes} sur {total}. Personne ne peut les ouvrir d’un geste.',
    'Écrire [Titre](https://…) quand l’adresse est sûre ; « kit liens --pdf » les lit dans un PDF qui les a.',
  ),
  'titre-de-niveau-1': erreur(
    'Un titre de niveau 1 est réservé au titre de la fiche.',
    'Écrire ## pour une section, ### pour une partie de section.',
  ),
  'titre-saute-un-niveau': erreur(
    'Ce titre de niveau {niveau} vient après {avant} : un niveau manque, et une machine à lire s’y perd.',
    '{remedy}.',
  ),
  'section-vide': avertissement(
    'Sous le titre « {titre} », il n’y a rien.',
    'Écrire son texte, ou supprimer ce titre.',
  ),
  'titre-vide': erreur(
    'Ce titre n’a pas de mots : le sommaire et les signets ne peuvent pas le nommer.',
    'Écrire ses mots après {niveau}, ou supprimer cette ligne ; une image se place sous le titre, seule entre deux lignes vides.',
  ),
} as const satisfies Record<string, CatalogueEntry>
