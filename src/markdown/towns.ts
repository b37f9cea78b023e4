/** Name of each commune of 20,000 inhabitants and more whose name no other place of the code has → its département, after the
 *  Code officiel géographique (Insee, 2025). */
export const towns: ReadonlyMap<string, string> = new Map(
  `01 Bourg-en-Bresse|Oyonnax
02 Laon|Saint-Quentin|Soissons
03 Montluçon|Vichy
04 Manosque
05 Gap
06 Antibes|Cagnes-sur-Mer|Cannes|Le Cannet|Grasse|Mandelieu-la-Napoule|Menton|Nice|Saint-Laurent-du-Var|Vallauris
08 Charleville-Mézières
10 Troyes
11 Carcassonne|Narbonne
12 Millau|Rodez
13 Aix-en-Provence|Allauch|Arles|Aubagne|La Ciotat|Gardanne|Istres|Marignane|Marseille|Martigues|Miramas
13 Les Pennes-Mirabeau|Salon-de-Provence
14 Caen|Hérouville-Saint-Clair
15 Aurillac
16 Angoulême
17 Saintes
18 Bourges|Vierzon
19 Brive-la-Gaillarde
21 Dijon
22 Lannion|Saint-Brieuc
24 Bergerac|Périgueux
25 Besançon|Montbéliard
26 Montélimar|Romans-sur-Isère
27 Évreux
28 Chartres|Dreux
29 Brest|Concarneau|Quimper
2A Ajaccio
2B Bastia
30 Alès|Nîmes
31 Blagnac|Colomiers|Cugnaux|Muret|Plaisance-du-Touch|Toulouse|Tournefeuille
32 Auch
33 Bègles|Bordeaux|Le Bouscat|Bruges|Cenon|Eysines|Gradignan|Gujan-Mestras|Libourne|Lormont|Pessac
33 Saint-Médard-en-Jalles|Talence|La Teste-de-Buch|Villenave-d'Ornon
34 Agde|Béziers|Castelnau-le-Lez|Frontignan|Lunel|Montpellier|Sète
35 Fougères|Rennes|Saint-Malo
36 Châteauroux
37 Joué-lès-Tours|Tours
38 Bourgoin-Jallieu|Échirolles|Grenoble|Saint-Martin-d'Hères|Vienne|Voiron
39 Dole
40 Dax|Mont-de-Marsan
41 Blois
42 Roanne|Saint-Chamond|Saint-Étienne
44 Bouguenais|Carquefou|La Chapelle-sur-Erdre|Couëron|Nantes|Orvault|Rezé|Saint-Herblain|Saint-Sébastien-sur-Loire
44 Vertou
45 Fleury-les-Aubrais|Orléans|Saint-Jean-de-Braye
46 Cahors
47 Agen|Villeneuve-sur-Lot
49 Angers|Beaupréau-en-Mauges|Chemillé-en-Anjou|Cholet|Sèvremoine|Saumur
50 Cherbourg-en-Cotentin
51 Châlons-en-Champagne|Épernay|Reims
52 Saint-Dizier
53 Laval
54 Nancy|Vandœuvre-lès-Nancy
56 Lanester|Lorient|Vannes
57 Forbach|Metz|Montigny-lès-Metz|Sarreguemines|Thionville
58 Nevers
59 Villeneuve-d'Ascq|Armentières|Cambrai|Coudekerque-Branche|Denain|Douai|Dunkerque|Grande-Synthe|Halluin
59 Hazebrouck|Lambersart|Lille|Loos|La Madeleine|Marcq-en-Barœul|Maubeuge|Mons-en-Barœul|Roubaix|Tourcoing
59 Valenciennes|Wasquehal|Wattrelos
60 Beauvais|Compiègne|Creil|Nogent-sur-Oise
61 Alençon
62 Arras|Béthune|Boulogne-sur-Mer|Bruay-la-Buissière|Calais|Hénin-Beaumont|Lens|Liévin
63 Clermont-Ferrand
64 Anglet|Bayonne|Biarritz|Pau
65 Tarbes
66 Perpignan
67 Haguenau|Illkirch-Graffenstaden|Lingolsheim|Schiltigheim|Strasbourg
68 Colmar|Mulhouse
69 Bron|Caluire-et-Cuire|Givors|Lyon|Oullins-Pierre-Bénite|Sainte-Foy-lès-Lyon|Saint-Genis-Laval
69 Tassin-la-Demi-Lune|Vaulx-en-Velin|Vénissieux|Villefranche-sur-Saône|Villeurbanne|Décines-Charpieu|Meyzieu
69 Rillieux-la-Pape
71 Chalon-sur-Saône|Le Creusot|Mâcon
72 Le Mans
73 Aix-les-Bains|Chambéry
74 Annecy|Annemasse|Thonon-les-Bains
75 Paris
76 Dieppe|Le Grand-Quevilly|Le Havre|Mont-Saint-Aignan|Le Petit-Quevilly|Rouen|Saint-Étienne-du-Rouvray
76 Sotteville-lès-Rouen
77 Bussy-Saint-Georges|Champs-sur-Marne|Combs-la-Ville|Dammarie-les-Lys|Lagny-sur-Marne|Meaux|Melun|Mitry-Mory
77 Montereau-Fault-Yonne|Ozoir-la-Ferrière|Pontault-Combault|Roissy-en-Brie|Savigny-le-Temple|Villeparisis
78 Carrières-sous-Poissy|La Celle-Saint-Cloud|Chatou|Le Chesnay-Rocquencourt|Conflans-Sainte-Honorine|Élancourt
78 Guyancourt|Houilles|Maisons-Laffitte|Mantes-la-Jolie|Mantes-la-Ville|Montigny-le-Bretonneux|Les Mureaux|Plaisir
78 Poissy|Rambouillet|Saint-Cyr-l'École|Saint-Germain-en-Laye|Sartrouville|Trappes|Vélizy-Villacoublay|Versailles
79 Niort
80 Abbeville|Amiens
81 Albi
82 Montauban
83 Draguignan|Fréjus|Hyères|La Seyne-sur-Mer|Six-Fours-les-Plages|Toulon|La Valette-du-Var
84 Avignon|Carpentras|Cavaillon|L'Isle-sur-la-Sorgue|Orange
85 Challans|Montaigu-Vendée|La Roche-sur-Yon|Les Sables-d'Olonne
86 Châtellerault|Poitiers
87 Limoges
88 Épinal
89 Auxerre|Sens
90 Belfort
91 Athis-Mons|Brétigny-sur-Orge|Brunoy|Chilly-Mazarin|Corbeil-Essonnes|Draveil|Étampes|Évry-Courcouronnes
91 Gif-sur-Yvette|Longjumeau|Montgeron|Morsang-sur-Orge|Palaiseau|Ris-Orangis|Saint-Michel-sur-Orge
91 Savigny-sur-Orge|Vigneux-sur-Seine|Viry-Châtillon|Yerres|Les Ulis
92 Antony|Asnières-sur-Seine|Bois-Colombes|Boulogne-Billancourt|Bourg-la-Reine|Châtenay-Malabry|Chaville|Clamart
92 Clichy|Colombes|Courbevoie|Fontenay-aux-Roses|La Garenne-Colombes|Gennevilliers|Issy-les-Moulineaux
92 Levallois-Perret|Malakoff|Meudon|Montrouge|Nanterre|Neuilly-sur-Seine|Le Plessis-Robinson|Puteaux
92 Rueil-Malmaison|Saint-Cloud|Sèvres|Suresnes|Vanves|Villeneuve-la-Garenne
93 Aubervilliers|Aulnay-sous-Bois|Bagnolet|Le Blanc-Mesnil|Bobigny|Bondy|Clichy-sous-Bois|La Courneuve|Drancy
93 Épinay-sur-Seine|Gagny|Les Lilas|Livry-Gargan|Montfermeil|Neuilly-Plaisance|Neuilly-sur-Marne|Noisy-le-Grand
93 Noisy-le-Sec|Pantin|Les Pavillons-sous-Bois|Romainville|Rosny-sous-Bois|Saint-Ouen-sur-Seine|Sevran|Stains
93 Tremblay-en-France|Villemomble
94 Alfortville|Arcueil|Cachan|Champigny-sur-Marne|Charenton-le-Pont|Choisy-le-Roi|Créteil|Fontenay-sous-Bois
94 L'Haÿ-les-Roses|Ivry-sur-Seine|Joinville-le-Pont|Le Kremlin-Bicêtre|Limeil-Brévannes|Maisons-Alfort
94 Nogent-sur-Marne|Orly|Le Perreux-sur-Marne|Le Plessis-Trévise|Saint-Mandé|Saint-Maur-des-Fossés|Sucy-en-Brie
94 Thiais|Villejuif|Villeneuve-le-Roi|Villeneuve-Saint-Georges|Vincennes|Vitry-sur-Seine
95 Argenteuil|Bezons|Cergy|Cormeilles-en-Parisis|Deuil-la-Barre|Eaubonne|Ermont|Garges-lès-Gonesse|Gonesse
95 Herblay-sur-Seine|Montigny-lès-Cormeilles|Montmorency|Pontoise|Saint-Ouen-l'Aumône|Sannois|Sarcelles|Taverny
95 Villiers-le-Bel
971 Les Abymes|Baie-Mahault|Le Gosier|Le Moule|Petit-Bourg
972 Fort-de-France|Le Lamentin|Le Robert
973 Cayenne|Kourou|Matoury|Remire-Montjoly|Saint-Laurent-du-Maroni
974 La Possession|Saint-Leu|Le Tampon
976 Koungou|Mamoudzou
987 Faaa|Papeete|Punaauia
988 Dumbéa|Le Mont-Dore|Nouméa|Païta`
    .split('\n')
    .flatMap(row => {
      const cut = row.indexOf(' ')
      return row
        .slice(cut + 1)
        .split('|')
        .map((nom): [string, string] => [nom, row.slice(0, cut)])
    }),
)
