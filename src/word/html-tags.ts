/** Elements of HTML within a sentence: their tags may stand in the middle of a word. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Elements of HTML whose tags part words, as a line or a cell does. Pictures are none: they stay to be seen. */
const PARTING = new Set(
  'address article aside blockquote body br button caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe input legend li link main menu meta nav noscript object ol optgroup option p picture pre script section select source style summary svg table tbody td template textarea tfoot th thead title tr ul video audio'.split(
    ' ',
  ),
)

/** A tag, whatever its name. What stands after the name is attributes: « <b et c> » is a sentence. */
const TAG = /<\/?([a-z][a-z0-9]*)(?:\s(?=[^<>]*=)[^<>]*|(?:\s+(?:open|checked|disabled))+)?\s*\/?>/gi
const COMMENT = /<!--.*?-->/g

/** A line without the tags and comments of HTML. Words between angle brackets stay where they name no element. */
export function withoutTags(line: string): string {
  const bare = line.replace(COMMENT, '').replace(TAG, (tag, written: string) => {
    const name = written.toLowerCase()
    return INLINE.has(name) ? '' : PARTING.has(name) ? ' ' : tag
  })
  if (bare === line) return line
  const [indent = ''] = /^\s*/.exec(line) ?? []
  return indent + bare.trim()
}

/** A line whose links, bold and italics are in the signs of Markdown, without other HTML. */
export const withoutHtml = (line: string): string =>
  withoutTags(
    line
      .replace(/<a\s[^>]*href="([^"\s]+)"[^>]*>(.*?)<\/a>/gi, '[$2]($1)')
      .replace(/<(b|strong)>(?=\S)([^<>]*\S)<\/\1>/gi, '**$2**')
      .replace(/<(i|em)>(?=\S)([^<>]*\S)<\/\1>/gi, '*$2*'),
  )
