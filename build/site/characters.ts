import type { Kit } from '../../src/kit.ts'
import type { Corps } from '../../src/markdown/corps.ts'

/** What a French page may show beside the words of a kit: interface, dates, weights, what a reader types in the search. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))
const french = 'àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‹›“”‘’–—…•·×€§°²³ºª\u00a0\u00ad\u2011\u202f'

/** Every character that the site of a kit may show, once, in the order of Unicode: what its fonts are cut to. */
export function charactersOf(kit: Kit): string {
  // Colours are not read; the text of a body says what its source says, but for typography, which has no character that is
  // not among these.
  const words = JSON.stringify(kit, (key, value: unknown) => {
    if (key === 'tokens') return undefined
    return key === 'corps' ? { ...(value as Corps), texte: undefined } : value
  })
  return [...new Set([...ascii, ...french, ...words.replace(/[ -~]+/g, '')])].sort().join('')
}
