/** What a town hall is asked for in words that mean something else one by one: « état civil » is no State, « feu d'artifice » no art.
 *  Each is looked for as a whole, so that a kit that does not speak of it says so. */
export const setExpressions: readonly string[] =
  `acte de décès|acte de naissance|antenne relais|aide à la pierre|aire de jeux|budget primitif|bureau de vote|carte d’identité|carte grise
carte scolaire|casier judiciaire|chien errant|cours d’eau|défense incendie|dotation globale de fonctionnement|droit de grève|eau potable
eaux pluviales|eaux usées|égalité femmes-hommes|état civil|feu d’artifice|feu rouge|feux tricolores|fibre optique|fiscalité locale
garde champêtre|impôt foncier|impôt local|indemnité des élus|indemnités de fonction|intelligence artificielle|liste électorale|loi littoral
marché de Noël|monument aux morts|nuisances sonores|panneau publicitaire|passage piéton|plan communal de sauvegarde|police municipale
prime d’activité|protoxyde d’azote|quotient familial|recensement de la population|salaire des élus|taxe d’aménagement|taxe d’habitation
taxe de séjour|taxe foncière|temps de travail|violences conjugales|zone blanche`.split(/[|\n]/)
