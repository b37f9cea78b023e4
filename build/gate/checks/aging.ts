import { publishedFiches } from '../../../src/kit/index.ts'
import { count, enumerate, remark } from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'

/** `loi du 31 juillet 2014`, `loi AGEC`, `article 58`, `décret n° 2025-1386`, a code; a threshold comes with one of them. */
const law =
  /(?:[Aa]rticle [LRD]?\.? ?\d[\d-]*(?:er)?|\b(?:[Ll]oi|[Dd]écret|[Oo]rdonnance)s? (?:n° ?[\d-]+|du \d{1,2}(?:er)? \p{Ll}+ \d{4}|sur l['’]ESS de \d{4}|de \d{4}|\p{Lu}[\p{L}\d]+|\d\p{Lu}+)|\bcode (?:de la|du|des) \p{Ll}+(?: \p{Ll}+)?)/gu

/** Law and places change: who reads years later wants to know when this was true. */
export const aging = {
  id: 'actualite',
  title: 'Le droit cité a été vérifié, et chaque exemple a une année',
  phase: 'texte',
  async *run({ kit }: Pick<Subject, 'kit'>) {
    const fiches = publishedFiches(kit)
    for (const { titre, verifie, corps } of fiches) {
      const cited = [...new Set(corps.source.match(law) ?? [])]
      if (cited.length > 0 && !verifie)
        yield remark(
          `« ${titre} »`,
          `La fiche cite le droit (${enumerate(cited, 'et')}) et ne dit pas quand il a été vérifié : le vérifier, puis écrire le mois dans « Droit vérifié en ».`,
        )
      const dateless = [...corps.source.matchAll(example)].filter(([text]) => !/\b(?:19|20)\d\d\b/.test(text))
      if (dateless.length > 0)
        yield remark(
          `« ${titre} »`,
          `${count(dateless.length, 'exemple')} sans année : ${dateless.map(([, name = '']) => name.trim()).join(', ')}. Écrire depuis quand, ou jusqu’à quand.`,
        )
    }
    return `${count(fiches.length, 'fiche lue', 'fiches lues')}`
  },
} satisfies GateCheck

const example = /^::: exemple ([^·{\n]*)[\s\S]*?^:::$/gmu
