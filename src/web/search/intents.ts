/** What one wants to do says less than of what: « sauver le commerce », « louer un local ». An infinitive, the nouns in -ier left
 *  out, and the adverbs and adjectives that only qualify. « notre » is one, but for who looks for the law alone. */
export const isIntent = (folded: string): boolean =>
  (folded.length > 4 &&
    /(?:[^i]er|[^o]ir|endre|ettre|duire|crire|aincre|aitre|oindre|truire|uivre)$/.test(folded) &&
    !nouns.has(folded)) ||
  qualifying.has(folded)

/** Nouns and adjectives that end as an infinitive does. */
const nouns: ReadonlySet<string> = new Set(
  `avenir berger boucher boulanger cancer danger desir elixir etranger fromager hiver horloger leger loisir maraicher menager
  mourir passager plaisir potager souvenir verger vieillir`.split(/\s+/),
)

/** A « boucher » is no one who does what a verb says, nor of the root of « bouche ». */
export const isNoun = (folded: string): boolean => nouns.has(folded)

const qualifying: ReadonlySet<string> = new Set(
  `associatif associatifs associative associatives confie confiee confies confiees gere geree geres gerees loue louee loues louees
  famille familles menage menages pres coin action actions aide aides ancien ancienne anciennes anciens argument arguments autre autres avantage avantages avis
  besoin besoins bien bon bonne bonnes bons but cas cher chere cheres chers chiffre chiffres
  choix collectivite collectivites communal communale communales communaux commune communes conseil
  conseils cout couts definition demarche demarches dernier derniere difference differences difficile
  droit etape etapes euro euros exemple exemples facile facon fiche fiches gens grand grande gratuit
  gratuite gratuitement idee idees inconvenient inconvenients information informations interet interets
  kit lien liste loi lois maire maires mairie manque manquer meilleur meilleure methode mode modele montant moyen
  moyens municipal municipale municipalite municipaux notre nouveau nouveaux nouvelle nouvelles numero numeros objectif
  objectifs obligation obligatoire obligatoires outil outils personne personnes petit petite possible pourquoi premier
  premiere prix probleme problemes projet projets question questions raison raisons rapport regle regles
  role saint sainte savoir solution solutions somme type types village villages`.split(/\s+/),
)
