import { diagnose, type Problem } from '../problems/index.ts'
import { findingsOf, maskAddresses, motLong, trapsIn, typographyRules } from '../text/index.ts'
import { provisional, provisionalAt } from './body/slips.ts'
import { declared, textAt, textsIn } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** A link and a result are called by their title, and the field of the search waits for a second sign. */
export function checkTitleWords(yaml: Yaml): Problem[] {
  // The rest of a value that ends too early is no title.
  if (!yaml.sound) return []
  return ['titre', 'titre_court'].flatMap(cle => {
    const valeur = textAt({ yaml }, cle)?.trim()
    return valeur && valeur.replace(/[^\p{L}\p{N}]/gu, '').length < 2
      ? [diagnose('titre-bref', yaml.placeOf([cle]), { cle, valeur })]
      : []
  })
}

/** Bold, and a link. */
const markdown = /\*\*[^*]+\*\*|\[[^\]]+\]\([^)]*\)/g

/** Names are printed as they are written: no HTML among them does anything. */
export function* checkNames(yaml: Yaml, key: string): Generator<Problem> {
  const html = typographyRules.filter(({ code }) => code === 'html-brut')
  for (const { text, path, part } of textsIn(declared({ yaml }, key), [key]))
    for (const { offset, quote } of html.flatMap(rule => findingsOf(rule, text)))
      yield diagnose('html-brut', yaml.placeOf(path, part, offset), { quote, proposal: '' })
}

/** The texts that are read outside a body hold to its typography: titles, summaries, acronyms. */
export function* checkTypography(yaml: Yaml, keys: readonly string[]): Generator<Problem> {
  for (const key of keys) {
    const text = textAt({ yaml }, key)
    if (text === null) continue
    for (const { 0: words, index } of text.matchAll(provisional))
      yield diagnose('texte-provisoire', yaml.placeOf([key], 'valeur', index), {
        quote: provisionalAt(text, index, words.length),
      })
    for (const { 0: quote, index } of text.matchAll(markdown))
      yield diagnose('signes-imprimes', yaml.placeOf([key], 'valeur', index), {
        quote,
        cause: "un titre n'a ni gras ni lien",
        remedy: 'Écrire les mots sans ces signes',
      })
    const prose = maskAddresses(text)
    for (const rule of typographyRules)
      for (const { offset, ...words } of findingsOf(rule, prose))
        yield diagnose(rule.code, yaml.placeOf([key], 'valeur', offset), {
          ...words,
          // No sign of Markdown stands for it here.
          ...(rule.code === 'html-brut' ? { proposal: '' } : {}),
        })
  }
}

/** Checks every value of a YAML file, as it may be printed: no word is too long for a line, and no escape (`\\u202e`) names
 *  a forbidden character. Typed characters are reported when the file is read as a text. */
export function* checkWritten({ value, placeOf }: Yaml, source: string): Generator<Problem> {
  for (const { text, path, part } of textsIn(value)) {
    const escaped = trapsIn(text).filter(
      ({ offset }) => !source.includes(String.fromCodePoint(text.codePointAt(offset) ?? 0)),
    )
    for (const { code, caractere } of escaped.slice(0, 1))
      yield diagnose(code, placeOf(path, part), { caractere })
    for (const { offset, ...words } of findingsOf(motLong, maskAddresses(text)))
      yield diagnose('mot-long', placeOf(path, part, part === 'cle' ? 0 : offset), words)
  }
}
