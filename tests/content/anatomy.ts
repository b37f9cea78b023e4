/** What each published fiche must hold, counted once in the source text of the kit. */
export type Anatomie = {
  /** First and last line of the fiche in the source text, from 1. */
  lignes: readonly [number, number]
  /** Words of the source; a fiche is written anew at about the same length, because a printed page is its measure. */
  mots: number
  leviers: number
  exemples: number
  chiffres: number
  ressources: number
  /** Cross-references that the source makes. */
  renvois: readonly string[]
  /** Numbers of the fiche that its part of the source does not print: why they are there. */
  ajouts: Readonly<Record<string, string>>
}

const row = (
  lignes: readonly [number, number],
  [mots, leviers, exemples, chiffres, ressources]: readonly [number, number, number, number, number],
  renvois: readonly string[] = [],
  ajouts: Readonly<Record<string, string>> = {},
): Anatomie => ({ lignes, mots, leviers, exemples, chiffres, ressources, renvois, ajouts })

// An entry of ressources is one work: the source sets several on a line. Fiches 2, 6 and 7 also list the studies
// that their figures come from; fiche 12 makes two examples of one that tells of two places; fiche 13 leaves out a
// figure that RTES must confirm (docs/ecarts-avec-la-source.md).
export const anatomie: Readonly<Record<number, Anatomie>> = {
  //        lines         words leviers exemples chiffres ressources
  1: row([76, 159], [812, 0, 0, 5, 0]),
  2: row([160, 251], [920, 0, 0, 2, 9]),
  3: row([252, 353], [911, 0, 0, 0, 0]),
  5: row([354, 433], [1038, 6, 6, 0, 0]),
  6: row([434, 511], [952, 4, 4, 4, 5], [], { 99: 'somme des parts allemandes' }),
  7: row([512, 644], [1738, 6, 7, 4, 8], ['commande-publique']),
  8: row([645, 751], [1177, 6, 3, 0, 11], ['agriculture-alimentation']),
  9: row([752, 831], [1458, 6, 5, 0, 7], ['commande-publique']),
  10: row([832, 937], [975, 5, 4, 4, 8]),
  11: row([938, 1023], [1098, 5, 4, 4, 6]),
  12: row([1024, 1103], [859, 4, 3, 0, 4], ['commande-publique'], {
    2017: 'première édition des Points de RepèreESS n° 4, fiche 15',
  }),
  13: row([1104, 1191], [1066, 4, 3, 4, 5]),
  14: row([1192, 1279], [1301, 7, 4, 0, 5]),
  15: row([1280, 1364], [1235, 4, 5, 0, 5], [], { 4: 'numéro des Points de RepèreESS, fiche 12' }),
  16: row([1365, 1463], [1085, 4, 4, 2, 6]),
  17: row([1464, 1548], [1077, 6, 2, 1, 4]),
}

/** Fiche and place of the examples whose place the source does not print, and where it is read. */
export const lieuxAjoutes: Readonly<Record<string, string>> = {
  '5 Grenoble Alpes Métropole': 'la « Métropole de Grenoble », du nom que donnent les fiches 8 et 10',
  '16 Haute-Loire': "département que dit le nom d'ERE 43",
  '17 Saint-Étienne': 'ville de « la SCIC stéphanoise » (42)',
}

/** Fiche and name, written plainly, that the part of the source does not print so: why the fiche writes them. */
export const nomsAjoutes: Readonly<Record<string, string>> = {
  '1 xixe': 'la source écrit « XIXème »',
  '5 alpes metropole': 'Grenoble Alpes Métropole, du nom que donnent les fiches 8 et 10',
  '5 rtes': 'la source imprime « RTE »',
  '8 daj': "l'éditeur que la source imprime « DAI » (question 17 des écarts)",
  '8 iae': "le sigle de l'insertion par l'activité économique, que la source écrit en toutes lettres",
  '10 office': "l'ONF, développé",
  '11 bicyclaide': 'la source imprime « BicylcAide »',
  '11 cerdd': 'la source imprime « Cerd »',
  '11 francais e': 'le singulier de « Français.es »',
  '12 europe': 'le titre nomme ainsi la réglementation européenne',
  '13 royere de vassiviere': 'nom officiel ; la source imprime « Royères »',
  '13 xviiie': 'la source écrit « 18ème »',
  '14 territoires rennes': 'nom officiel ; la source imprime « Territoire Rennes »',
  '15 covid 19': 'la source imprime « Covid19 »',
  '16 mwh': 'la source imprime « 80MWh »',
  '17 la mednum': 'la source écrit aussi « SCIC Mednum », sans article',
  '17 scic commown': 'nom officiel ; la source imprime « Commonn »',
}

/** Fiche and date that the part of the source does not print: where it is read. */
export const datesAjoutees: Readonly<Record<string, string>> = {
  '9 mai 2025': "le guide sur l'installation, daté ainsi par la fiche 14",
  '15 septembre 2025': 'la mise à jour des Points de RepèreESS n° 4, fiche 12',
}
