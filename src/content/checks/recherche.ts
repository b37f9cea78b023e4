import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { plainStemsOf, wordsOf } from '../../web/search/words.ts'
import { type Draft, declared, names, textAt, texts } from '../draft.ts'

/** Words that mean the same lead a reader to what the kit says: each is read by the search, each is another, and one of them at
 *  least stands in the kit. */
export function* checkRecherche(draft: Draft): Generator<Diagnostic> {
  const { recherche } = draft
  if (recherche === null) return
  const groups: unknown[] = Array.isArray(recherche.yaml.value) ? recherche.yaml.value : []
  const sheets = sheetsOf(draft)
  for (const [at, group] of groups.entries()) {
    const words = texts(group).map(({ text, index }) => ({
      text,
      stems: plainStemsOf(text),
      place: recherche.yaml.placeOf([at, index]),
    }))
    const [only] = words
    if (only && words.length === 1) {
      yield diagnose('synonyme-seul', only.place, { valeur: only.text })
      continue
    }
    const faults = words.flatMap(({ text: valeur, stems, place }, index) => {
      if (stems.length === 0) return [diagnose('synonyme-sans-sens', place, { valeur })]
      const first = words.slice(0, index).find(other => other.stems.join(' ') === stems.join(' '))
      return first ? [diagnose('synonyme-double', place, { valeur, autre: first.text })] : []
    })
    yield* faults
    const isAnswered = words.some(({ stems }) => sheets.some(sheet => stems.every(stem => sheet.has(stem))))
    if (only && faults.length === 0 && !isAnswered)
      yield diagnose('synonymes-muets', recherche.yaml.placeOf([at]))
  }
}

/** What each fiche, each page and each acronym says, as the search compares it. */
function sheetsOf({ fiches, pages, sigles }: Draft): ReadonlySet<string>[] {
  const sheets = [...fiches, ...pages].map(sheet =>
    ['titre', 'titre_court', 'resume']
      .flatMap(key => textAt(sheet, key) ?? [])
      .concat(
        texts(declared(sheet, 'mots_cles')).map(({ text }) => text),
        sheet.corps.source,
      ),
  )
  const acronyms =
    sigles === null ? [] : names(sigles.yaml.value).map(name => [name, String(declared(sigles, name))])
  return [...sheets, ...acronyms].map(texts => new Set(wordsOf(texts.join('\n')).map(({ stem }) => stem)))
}
