import type { Token } from 'markdown-it'
import type { Report } from '../../text/index.ts'
import { plainTexts } from './check-slips.ts'

/** Tells of links and pictures that are almost right: markdown-it leaves their signs in the text. */
export function checkBroken(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (!inline.children) continue
    for (const { text, start } of plainTexts(inline))
      for (const { index } of text.matchAll(/\][ \u00a0\u202f]*\(/g)) checkLink(inline, start + index, report)
  }
}

/** No link is longer, on either side of its `](`. */
const LONGEST = 500

/** Judges `](` that is left at `at`, or `] (` before an address. */
function checkLink(inline: Token, at: number, report: Report): void {
  const before = inline.content.slice(Math.max(0, at - LONGEST), at)
  const label = before.slice(openingOf(before))
  const open = at - label.length
  if (!label.startsWith('[') || label.includes('\n')) return
  const paren = inline.content.indexOf('(', at)
  const isImage = inline.content[open - 1] === '!'
  const [rest = ''] = inline.content.slice(paren + 1, paren + 1 + LONGEST).split('\n', 1)
  const end = closingOf(rest)
  const address = rest.slice(0, end ?? rest.length).trim()
  const isApart = paren > at + 1
  // In a sentence too a parenthesis may follow a bracket.
  if (isApart && !isImage && !/^(?:https?:\/\/|mailto:|www\.)/i.test(address)) return
  const isSpaced = /\s/.test(address)
  const cause = isApart
    ? 'une espace sépare les crochets de la parenthèse'
    : end === null
      ? "la parenthèse qui suit les crochets n'est pas fermée"
      : isSpaced
        ? `l'adresse « ${address} » contient une espace`
        : "les crochets ou l'adresse contiennent des signes de trop"
  if (isImage) {
    const remedy = isSpaced
      ? 'Écrire ![mots](images/nom.png), sans espace dans le nom et sans taille.'
      : `Écrire : !${label}](${address})`
    report('image-mal-ecrite', inline, open - 1, { cause, remedy })
    return
  }
  const isMail = /^mailto:/i.test(address)
  const url = address
    .replace(/^www\./i, 'https://$&')
    .replace(/\s/g, space => (isMail ? '' : encodeURIComponent(space)))
  const isAddress = /^(?:https?:\/\/|mailto:)/i.test(url) && (isApart || end === null || isSpaced)
  report('lien-mal-ecrit', inline, open, {
    cause,
    remedy: isAddress
      ? `Écrire : ${label}](${url})`
      : 'Écrire [mots](https://adresse), ou [[slug]] pour une fiche du kit.',
  })
}

/** Finds the bracket that a `]` after `text` would close; the end of `text` when there is none. */
function openingOf(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') depth++
    if (text[at] === '[' && depth-- === 0) return at
  }
  return text.length
}

/** Finds the parenthesis that closes one opened before `text`. */
function closingOf(text: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && depth-- === 0) return at
  }
  return null
}
