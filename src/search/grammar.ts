/** Words without a subject. « notre » is not among them: a law is called NOTRe. */
const stops: ReadonlySet<string> = new Set(
  `a abord actuellement afin agit ai aient ailleurs aimerais ainsi ait allez allons alors appelle appellent
  apres as assez au aucun aucune aujourd auquel aura aurai auraient aurait aurez aurons auront aussi
  autant autour aux auxquelles auxquels avaient avais avait avant avec avez aviez avoir avons ayant
  beaucoup bonjour c ca ce ceci cela celle celles celui certaines certains ces cet cette ceux chacun
  chacune chaque cherche chercher chez chose choses comme comment concernant concerne
  concretement contre d dans de dedans dehors deja depuis des desquelles desquels dessous
  dessus devait devez deviennent devient devons devra devraient devrais devrait devrez devrions devront
  disent disons dit dites dois doit doivent donc donne donnent donnez donnons dont du duquel durant elle
  elles en encore enfin ensuite entre environ es est et etaient etais etait etant etes etiez etre eu eux
  exactement existe existent facilement faire fais faisons fait faites fallait faudra faudrait faut fois
  fonctionne font forcement guere hors hui ici il ils ira irait iront j jamais je jusqu jusque juste koi l la
  laquelle le lequel les leur leurs loin lors lorsque lui m ma maintenant mais malgre me merci mes met
  mets mettent mettez mettons mieux moi moins mon n nb ne ni nombre non nos nous on ont or ou par parce
  parmi partout pas pendant permet permettent peu peut peuvent peux plus plusieurs plutot pour pourra
  pourrai pourraient pourrais pourrait pourrez pourrons pouvait pouvez pouvons prend prends prenez
  prennent prenons presque puis puisque puisse puissent puissions qu quand que quel quelle quelles
  quelqu quelque quelques quels qui quoi rapidement reellement represente representent ressemble
  ressemblent rien s sa sait sans sauf savent savez savons se selon sera serai seraient serait serez
  serons seront sert servent servir ses seulement si signifie simplement soi soient soit son sont sous
  souvent soyez suffit suis sur surtout svp t ta tant tard te tel telle telles tels tes toi ton tot
  toujours tous tout toute toutes tres trop trouver truc trucs tu un une uniquement va vais venez venons
  venu venue venus vers veulent veut veux via viendra viennent viens vient voici voila vont vos votre
  voudrais voudrait voudrions voudront voulait voulez voulons vous vraiment y`.split(/\s+/),
)

export const isSilent = (folded: string): boolean => stops.has(folded)

/** Tells of words that say the wish, not its object: « sauver » in « sauver le commerce ». They are infinitives, except
 *  nouns in -ier, and vague adverbs and adjectives. « notre » is one too, unless typed alone for the law. */
export const isIntent = (folded: string): boolean =>
  (folded.length > 4 &&
    /(?:[^i]er|[^o]ir|endre|ettre|duire|crire|aincre|aitre|oindre|truire|uivre)$/.test(folded) &&
    !nouns.has(folded)) ||
  qualifying.has(folded)

/** Asks for a sum: no subject beside another one, but the whole of « combien ça coûte ». */
export const isAmount = (folded: string): boolean =>
  /^(?:combien|cout(?:s|e|ent)?|prix|montants?|tarifs?)$/.test(folded)

/** `combien coûtent` */
export const isQuestion = (folded: string): boolean => /^(?:combien|coute(?:nt)?)$/.test(folded)

/** Nouns and adjectives that end as an infinitive does. */
const nouns: ReadonlySet<string> = new Set(
  `avenir berger boucher boulanger cancer danger definition desir elixir etranger fromager hiver horloger leger loisir maraicher menager
  mourir passager plaisir potager souvenir verger vieillir`.split(/\s+/),
)

/** A « boucher » is no one who does what a verb says, nor of the root of « bouche ». */
export const isNoun = (folded: string): boolean => nouns.has(folded)

const qualifying: ReadonlySet<string> = new Set(
  `associatif associatifs associative associatives confie confiee confies confiees gere geree geres gerees loue louee loues louees
  famille familles menage menages pres coin action actions aide aides ancien ancienne anciennes anciens argument arguments autre autres avantage avantages avis
  besoin besoins bien bon bonne bonnes bons but cas cher chere cheres chers chiffre chiffres
  choix combien collectivite collectivites communal communale communales communaux commune communes conseil
  conseils cout couts coute coutent definition demarche demarches dernier derniere difference differences difficile
  droit etape etapes euro euros exemple exemples facile facon fiche fiches gens grand grande gratuit
  gratuite gratuitement idee idees inconvenient inconvenients information informations interet interets
  kit lien liste loi lois maire maires mairie manque manquer meilleur meilleure methode mode modele montant moyen
  moyens municipal municipale municipalite municipaux notre nouveau nouveaux nouvelle nouvelles numero numeros objectif
  objectifs obligation obligatoire obligatoires outil outils personne personnes petit petite possible pourquoi premier
  premiere prix probleme problemes projet projets question questions raison raisons rapport regle regles
  role saint sainte savoir solution solutions somme type types village villages`.split(/\s+/),
)
