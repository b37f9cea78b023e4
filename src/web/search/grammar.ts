/** Words that say nothing of what is looked for. « notre » is none: a law is called NOTRe. */
const stops: ReadonlySet<string> = new Set(
  `a ai alors as au aux avec avez avoir avons c ca ce cela ces cet cette chez combien comme comment d dans de des dois
  doit donc du elle elles en es est et etes etre eux faire fait faut fois il ils j je l la laquelle le lequel les leur leurs
  lui m ma mais me mes moi mon n ne ni nombre non nos nous on ont ou par pas peut peuvent peux plus pour puis qu quand que
  quel quelle quelles quels qui quoi s sa se ses si soi son sont suis sur t ta te tes toi ton tous tout toute toutes tu un
  une trouver chercher cherche veut veux voici voila vos votre vous y sert servent servir existe existent fonctionne signifie
  represente representent ressemble ressemblent appelle appellent permet permettent agit coute coutent concerne concernant veulent voudrais voudrait aimerais pourrait pourraient entre contre depuis apres avant sous sans vers pendant dont nb afin lorsque tres trop moins aussi encore deja
  chaque plusieurs quelque quelques certains certaines autour hors selon
  seulement uniquement vraiment simplement rapidement facilement concretement actuellement reellement exactement forcement
  juste plutot alors ainsi beaucoup peu souvent toujours jamais maintenant aujourd hui ici quoi koi rien tel telle tels telles chacun
  chacune celui celle ceux celles etait etaient sera seront serait soient suffit devient deviennent devrait devons devez
  devront dit disent savent sait savez savons peux pouvons pouvez pourrons veulent voulons voulez va vais vont allons allez vient viennent
  fais faisons faites font mets met mettent prend prennent donne donnent aurait auront aura ayant`.split(
    /\s+/,
  ),
)

export const isSilent = (folded: string): boolean => stops.has(folded)
