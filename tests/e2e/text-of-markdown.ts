/** What an author's Markdown says, without what it means: markers, block names, attributes, addresses and
 *  cross-references are taken out. Made without the press's own parser, so that it can contradict it. */
export function textOfMarkdown(markdown: string): string {
  return (
    markdown
      // An example says its code, its place, then its title.
      .replace(/^:::[ \t]*exemple[ \t]+(.*?)[ \t]+·[ \t]+([^(\n]*)(\([^)\n]*\))?/gm, '$3 $2 $1')
      .replace(/^:::[ \t]*graphique[ \t]+[\w-]+/gm, '')
      .replace(/^:::[ \t]*schema[ \t]+\S+/gm, '')
      .replace(/^:::[ \t]*[\w-]*/gm, '')
      .replace(/\{[^{}\n]*\}/g, '')
      .replace(/\[\[[^\]\n]*\]\]/g, ' ')
      .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
      .replace(/[*_`|#>]/g, ' ')
  )
}
