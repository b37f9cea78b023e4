import type { Token } from 'markdown-it'
import { plainRun, type Run, tidyRuns } from '../element.ts'

/** Markdown that has no place in a paragraph of Word. */
export class Unmapped extends Error {
  override readonly name = 'Unmapped'
}

/** Word refuses a whole file for one address that is none. */
const isAddress = (href: string) => /^(https?|mailto):[^\s\\"<>^`{|}]+$/i.test(href) && URL.canParse(href)

/** The runs of inline tokens, as they were written. @throws Unmapped for a picture among words, or a link with a title */
export function runsOf(children: readonly Token[] | null): Run[] {
  const runs: Run[] = []
  let [bold, italic] = [0, 0]
  let href: string | null = null
  const put = (text: string, set: Partial<Run> = {}) =>
    runs.push(plainRun(text, { bold: bold > 0, italic: italic > 0, href, ...set }))
  for (const token of children ?? []) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        put(token.content)
        break
      case 'softbreak':
        put(' ')
        break
      case 'hardbreak':
        put('\n')
        break
      case 'code_inline':
        put(token.content, { code: true })
        break
      case 'renvoi':
        put(`[[${token.content}]]`, { mark: true })
        break
      case 'attributs':
        put(token.content, { mark: true })
        break
      case 'strong_open':
      case 'strong_close':
        bold += token.nesting
        break
      case 'em_open':
      case 'em_close':
        italic += token.nesting
        break
      case 'link_open':
        if (token.attrGet('title')) throw new Unmapped('a link with a title')
        href = String(token.attrGet('href') ?? '')
        if (!isAddress(href)) throw new Unmapped('a link that leads nowhere')
        break
      case 'link_close':
        href = null
        break
      default:
        throw new Unmapped(token.type)
    }
  }
  return tidyRuns(runs)
}
