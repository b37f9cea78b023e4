import { avertissement, type CatalogueEntry, erreur } from './entry.ts'

/** Problems of pictures and of their credits. */
export const pictures = {
  'image-absente': erreur("L'image « {chemin} » n'existe pas.", '{remedy}.'),
  'image-format': erreur(
    "L'image « {chemin} » n'est pas d'un format admis.",
    "Enregistrer l'image en SVG, PNG ou JPEG.",
  ),
  'image-nom': erreur(
    "« {chemin} » : un nom d'image n'a que des lettres, des chiffres, des points, des tirets et des traits bas, sans espace ni autre signe.",
    "Renommer l'image « {proposal} », et l'écrire ainsi partout où le kit la nomme.",
  ),
  'image-abimee': erreur(
    "images/{nom} n'est pas une image {format} entière : le fichier est abîmé, ou son nom se trompe de format.",
    "L'enregistrer de nouveau depuis un logiciel d'image, en SVG, PNG ou JPEG.",
  ),
  'image-animee': erreur(
    'images/{nom} est une image animée, et ni le papier ni le livre numérique n’en montrent le mouvement.',
    "L'enregistrer de nouveau en PNG simple, ou en JPEG.",
  ),
  'image-active': erreur(
    "L'image SVG contient « {quote} » : un script, une animation, une adresse extérieure ou un élément qu'aucune édition ne montre.",
    "L'exporter de nouveau en SVG simple, sans script, lien ni police distante.",
  ),
  'image-ouverte': erreur(
    'images/{nom} ouvre « {quote} » et ne le ferme pas : les navigateurs ne liraient pas ce dessin.',
    "L'exporter de nouveau en SVG simple depuis le logiciel qui l'a fait.",
  ),
  'image-imbriquee': erreur(
    'images/{nom} {cause} : aucun navigateur ne le lit.',
    "Dégrouper le dessin dans le logiciel qui l'a fait, puis l'exporter de nouveau en SVG simple.",
  ),
  'image-trame': erreur(
    'Le dessin emploie « <{quote}> » : l’imprimeur l’aurait en gros points.',
    'Aplatir motifs et masques dans le logiciel qui l’a fait, ou l’exporter en PNG, à 300 pixels par pouce.',
  ),
  'image-blanche': erreur(
    'images/{nom} ne montre rien : {cause}.',
    "L'exporter de nouveau en SVG simple depuis le logiciel qui l'a fait.",
  ),
  'image-codage': erreur(
    "images/{nom} n'est pas en UTF-8 : ses lettres accentuées seraient illisibles.",
    'Le réenregistrer en SVG, en UTF-8.',
  ),
  'image-lettre': erreur(
    "images/{nom} écrit « {caractere} », qu'aucune police de l'édition ne dessine.",
    'Dans le logiciel qui l’a fait, convertir ce texte en tracé.',
  ),
  'image-immense': erreur(
    'images/{nom} a {pixels} millions de pixels : au-delà de {maximum} millions, aucun navigateur ne la montre sûrement.',
    'La ramener à 2 500 pixels de large, et l’enregistrer de nouveau.',
  ),
  'image-vide': erreur(
    "images/{nom} n'a que {largeur} × {hauteur} pixels : il n'y a rien à voir.",
    "Déposer l'image d'origine, ou la retirer du dossier images/.",
  ),
  'image-petite': avertissement(
    "« {chemin} » n'a que {largeur} pixels de large : pour rester nette, elle sera imprimée sur {mm} mm.",
    'Déposer une image plus grande : il faut {texte} pixels pour la largeur du texte, {page} pour celle de la page.',
  ),
  'image-lourde': avertissement(
    'images/{nom} pèse {poids} : le site et le livre numérique la donnent telle quelle.',
    "La ramener à 2 500 pixels de large et l'enregistrer en JPEG ; un dessin, en SVG.",
  ),
  'image-sans-alt': erreur(
    "L'image « {chemin} » n'a pas de texte de remplacement.",
    "Dire en mots ce qu'elle montre : ![texte]({chemin}), ou alt dans images/credits.yaml.",
  ),
  'image-alt-muet': avertissement(
    '« {alt} » ne dit pas ce que montre « {chemin} » à qui ne voit pas cette image.',
    'Le dire en quelques mots : ![une place de marché, vue du clocher]({chemin}).',
  ),
  'image-sans-credit': erreur(
    "L'image « {chemin} » n'a pas de crédit.",
    'Ajouter dans images/credits.yaml : {nom}: { credit: …, licence: … }.',
  ),
  'credit-sans-image': erreur("images/{nom} n'existe pas.", '{remedy}.'),
  'tete-sans-fiche': avertissement(
    "« {chemin} » n'est le dessin de tête d'aucune fiche : son nom est fait du slug de la sienne, et c'est un SVG.",
    '{remedy}.',
  ),
  'logo-sans-alt': erreur(
    "Le logo de « {partenaire} » n'a pas de texte de remplacement.",
    'Ajouter : alt: Logo de …',
  ),
} as const satisfies Record<string, CatalogueEntry>
