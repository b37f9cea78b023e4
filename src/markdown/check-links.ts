import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { offsetOf } from './note-offsets.ts'

const permitted = /^(https?:\/\/[^/\s]|mailto:[^@\s]+@)/i

/** Judges the form of every address: http, https and mailto are links; anything else is an error, `#` a warning. What is
 *  no link is left as plain text, so that no such address reaches an edition whatever becomes of the problem.
 *  Pictures are judged where the folder and the credits are known (src/content/checks/images.ts). */
export function checkLinks(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (!inline.children) continue
    let dropped = false
    inline.children = inline.children.filter(child => {
      if (child.type === 'link_close' && dropped) {
        dropped = false
        return false
      }
      if (child.type !== 'link_open') return true
      const adresse = String(child.attrGet('href') ?? '')
      dropped = !permitted.test(adresse)
      if (dropped) {
        const empty = adresse === '' || adresse.startsWith('#')
        report(empty ? 'lien-a-completer' : 'lien-interdit', inline, offsetOf(child), {
          adresse: adresse || '()',
        })
      }
      return !dropped
    })
  }
}
