import type { Token } from 'markdown-it'
import { soundName } from '../../names.ts'
import type { Report } from '../block.ts'
import { plainTexts } from './check-slips.ts'

/** Tells of links, pictures and bold that are almost right: markdown-it leaves their signs in the text. */
export function checkBroken(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens) {
    if (!inline.children) continue
    const bold: number[] = []
    for (const { text, start } of plainTexts(inline)) {
      for (const { index } of text.matchAll(/(?<!\*)\*\*(?!\*)/g)) bold.push(start + index)
      for (const { index } of text.matchAll(/\][ \u00a0\u202f]*\(/g)) checkLink(inline, start + index, report)
    }
    checkBold(inline, bold, report)
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
    // `![texte](images/x.png =300x200)`
    const sized = /^(\S{1,300}) +=?\d{0,4}x\d{0,4}$/i.exec(address)?.[1]
    const path = sized ?? (isSpaced ? soundName(address, []) : address)
    const write = isSpaced && !sized ? "Renommer l'image sans espace, et écrire" : 'Écrire'
    report('image-mal-ecrite', inline, open - 1, {
      cause: sized ? 'la mise en page règle la taille, qui ne suit pas le chemin' : cause,
      remedy: `${write} : !${label}](${path})`,
    })
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

/** Where the bracket is opened that would be closed after `text`; its end when none is. */
function openingOf(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') depth++
    if (text[at] === '[' && depth-- === 0) return at
  }
  return text.length
}

/** Where the parenthesis is closed that was opened before `text`. */
function closingOf(text: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && depth-- === 0) return at
  }
  return null
}

/** Judges `**` that are left, in pairs. After a word and before a space they are a mark that sends to a note. */
function checkBold(inline: Token, offsets: readonly number[], report: Report): void {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(inline.content.charAt(at))
  const isSpace = (at: number) => /^\s?$/.test(inline.content.charAt(at))
  let open: number | null = null
  for (const at of offsets) {
    if (open !== null) {
      report('gras-mal-ecrit', inline, open, boldBetween(inline.content, open, at))
      open = null
    } else if (!isSpace(at + 2) || isSpace(at - 1)) open = at
  }
  if (open === null || isSpace(open + 2) || isWord(open - 1)) return
  const remedy = 'Écrire ** aussi à la fin des mots en gras, ou \\*\\* pour garder ces signes'
  report('gras-mal-ecrit', inline, open, { cause: 'rien ne les ferme', remedy })
}

function boldBetween(content: string, open: number, close: number): { cause: string; remedy: string } {
  const words = content.slice(open + 2, close).replaceAll('\n', ' ')
  const bold = `**${words.trim()}**`
  const [before = ''] = /\S*$/.exec(content.slice(Math.max(0, open - 40), open)) ?? []
  const [after = ''] = /^\S*/.exec(content.slice(close + 2, close + 42)) ?? []
  if (words.trim() === '')
    return { cause: "il n'y a pas de mots entre eux", remedy: 'Les enlever, ou écrire : **mots**' }
  if (words !== words.trim())
    return { cause: "une espace les touche, à l'intérieur", remedy: `Écrire : ${bold}` }
  // `élu**.e.s**`, `**élu.**e.s`: one word, all of it bold.
  if (/^[.·]|[.·]$/.test(words))
    return { cause: 'ils coupent un mot', remedy: `Écrire : **${before}${words}${after}**` }
  return /^[\p{L}\p{N}]/u.test(after)
    ? { cause: 'un mot suit sans espace', remedy: `Écrire : ${bold} ${after}` }
    : { cause: 'un mot précède sans espace', remedy: `Écrire : ${before} ${bold}` }
}
