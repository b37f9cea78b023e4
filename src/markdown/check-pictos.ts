import type { Token } from 'markdown-it'
import { slugify } from '../slugify.ts'
import { VALEUR } from './attributs.ts'
import type { Report } from './block.ts'
import { isIcon } from './icons.ts'
import { reportSome } from './report-some.ts'

const right = new RegExp(String.raw`^\{\s*picto=${VALEUR}\s*\}$`, 'u')
const picto = /[{(]\s*picto\s*[=:]\s*["'“”«]?\s*([\w-]+)\s*["'“”»]?\s*[})]|\{\s*picto\b[^{}\n]*\}/gi

/** `{picto = x}`, `(picto=x)`: attributes that are almost right are words. Those that are right were taken out or reported. */
export function checkPictos(tokens: readonly Token[], tell: Report): void {
  for (const [index, inline] of tokens.entries()) {
    const open = tokens[index - 1]
    if (open?.type === 'heading_open') checkTail(inline, open, tell)
    if (!inline.children || !/picto/i.test(inline.content)) continue
    const report = reportSome(tell)
    const texts = inline.children.flatMap(({ type, content }) => (type === 'text' ? [content] : []))
    for (const { 0: trouve, 1: nom = 'search', index } of inline.content.matchAll(picto)) {
      if (!right.test(trouve) && texts.some(text => text.includes(trouve)))
        report('picto-mal-ecrit', inline, index, { trouve, propose: `{picto=${nom}}` })
    }
  }
}

const tail = /(?<=\s)(?:\{[^{}\n]{1,60}\}?|\.leviers)$/u

/** What a heading ends with and was to say of it: `{map}`, `{. leviers}`, `.leviers`, `{picto=map`, `{#Ma section}`. */
function checkTail(inline: Token, { tag }: Token, report: Report): void {
  const last = inline.children?.at(-1)
  const [trouve = ''] = (last?.type === 'text' && tail.exec(last.content)) || []
  const at = inline.content.lastIndexOf(trouve)
  if (trouve === '' || at === -1) return
  const words = trouve.replace(/[{}]/g, '').trim()
  const picto = /^picto\s*[=:]?\s*([\w-]+)$/.exec(words)?.[1] ?? (isIcon(words) ? words : null)
  if (words.startsWith('#'))
    report('ancre-mal-ecrite', inline, at, {
      ancre: words.slice(1).trim(),
      propose: slugify(words) || 'repere',
    })
  else if (/^\.?\s*leviers$/i.test(words))
    report('signes-etrangers', inline, at, {
      trouve,
      cause: 'cela ne dit pas que les titres qui suivent sont des leviers',
      remede: 'Écrire : {.leviers}',
    })
  else if (picto && tag === 'h3' && !/^\{\s*picto.*\}$/.test(trouve))
    report('picto-mal-ecrit', inline, at, { trouve, propose: `{picto=${picto}}` })
}
