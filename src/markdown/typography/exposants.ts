import type { Wrap } from './rule.ts'

const chiffres = /(?<![\p{L}\d.,])(?:1(ers?|res?)|(?:\d{1,4})(es?))(?![\p{L}\d])/gu
const romains = /(?<![\p{L}\d])(?:I(er|re)|([IVX]{1,8})(e))(?![\p{L}\d])/gu
const romain = /^(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|II|III)$/

/** `1er`, `2e`, `XIXe`: the letters are raised. « Ve » and « Xe » are numbers, « Le » and « Ce » are words. */
export const exposants: Wrap = {
  nom: 'exposants',
  type: 'sup',
  tag: 'sup',
  attrs: null,
  spans(text) {
    const spans = [...text.matchAll(chiffres)].map(match => raised(match, match[1] ?? match[2] ?? ''))
    for (const match of text.matchAll(romains)) {
      if (match[1]) spans.push(raised(match, match[1]))
      else if (romain.test(match[2] ?? '')) spans.push(raised(match, match[3] ?? ''))
    }
    return spans
  },
}

function raised(match: RegExpExecArray, letters: string): { start: number; end: number } {
  const end = match.index + match[0].length
  return { start: end - letters.length, end }
}
