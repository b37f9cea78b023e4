import { quote } from './quote.ts'

/** The lines of a value, after its key: what it goes on with is indented, or an item of a list at the margin. */
const REST = '[^\\r\\n]*(?:(?:\\r?\\n[ \\t]*)*\\r?\\n(?:[ \\t]+\\S|- )[^\\r\\n]*)*'

/** The text of a fiche with other values in its front matter, each in the place of all lines of the former one; the rest stays as
 *  it is. A key that it does not have is left out. */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  const end = text.indexOf('\n---', 3)
  let head = text.slice(0, end)
  for (const [key, value] of Object.entries(values)) {
    const written = /^\d+$/.test(value) ? value : quote(value)
    head = head.replace(new RegExp(`^${key}:${REST}`, 'm'), () => `${key}: ${written}`)
  }
  return head + text.slice(end)
}

const FORMER_SLUGS = new RegExp(`^anciens_slugs:(${REST})\\r?\\n`, 'm')

/** Former addresses lead to the fiche that had them: a copy has none. */
export const withoutFormerSlugs = (text: string): string => text.replace(FORMER_SLUGS, '')

/** The text of a fiche that had another slug, whose address leads to it from now on. */
export function withFormerSlug(text: string, former: string, slug: string): string {
  const listed = FORMER_SLUGS.exec(text)?.[1] ?? ''
  const slugs = new Set([...(listed.replace(/#.*/g, '').match(/[a-z\d]+(?:-[a-z\d]+)*/g) ?? []), former])
  slugs.delete(slug)
  const line = `anciens_slugs: [${[...slugs].join(', ')}]`
  return withoutFormerSlugs(text).replace(/^slug:[^\r\n]*(\r?\n)/m, (own, end) => `${own}${line}${end}`)
}
