/** What a town hall is asked for in words that mean something else one by one: « état civil » is no State, « feu d'artifice » no art.
 *  Each is looked for as a whole, so that a kit that does not speak of it says so. */
export const setExpressions: readonly string[] =
  `acte de décès|acte de naissance|actes de naissance|antenne relais|antennes relais|aide à la pierre|aides à la pierre|aire de jeux|aires de jeux
budget primitif|bureau de vote|bureaux de vote|carte d’identité|cartes d’identité|carte grise|carte scolaire|casier judiciaire|chien errant
chiens errants|cours d’eau|défense incendie|dotation globale de fonctionnement|droit de grève|eau potable|eaux pluviales|eaux usées
égalité femmes-hommes|état civil|feu d’artifice|feux d’artifice|feu rouge|feux tricolores|fibre optique|fiscalité locale|garde champêtre
impôt foncier|impôt local|impôts locaux|indemnité des élus|indemnités des élus|indemnités de fonction|intelligence artificielle|liste électorale
listes électorales|loi littoral|marché de Noël|monument aux morts|nuisances sonores|panneau publicitaire|panneaux publicitaires
passage piéton|passages piétons|plan communal de sauvegarde|police municipale|prime d’activité|protoxyde d’azote|quotient familial
recensement de la population|salaire des élus|taxe d’aménagement|taxe d’habitation|taxe de séjour|taxe foncière|temps de travail
violences conjugales|zone blanche|zones blanches`.split(/[|\n]/)
