import type { Names } from './names.ts'
import { stemOf } from './words.ts'

/** Stem of what inhabitants are called → name of their place, where their name is not made of its own. */
const irregular: ReadonlyMap<string, string> = new Map(
  `angevin Angers|auvergnat Auvergne|biterrois Béziers|bordelais Bordeaux|bourguignon Bourgogne|breton Bretagne|briochin Saint-Brieuc
bisontin Besançon|castelroussin Châteauroux|francilien Île-de-France|comtois Franche-Comté|guyanais Guyane|ligerien Pays de la Loire|lorrain Lorraine
manceau Le Mans|malouin Saint-Malo|messin Metz|niortais Niort|normand Normandie|occitan Occitanie|palois Pau|picard Picardie
poitevin Poitou-Charentes|provencal PACA|reunionnais La Réunion|remois Reims|stephanois Saint-Étienne|spinalien Épinal
tourangeau Tours|vosgien Vosges`
    .split(/[|\n]/)
    .map(row => {
      const cut = row.indexOf(' ')
      return [stemOf(row.slice(0, cut)), row.slice(cut + 1)] as const
    }),
)

/** Endings of inhabitants' names, with the letters that are at least before. */
const endings: readonly [ending: RegExp, letters: number][] = [
  [/(?:e?oi|ai)s(?:es?)?$/, 4],
  [/(?:een|ien)(?:nes?|s)?$/, 5],
  [/(?:ain|in|an)(?:es?|s)?$/, 5],
]

/** Letters of a place's name that its inhabitants leave out: Rennes, rennais. */
const LEFT = 3

/** The place whose inhabitants are called so: « lyonnais », « Bretonnes », « alsaciens ». */
export function placeOfDemonym(folded: string, names: Names): string | null {
  const place = irregular.get(stemOf(folded)) ?? irregular.get(stemOf(stemOf(folded)))
  if (place !== undefined) return place
  for (const [ending, letters] of endings) {
    if (!ending.test(folded)) continue
    const base = folded.replace(ending, '')
    if (base.length < letters) continue
    const single = base.replace(/([lnt])\1$/, '$1')
    const [nearest] = [...names.values()]
      .flatMap(list =>
        list.flatMap(({ words: [word = '', ...rest], name }) => (rest.length === 0 ? { word, name } : [])),
      )
      .filter(({ word }) => word.startsWith(single) && word.length - single.length <= LEFT)
      .sort(
        (a, b) =>
          Number(b.word.startsWith(base)) - Number(a.word.startsWith(base)) || a.word.length - b.word.length,
      )
    if (nearest) return nearest.name
  }
  return null
}
