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
  return letters.flatMap(letter =>
    letters.flatMap((other): [string, string][] => {
      const nom = none.has(letter + other) ? undefined : names.of(letter + other)
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
