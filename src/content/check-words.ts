import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { unescapeAll } from '../markdown/body/markdown.ts'
import { provisional, titleSlipOf } from '../markdown/body/slips.ts'
import { findingsOf } from '../markdown/lint/punctuation.ts'
import { motLong, typographyRules } from '../markdown/lint/rules.ts'
import { trapsIn } from '../markdown/traps.ts'
import { maskAddresses } from '../markdown/typography/protect.ts'
import { declared, textAt, textsIn } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { quote } from './yaml/source.ts'

const signes =
  /\*\*(?=[^*]+\*\*)|(?<![\p{L}\d*])\*[^*\s][^*]{0,200}\*(?!\*)|\[\[(?=[^\]]*\]\])|\[[^[\]]{1,200}\]\([^()]{1,300}\)|\{(?=picto=|\.[a-z]+\})|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iu

const withoutSigns = (text: string): string =>
  text
    .replace(/\[([^[\]]{1,200})\]\([^()]{1,300}\)/g, '$1')
    .replace(/\*\*|\[\[|\]\]|\s*\{(?:picto=|\.)[^}]*\}/g, '')
    .replace(/(?<![\p{L}\d*])\*([^*\s][^*]{0,200})\*/gu, '$1')

/** The texts of a front matter and of settings are no Markdown: its signs would be printed. */
export function checkTitleText(yaml: Yaml, keys: readonly string[]): Diagnostic[] {
  return keys.flatMap(key => {
    const text = textAt({ yaml }, key)
    if (text === null) return []
    const later = [...text.matchAll(provisional)].map(({ 0: quote, index }) =>
      diagnose('texte-provisoire', yaml.placeOf([key], 'valeur', index), { quote: quote.trim() }),
    )
    const match = signes.exec(text)
    if (match === null) return later
    const proposal = `${key}: ${quote(withoutSigns(unescapeAll(text)))}`
    return [
      ...later,
      diagnose('signes-entete', yaml.placeOf([key], 'valeur', match.index), {
        cle: key,
        quote: match[0],
        proposal,
      }),
    ]
  })
}

const announcing = /^fiche (?:n[°o] ?)?\d{1,3}\s*[:.–—-]\s*(?=\S)/i

/** A link and a result are called by their title, and the field of the search waits for a second sign. The number and the family stand
 *  beside it already. */
export function checkTitleWords(yaml: Yaml): Diagnostic[] {
  // What is left of a value that ends too early is no title.
  if (!yaml.sound) return []
  return ['titre', 'titre_court'].flatMap(cle => {
    const valeur = textAt({ yaml }, cle)?.trim()
    if (!valeur) return []
    if (valeur.replace(/[^\p{L}\p{N}]/gu, '').length < 2)
      return [diagnose('titre-bref', yaml.placeOf([cle]), { cle, valeur })]
    // A page of the front or back matter has no number beside its title.
    const isNumbered = declared({ yaml }, 'numero') !== undefined
    const announced = announcing.exec(valeur)?.[0]
    const strange = announced
      ? {
          quote: announced.trim(),
          offset: 0,
          cause: 'le numéro de la fiche est imprimé près du titre',
          bare: valeur.slice(announced.length),
        }
      : titleSlipOf(valeur)
    if (!strange || (!isNumbered && strange.offset === 0)) return []
    const remedy = `Écrire : ${cle}: ${quote(strange.bare)}`
    return [diagnose('signes-etrangers', yaml.placeOf([cle]), { ...strange, remedy })]
  })
}

/** The texts that are read outside a body hold to its typography: titles, summaries, acronyms. */
export function* checkTypography(yaml: Yaml, keys: readonly string[]): Generator<Diagnostic> {
  for (const key of keys) {
    const text = textAt({ yaml }, key)
    if (text === null) continue
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

/** Whatever a file says in YAML may be printed: no word in it is too long for a line, and no character is named (`\\u202e`) that
 *  nobody may type. Those that are typed are reported where the file is read as a text. */
export function* checkWritten({ value, placeOf }: Yaml, source: string): Generator<Diagnostic> {
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
