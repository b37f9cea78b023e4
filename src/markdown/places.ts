/** Code → name of each French département and of the overseas collectivities that have a code, after the
 *  Code officiel géographique (Insee, 2025). */
export const departements: ReadonlyMap<string, string> = new Map(
  `01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes|07 Ardèche|08 Ardennes
09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados|15 Cantal|16 Charente|17 Charente-Maritime
18 Cher|19 Corrèze|2A Corse-du-Sud|2B Haute-Corse|21 Côte-d’Or|22 Côtes-d’Armor|23 Creuse|24 Dordogne|25 Doubs
26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|30 Gard|31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault
35 Ille-et-Vilaine|36 Indre|37 Indre-et-Loire|38 Isère|39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire
44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche|51 Marne
52 Haute-Marne|53 Mayenne|54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle|58 Nièvre|59 Nord|60 Oise|61 Orne
62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques|65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin
68 Haut-Rhin|69 Rhône|70 Haute-Saône|71 Saône-et-Loire|72 Sarthe|73 Savoie|74 Haute-Savoie|75 Paris
76 Seine-Maritime|77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var
84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|90 Territoire de Belfort|91 Essonne
92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d’Oise|971 Guadeloupe|972 Martinique|973 Guyane
974 La Réunion|975 Saint-Pierre-et-Miquelon|976 Mayotte|977 Saint-Barthélemy|978 Saint-Martin
986 Wallis-et-Futuna|987 Polynésie française|988 Nouvelle-Calédonie`
    .split(/[|\n]/)
    .map(row => {
      const cut = row.indexOf(' ')
      return [row.slice(0, cut), row.slice(cut + 1)] as const
    }),
)

/** Regions of ISO 3166 that are France, and groups of countries. */
const none = new Set('FR GP MQ GF RE YT PM BL MF WF PF NC TF CP FX EU EZ UN QO ZZ XA XB'.split(' '))

/** Others that are said in their place. */
const more = [
  'Angleterre',
  'Birmanie',
  'Congo',
  'Écosse',
  'Hong Kong',
  'Macao',
  'Palestine',
  'Pays de Galles',
  'Vatican',
]

/** The countries of the world but France, by their French names (CLDR), in the words of `same`. */
const countries: ReadonlyMap<string, string> = new Map([
  ...named(),
  ...more.map((nom): [string, string] => [same(nom), nom]),
])

function same(nom: string): string {
  return nom.replaceAll('’', "'").toLowerCase().trim()
}

function named(): [string, string][] {
  const names = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap(one =>
    letters.flatMap((other): [string, string][] => {
      const nom = none.has(one + other) ? undefined : names.of(one + other)
      return nom === undefined ? [] : [[same(nom), nom]]
    }),
  )
}

/** The name of the country that `word` is, as it is spelt; null when it is none. */
export const countryOf = (word: string): string | null => countries.get(same(word)) ?? null

export const countryNames = (): string[] => [...countries.values()]

/** Name of each commune of 50,000 inhabitants and more whose name no other place of the code has → its département, after the
 *  Code officiel géographique (Insee, 2025). */
export const towns: ReadonlyMap<string, string> = new Map(
  `02 Saint-Quentin
06 Antibes|Cagnes-sur-Mer|Cannes|Grasse|Nice
10 Troyes
11 Narbonne
13 Aix-en-Provence|Arles|Marseille
14 Caen
18 Bourges
21 Dijon
25 Besançon
29 Brest|Quimper
2A Ajaccio
30 Nîmes
31 Toulouse
33 Bordeaux|Pessac
34 Béziers|Montpellier
35 Rennes
37 Tours
38 Grenoble
42 Saint-Étienne
44 Nantes|Saint-Herblain
45 Orléans
49 Angers|Cholet
50 Cherbourg-en-Cotentin
51 Reims
54 Nancy
56 Lorient|Vannes
57 Metz
59 Dunkerque|Lille|Roubaix|Tourcoing|Villeneuve-d'Ascq
60 Beauvais
62 Calais
63 Clermont-Ferrand
64 Bayonne|Pau
66 Perpignan
67 Strasbourg
68 Colmar|Mulhouse
69 Lyon|Vaulx-en-Velin|Vénissieux|Villeurbanne
72 Le Mans
73 Chambéry
74 Annecy
75 Paris
76 Le Havre|Rouen
77 Meaux
78 Sartrouville|Versailles
79 Niort
80 Amiens
81 Albi
82 Montauban
83 Fréjus|Hyères|La Seyne-sur-Mer|Toulon
84 Avignon
85 La Roche-sur-Yon
86 Poitiers
87 Limoges
91 Corbeil-Essonnes|Évry-Courcouronnes
92 Antony|Asnières-sur-Seine|Boulogne-Billancourt|Clamart|Clichy|Colombes|Courbevoie|Gennevilliers|Issy-les-Moulineaux
92 Levallois-Perret|Nanterre|Neuilly-sur-Seine|Rueil-Malmaison
93 Aubervilliers|Aulnay-sous-Bois|Le Blanc-Mesnil|Bobigny|Bondy|Drancy|Épinay-sur-Seine|Noisy-le-Grand|Pantin
93 Saint-Ouen-sur-Seine|Sevran
94 Champigny-sur-Marne|Créteil|Fontenay-sous-Bois|Ivry-sur-Seine|Maisons-Alfort|Saint-Maur-des-Fossés|Villejuif
94 Vitry-sur-Seine
95 Argenteuil|Cergy|Sarcelles
971 Les Abymes
972 Fort-de-France
973 Cayenne|Saint-Laurent-du-Maroni
974 Le Tampon
976 Mamoudzou
988 Nouméa`
    .split('\n')
    .flatMap(row => {
      const cut = row.indexOf(' ')
      return row
        .slice(cut + 1)
        .split('|')
        .map((nom): [string, string] => [nom, row.slice(0, cut)])
    }),
)
