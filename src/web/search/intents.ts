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
  `avantage avantages inconvenient inconvenients raison raisons rapport lien somme montant aide aides autre autres avis chiffre chiffres definition euro euros fiche fiches kit saint sainte cher chere chers cheres notre objectif objectifs collectivite collectivites commune communes mairie maire maires municipal municipale municipaux municipalite besoin besoins bien bon bonne bonnes bons but cas choix cout couts conseil conseils demarche demarches
  dernier derniere difference differences difficile droit etape etapes exemple exemples facile facon gens grand grande idee
  idees gratuit gratuite gratuitement interet information informations liste manque manquer meilleur meilleure methode mode modele moyen
  moyens nouveau nouveaux nouvelle nouvelles obligation obligatoire obligatoires outil outils petit petite possible pourquoi premier premiere
  prix probleme problemes projet projets question questions regle regles role savoir solution solutions type types`.split(
    /\s+/,
  ),
)
