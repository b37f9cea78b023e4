/** Words that say nothing of what is looked for. « notre » is none: a law is called NOTRe. */
const stops: ReadonlySet<string> = new Set(
  `a abord actuellement afin agit ai aient ailleurs aimerais ainsi ait allez allons alors appelle appellent
  apres as assez au aucun aucune aujourd auquel aura aurai auraient aurait aurez aurons auront aussi
  autant autour aux auxquelles auxquels avaient avais avait avant avec avez aviez avoir avons ayant
  beaucoup bonjour c ca ce ceci cela celle celles celui certaines certains ces cet cette ceux chacun
  chacune chaque cherche chercher chez chose choses combien comme comment concernant concerne
  concretement contre coute coutent d dans de dedans dehors deja depuis des desquelles desquels dessous
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
