import type { Token } from 'markdown-it'
import { VALEUR } from './attributs.ts'
import type { Report } from './block.ts'
import { reportSome } from './report-some.ts'

const right = new RegExp(String.raw`^\{\s*picto=${VALEUR}\s*\}$`, 'u')
const picto = /[{(]\s*picto\s*[=:]\s*["'“”«]?\s*([\w-]+)\s*["'“”»]?\s*[})]|\{\s*picto\b[^{}\n]*\}/gi

/** `{picto = x}`, `(picto=x)`: attributes that are almost right are words. Those that are right were taken out or reported. */
export function checkPictos(tokens: readonly Token[], tell: Report): void {
  for (const inline of tokens) {
    if (!inline.children || !/picto/i.test(inline.content)) continue
    const report = reportSome(tell)
    const texts = inline.children.flatMap(({ type, content }) => (type === 'text' ? [content] : []))
    for (const { 0: trouve, 1: nom = 'search', index } of inline.content.matchAll(picto)) {
      if (!right.test(trouve) && texts.some(text => text.includes(trouve)))
        report('picto-mal-ecrit', inline, index, { trouve, propose: `{picto=${nom}}` })
    }
  }
}
