/** Editions that a build can make. */
export const editions = ['site', 'pdf', 'epub'] as const
export type Edition = (typeof editions)[number]

/** Folder of the site, the one artefact that is a folder. */
export const SITE = 'site'

/** A kind of file: the edition that it is made for, its folder where that is another, and what a release report says of it. */
type RoleUse = { edition: Edition; folder?: string; name: string; use: string }

/** The files of an output by their role, in the order of a release report. The printer's comes first: it is what cannot be
 *  mended once it is handed over. */
export const roles = {
  'pdf-impression': {
    edition: 'pdf',
    name: 'PDF pour l’imprimeur',
    use: 'À envoyer à l’imprimeur avec son rapport de prépresse.',
  },
  'pdf-cahier': {
    edition: 'pdf',
    name: 'PDF d’impression en cahier',
    use: 'À imprimer sur des feuilles A3, à plier et à piquer au pli.',
  },
  'pdf-couverture': {
    edition: 'pdf',
    name: 'Couverture à plat',
    use: 'À envoyer à l’imprimeur avec son rapport : quatrième, dos et première sur une feuille.',
  },
  'rapport-prepresse': {
    edition: 'pdf',
    name: 'Rapport de prépresse',
    use: 'À envoyer à l’imprimeur avec son PDF.',
  },
  site: {
    edition: 'site',
    name: 'Site',
    use: 'À mettre en ligne : copier tout le dossier chez l’hébergeur.',
  },
  epub: {
    edition: 'epub',
    name: 'Livre numérique',
    use: 'À déposer chez les libraires et les bibliothèques ; le site le propose déjà.',
  },
  'pdf-ecran': {
    edition: 'pdf',
    name: 'PDF à lire',
    use: 'À envoyer et à télécharger ; le site le propose déjà.',
  },
  'pdf-gros-caracteres': {
    edition: 'pdf',
    name: 'PDF en gros caractères',
    use: 'Proposé par le site, à côté du PDF à lire.',
  },
  'pdf-fiche': {
    edition: 'pdf',
    name: 'PDF d’une fiche',
    use: 'Proposé par le site, fiche par fiche.',
  },
  'word-fiche': {
    edition: 'site',
    folder: 'word',
    name: 'Fiche en Word',
    use: 'À faire relire, à réutiliser ; proposée par le site.',
  },
  'donnees-prepresse': {
    edition: 'pdf',
    name: 'Mesures de prépresse',
    use: 'Le même rapport, à lire par un programme.',
  },
  extrait: {
    edition: 'pdf',
    name: 'Pièces des kits composés',
    use: 'Le site en fait le PDF des fiches choisies.',
  },
} satisfies Record<string, RoleUse>

export type Role = keyof typeof roles

/** Folders of an output. */
export const roleFolders = Object.values<RoleUse>(roles).map(({ edition, folder = edition }) => folder)

/** Tells a PDF for readers, tagged, from one for a printer. */
export const isForScreens = (role: Role): boolean =>
  role === 'pdf-ecran' || role === 'pdf-gros-caracteres' || role === 'pdf-fiche'
