import { Parser } from 'htmlparser2'

const inline = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'code',
  'em',
  'i',
  'img',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'wbr',
])
const silent = new Set(['script', 'style', 'svg', 'template', 'head', 'option'])
const shown = [
  'aria-label',
  'aria-labelledby',
  'aria-current',
  'title',
  'lang',
  'role',
  'hidden',
  'for',
  'name',
  'value',
  'action',
  'placeholder',
  'data-page',
  'open',
  'rel',
  'download',
  'datetime',
]

/** What a page says to a reader, and to a machine that reads aloud: a line for each block of words, `[words](address)` for a link,
 *  `![words](path)` for a picture, `{…}` for what attributes say and for the family whose colours it has; a no-break space is `~`.
 *  @param within name of the element to be read, by default all of them */
export function outlineOf(html: string, within?: string): string {
  const lines: string[] = ['']
  const say = (words: string) => {
    lines.push((lines.pop() ?? '') + words)
  }
  const open: { name: string; end: string; isSilent: boolean }[] = []
  let isSilent = within !== undefined
  new Parser({
    onopentag(name, attributes) {
      const before = isSilent
      if (name === within) isSilent = false
      if (!isSilent && name === 'svg' && attributes['aria-label']) say(`![${attributes['aria-label']}]`)
      isSilent ||= silent.has(name) || attributes['aria-hidden'] === 'true'
      open.push({ name, end: name === 'a' ? `](${attributes['href']})` : '', isSilent: before })
      if (isSilent) return
      if (!inline.has(name)) lines.push('')
      const [, level = ''] = /^h(\d)$/.exec(name) ?? []
      if (level) say(`${'#'.repeat(Number(level))} `)
      if (name === 'li') say('- ')
      if (name === 'a') say('[')
      if (name === 'img') say(`![${attributes['alt']}](${attributes['src']})`)
      const [, family] = /(?:^| )(famille-\S+)/.exec(attributes['class'] ?? '') ?? []
      const facts = shown.flatMap(key => (attributes[key] === undefined ? [] : [`${key}=${attributes[key]}`]))
      if (family || facts.length > 0) say(`{${[name, family, ...facts].filter(Boolean).join(' ')}} `)
    },
    ontext(text) {
      if (!isSilent) say(text)
    },
    onclosetag(name) {
      const closed = open.pop()
      if (!closed) return
      if (!isSilent) {
        say(closed.end)
        if (!inline.has(name)) lines.push('')
      }
      isSilent = closed.isSilent
    },
  }).end(html)
  return lines
    .map(line =>
      line
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/[\u00a0\u202f]/g, '~')
        .trim(),
    )
    .filter(line => line !== '' && line !== '-')
    .join('\n')
}
