import type { Entry } from './entry.ts'

/** Problems of pictures and of their credits. */
export const pictures = {
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
    message:
      "L'image SVG contient « {trouve} » : un script, une animation, une adresse extérieure ou un élément qu'aucune édition ne montre.",
    hint: "L'exporter de nouveau en SVG simple, sans script, lien ni police distante.",
  },
  'image-ouverte': {
    severity: 'erreur',
    message:
      'images/{nom} ouvre « {trouve} » et ne le ferme pas : les navigateurs ne liraient pas ce dessin.',
    hint: "L'exporter de nouveau en SVG simple depuis le logiciel qui l'a fait.",
  },
  'image-imbriquee': {
    severity: 'erreur',
    message: 'images/{nom} emboîte plus de 200 groupes les uns dans les autres : aucun navigateur ne le lit.',
    hint: "Dégrouper le dessin dans le logiciel qui l'a fait, puis l'exporter de nouveau en SVG simple.",
  },
  'image-trame': {
    severity: 'erreur',
    message: 'Le dessin emploie « <{trouve}> » : l’imprimeur l’aurait en gros points.',
    hint: 'Aplatir motifs et masques dans le logiciel qui l’a fait, ou l’exporter en PNG, à 300 pixels par pouce.',
  },
  'image-immense': {
    severity: 'erreur',
    message:
      'images/{nom} a {pixels} millions de pixels : au-delà de {maximum} millions, aucun navigateur ne la montre sûrement.',
    hint: 'La ramener à 2 500 pixels de large, et l’enregistrer de nouveau.',
  },
  'image-vide': {
    severity: 'erreur',
    message: "images/{nom} n'a que {largeur} × {hauteur} pixels : il n'y a rien à voir.",
    hint: "Déposer l'image d'origine, ou la retirer du dossier images/.",
  },
  'image-petite': {
    severity: 'avertissement',
    message:
      "« {chemin} » n'a que {largeur} pixels de large : pour rester nette, elle sera imprimée sur {mm} mm.",
    hint: 'Déposer une image plus grande : il faut {texte} pixels pour la largeur du texte, {page} pour celle de la page.',
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
} as const satisfies Record<string, Entry>
