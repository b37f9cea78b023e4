type Meaning = { block: string; type: string; role: string | null }

/** What each block is to a reading system: its word of the EPUB vocabulary with the matching DPUB-ARIA role, where there is one.
 *  @see https://www.w3.org/TR/epub-ssv-11/ @see https://www.w3.org/TR/dpub-aria-1.1/ */
const meanings: readonly Meaning[] = [
  { block: 'exemple', type: 'example', role: 'doc-example' },
  { block: 'info', type: 'tip', role: 'doc-tip' },
]

/** Says the meaning of blocks whose markup does not say it yet. */
export function addRoles(xhtml: string): string {
  return meanings.reduce(
    (text, { block, type, role }) =>
      text.replace(
        new RegExp(`<aside(?=[^>]* class="bloc ${block}[ "])(?![^>]* (?:epub:type|role)=)`, 'g'),
        opening => [opening, ` epub:type="${type}"`, role && ` role="${role}"`].filter(Boolean).join(''),
      ),
    xhtml,
  )
}
