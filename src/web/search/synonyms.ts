import { plainStemsOf } from './words.ts'

/** First stem of a phrase → the phrases, the longest first, each with its group. */
export type Synonyms = ReadonlyMap<string, readonly { stems: string[]; group: readonly string[][] }[]>

export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const table = new Map<string, { stems: string[]; group: string[][] }[]>()
  for (const words of groups) {
    const group = words.map(plainStemsOf).filter(stems => stems.length > 0)
    for (const stems of group) {
      const [first = ''] = stems
      const synonyms = [...(table.get(first) ?? []), { stems, group: group.filter(other => other !== stems) }]
      table.set(
        first,
        synonyms.sort((a, b) => b.stems.length - a.stems.length),
      )
    }
  }
  return table
}
