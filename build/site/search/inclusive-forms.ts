/** Endings written after a point or a middle dot, and what the word becomes with each: `acteur.ice.s` → actrice. */
const endings: readonly [ending: RegExp, masculine: RegExp, feminine: string][] = [
  [/^(?:t?r)?ice$/, /teur$/, 'trice'],
  [/^euse$/, /eur$/, 'euse'],
  [/^[èe]re$/, /er$/, 'ère'],
  [/^ive$/, /if$/, 'ive'],
  [/^[lnt]?e$/, /$/, ''],
]

/** The words that a reader may type for the inclusive forms of `text`, in lower case, once each: « citoyen.ne.s » gives
 *  citoyen, citoyenne, citoyens, citoyennes. */
export function inclusiveForms(text: string): string[] {
  const forms = new Set<string>()
  // The sign comes first, then what stands before it: most letters belong to no such form, and are passed over.
  for (const [, masculine = '', ending = '', plural] of text
    .toLowerCase()
    .matchAll(/[.·](?<=(?<![\p{L}.·])(\p{L}{2,})[.·])([a-zè]{1,5})(?:[.·](s))?(?![\p{L}.·])/gu)) {
    const rule = endings.find(([written, stem]) => written.test(ending) && stem.test(masculine))
    if (!rule) continue
    const feminine = rule[2] === '' ? masculine + ending : masculine.replace(rule[1], rule[2])
    for (const form of [masculine, feminine]) {
      forms.add(form)
      if (plural) forms.add(`${form}s`)
    }
  }
  return [...forms]
}
