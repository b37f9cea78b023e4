import type { Token } from 'markdown-it'
import type { Report } from './blocks/block.ts'

/** Judges the form of every address: http, https and mailto are links; anything else is an error, `#` a warning. */
export function checkLinks(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    let from = 0
    for (const child of inline.children ?? []) {
      if (child.type !== 'link_open' && child.type !== 'image') continue
      const url = String(child.attrGet(child.type === 'image' ? 'src' : 'href') ?? '')
      const found = inline.content.indexOf(
        child.type === 'image' ? '![' : child.markup === 'autolink' ? '<' : '[',
        from,
      )
      const offset = Math.max(0, found)
      from = offset + 1
      // Pictures are judged where the folder and the credits are known (src/content/checks/images.ts).
      if (child.type === 'image') continue
      if (url === '' || url.startsWith('#')) {
        report('lien-a-completer', inline, offset, { adresse: url || '()' })
      } else if (!/^(https?:\/\/[^/\s]|mailto:[^@\s]+@)/i.test(url)) {
        report('lien-interdit', inline, offset, { adresse: url })
      }
    }
  }
}
