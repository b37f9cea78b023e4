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
