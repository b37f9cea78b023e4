/** A word of a text: as it is compared, and where it stands. `named`: it begins with a capital. */
export type Word = { stem: string; folded: string; start: number; end: number; named: boolean }

/** Numbers with the spaces or points of their thousands, words with the endings of inclusive writing (`élu.e.s`), all else. */
const written =
  /2[AB](?![\p{L}\p{N}])|\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2}(?!\d))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[.·](?:t?r?ice|euse|[èe]re|ive|[lnt]?e)(?:[.·]s)?(?![\p{L}]))?|\p{N}+/gu

/** Without accents, ligatures and case. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** A text without accents, case and signs, one space around each word. */
export const plain = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The words of a text, those of questions and grammar left out. Parts of a compound are words, and so is the whole
 *  (« co-voiturage »: co, voiturage, covoiturage). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let before: { folded: string; start: number; end: number } | null = null
  for (const { 0: word, index: start } of text.matchAll(written)) {
    const end = start + word.length
    const folded = foldedOf(word)
    const named = /^\p{Lu}/u.test(word)
    const compound: string | null =
      before && text.slice(before.end, start) === '-' && !/^\d/.test(folded) ? before.folded + folded : null
    const silent = stops.has(folded)
    if (!silent) words.push({ stem: stemOf(folded), folded, start, end, named })
    const [unit = ''] = /^\d/.test(folded)
      ? (text.slice(end).match(/^\s?(?:%|€|euros?(?!\p{L}))/u) ?? [])
      : []
    if (unit) {
      const measure = folded + (unit.endsWith('%') ? '%' : '€')
      words.push({ stem: measure, folded: measure, start, end: end + unit.length, named })
    }
    if (compound && before && !silent && !stops.has(before.folded))
      words.push({ stem: stemOf(compound), folded: compound, start: before.start, end, named })
    before = { folded, start, end }
  }
  return words
}

/** What a région is found by: no word of a text. */
export const regionStem = (name: string): string => `@${fold(name)}`

/** The words of a text without those that are made of others: a phrase is its parts alone. */
export const plainWordsOf = (text: string): Word[] =>
  wordsOf(text).filter((word, index, all) => !all.some((other, at) => at !== index && isInside(other, word)))

export const isInside = (inner: Word, outer: Word) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start

function foldedOf(word: string): string {
  if (/^\d/.test(word))
    return /^\d{1,3}(?:\D\d{3})+$/.test(word) ? word.replace(/\D/g, '') : word.replace('.', ',')
  const folded = fold(word.replace(/(?<=\p{L})[.·].*$/u, ''))
  return shortened[folded] ?? folded
}

/** Towns are often typed so. */
const shortened: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' }

/** Words that say nothing of what is looked for. « notre » is none: a law is called NOTRe. */
const stops: ReadonlySet<string> = new Set(
  `a ai alors as au aux avec avez avoir avons c ca ce cela ces cet cette chez combien comme comment d dans de des dois
  doit donc du elle elles en es est et etes etre eux faire fait faut fois il ils j je l la laquelle le lequel les leur leurs
  lui m ma mais me mes moi mon n ne ni nombre non nos nous on ont ou par pas peut peuvent peux plus pour puis qu quand que
  quel quelle quelles quels qui quoi s sa se ses si soi son sont suis sur t ta te tes toi ton tous tout toute toutes tu un
  une trouver chercher cherche veut veux voici voila vos votre vous y sert servent servir existe existent fonctionne signifie
  represente representent ressemble ressemblent appelle appellent permet permettent agit coute coutent concerne concernant veulent voudrais voudrait aimerais pourrait pourraient entre contre depuis apres avant sous sans vers pendant dont afin lorsque tres trop moins aussi encore deja
  chaque plusieurs quelque quelques certains certaines autour hors selon`.split(/\s+/),
)

/** What one wants to do says less than of what: « sauver le commerce », « louer un local ». An infinitive, the nouns in -ier left
 *  out, and the adverbs and adjectives that only qualify. « notre » is one, but for who looks for the law alone. */
export const isIntent = (folded: string): boolean =>
  (folded.length > 4 && /(?:[^i]er|[^o]ir|endre|ettre|duire|crire)$/.test(folded) && !nouns.has(folded)) ||
  qualifying.has(folded)

/** Nouns and adjectives that end as an infinitive does. */
const nouns: ReadonlySet<string> = new Set(
  `avenir berger boucher boulanger cancer danger desir elixir etranger fromager hiver horloger leger loisir maraicher menager
  mourir passager plaisir potager souvenir verger vieillir`.split(/\s+/),
)

const qualifying: ReadonlySet<string> = new Set(
  `aide aides autre autres avis chiffre chiffres definition euro euros fiche fiches kit saint sainte cher chere chers cheres notre objectif objectifs collectivite collectivites commune communes mairie maire maires municipal municipale municipaux municipalite besoin besoins bien bon bonne bonnes bons but cas choix cout couts conseil conseils demarche demarches
  dernier derniere difference differences difficile droit etape etapes exemple exemples facile facon gens grand grande idee
  idees gratuit gratuite gratuitement interet information informations liste manque manquer meilleur meilleure methode mode modele moyen
  moyens nouveau nouveaux nouvelle nouvelles obligation obligatoire obligatoires outil outils petit petite possible pourquoi premier premiere
  prix probleme problemes projet projets question questions regle regles role savoir solution solutions type types`.split(
    /\s+/,
  ),
)

/** « Havre » of « Le Havre ». */
export const withoutArticle = (name: string): string => name.replace(/^(?:L[ae]s? |L['’])/, '')

/** What a place may be. */
export const isKindOfPlace = (word: Word | undefined): boolean =>
  word !== undefined && kindsOfPlace.has(word.folded)

const kindsOfPlace: ReadonlySet<string> = new Set(
  'agglo agglomeration commune departement mairie metropole region ville'.split(' '),
)

const stems = new Map<string, string>()

/** One form for the plural, the feminine and the masculine of a word: never more than its ending, so that no word becomes
 *  another's (Rennes is not « renouvelables »). */
export function stemOf(folded: string): string {
  const cached = stems.get(folded)
  if (cached !== undefined) return cached
  const stem = endings(folded)
  stems.set(folded, stem)
  return stem
}

function endings(folded: string): string {
  if (folded.length < 4 || /^\d/.test(folded)) return folded
  const singular = folded
    .replace(/eaux$/, 'eau')
    .replace(/(?<=..)aux$/, 'al')
    .replace(/[sx]$/, '')
  return singular
    .replace(/trice$/, 'teur')
    .replace(/euse$/, 'eur')
    .replace(/ive$/, 'if')
    .replace(/ique$/, 'ic')
    .replace(/(?<=....|[iu])e+$/, '')
    .replace(/(?<=...)([lnt])\1$/, '$1')
}

/** What a stem shares with the words made of it: subvention and subventionner. Short words have no family; it is a weaker
 *  likeness than the stem. */
export function rootOf(stem: string): string {
  let root = stem
  for (let turn = 0; turn < 2; turn++) {
    const shorter = root
      .replace(
        /(?:ation|ateur|ement|ment|ition|iteur|[ai]bilit|age|ois|er|ir|ant|eur|if|[ai]bl|ist|ism|ion|ier|it)$/,
        '',
      )
      .replace(/([lnt])\1$/, '$1')
    if (shorter.length < 5) return root.replace(/at(?:ion|eur)$/, 'at')
    root = shorter
  }
  return root
}

/** About how a French word sounds, its end left out that nobody hears: numerik and numérique, enfence and enfance. */
export const soundOf = (folded: string): string =>
  folded
    .replace(/ph/g, 'f')
    .replace(/oo/g, 'ou')
    .replace(/(?:c|q)u(?=[eioa])|q|k|c(?=[^eiyh]|$)|ck/g, 'k')
    .replace(/ss|c(?=[eiy])|z|(?<=[lnr])t(?=ion)/g, 's')
    .replace(/eau|au/g, 'o')
    .replace(/ai|ei|(?<=.)ae/g, 'e')
    .replace(/y/g, 'i')
    .replace(/e(?=[nm][^aeiou])/g, 'a')
    .replace(/h/g, '')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=...)[estxd]+$/, '')
