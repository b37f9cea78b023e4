import type { Token } from 'markdown-it'
import { soundName } from '../picture-name.ts'
import type { Report } from './block.ts'
import { reportSome } from './report-some.ts'

/** Signs of Markdown that are almost right are no signs: markdown-it leaves them in the text, and they would be printed. */
export function checkSigns(tokens: readonly Token[], tell: Report): void {
  for (const inline of tokens) {
    if (!inline.children) continue
    const report = reportSome(tell)
    const gras: number[] = []
    for (const { text, start, linked } of textsIn(inline, inline.children)) {
      for (const { index } of text.matchAll(/(?<!\*)\*\*(?!\*)/g)) gras.push(start + index)
      for (const { index } of text.matchAll(/\][ \u00a0\u202f]*\(/g)) checkLink(inline, start + index, report)
      for (const { 0: adresse, index } of linked ? [] : text.matchAll(bare))
        report('adresse-nue', inline, start + index, {
          adresse,
          complete: adresse.replace(/^www\./i, 'https://$&').replace(/^[^/]+@/, 'mailto:$&'),
        })
      for (const { index } of text.matchAll(/(?<![\p{L}\p{N}*])\*(?=\p{L})/gu))
        report('signes-etrangers', inline, start + index, {
          trouve: '*',
          cause: 'rien ne ferme cette étoile',
          remede: 'Écrire * aussi à la fin des mots en italique, ou \\* pour garder ce signe',
        })
      for (const { 0: trouve, index } of text.matchAll(notes))
        report('note-de-bas-de-page', inline, start + index, { trouve })
    }
    checkBold(inline, gras, report)
  }
}

/** An address that no one can follow; those of links and of other kinds of Markdown have signs before them. */
const bare =
  /(?<![([<"“/.\p{L}]|\]: ?)(?:https?:\/\/|www\.)[^\s<>()[\]«»"”]{1,300}(?<![.,;:!?'’])|(?<![\p{L}\p{N}._%+:/@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])/gu

/** What sends to a note: Markdown's mark, an encyclopedia's, a star, or a small figure after a word that is no unit (m², km²). */
const notes =
  /\[\^[^[\]\s]{1,30}\]|(?<=[\p{L}\p{P}]|[^\P{P}\]] |\p{L} )\[(?:note )?\d{1,3}(?:[,;–-] ?\d{1,3}){0,5}\](?![\p{L}\d])|(?<=\p{L}{4}[.,»]?)[¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\p{L}{3}[.»]?)\*(?=[\s,;:)]|$)/gu

/** The texts among the children that stand in the content letter for letter. The others have an entity or an escaped sign, which is
 *  meant to be printed. */
function textsIn(
  { content }: Token,
  children: readonly Token[],
): { text: string; start: number; linked: boolean }[] {
  let from = 0
  let links = 0
  return children.flatMap(token => {
    links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    const written = token.tag === 'strong' ? token.markup : token.content
    const start = content.indexOf(written, from)
    if (start === -1) return []
    from = start + written.length
    return token.type === 'text' && content[start - 1] !== '\\'
      ? [{ text: token.content, start, linked: links > 0 }]
      : []
  })
}

const complete = /^(?:https?:\/\/|mailto:)/i

/** `](` that is left at `at`, or `] (` before an address: a link or a picture that is none. */
function checkLink(inline: Token, at: number, report: Report): void {
  const before = inline.content.slice(Math.max(0, at - longest), at)
  const label = before.slice(openingOf(before))
  const open = at - label.length
  if (!label.startsWith('[') || label.includes('\n')) return
  const paren = inline.content.indexOf('(', at)
  const image = inline.content[open - 1] === '!'
  const following = inline.content.slice(paren + 1, paren + 1 + longest)
  const [broken = '', joined] = /^[^\s()]{1,300}\n[ \t]*([^\s()]{1,300})\)/.exec(following) ?? []
  const [rest = ''] = (joined ? broken.replace(/\s+/, '') : following).split('\n', 1)
  const end = closingOf(rest)
  const adresse = rest.slice(0, end ?? rest.length).trim()
  const apart = paren > at + 1
  // In a sentence too a parenthesis may follow a bracket.
  if (apart && !image && !/^(?:https?:\/\/|mailto:|www\.)/i.test(adresse)) return

  const spaced = /\s/.test(adresse)
  const mail = /^mailto:/i.test(adresse)
  const url = adresse
    .replace(/^www\./i, 'https://$&')
    .replace(/\s/g, space => (mail ? '' : encodeURIComponent(space)))
  const cause = apart
    ? 'une espace sépare les crochets de la parenthèse'
    : joined
      ? "la fin d'une ligne coupe l'adresse"
      : end === null
        ? "la parenthèse qui suit les crochets n'est pas fermée"
        : spaced
          ? `l'adresse « ${adresse} » contient une espace`
          : "les crochets ou l'adresse contiennent des signes de trop"
  if (image) {
    const [, sized = null] = /^(\S{1,300}) +=?\d{0,4}x\d{0,4}$/i.exec(adresse) ?? []
    const path = sized ?? (spaced ? soundName(adresse, []) : adresse)
    const write = spaced && !sized ? "Renommer l'image sans espace, et écrire" : 'Écrire'
    report('image-mal-ecrite', inline, open - 1, {
      cause: sized ? 'la mise en page règle la taille, qui ne suit pas le chemin' : cause,
      remede: `${write} : !${label}](${path})`,
    })
  } else {
    const isAddress = complete.test(url) && (apart || joined || end === null || spaced)
    const remede = isAddress
      ? `Écrire : ${label}](${url})`
      : 'Écrire [mots](https://adresse), ou [[slug]] pour une fiche du kit.'
    report('lien-mal-ecrit', inline, open, { cause, remede })
  }
}

/** No link is longer, on either side of its `](`. */
const longest = 500

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

/** `**` that are left, in pairs. After a word and before a space they are a mark that sends to a note. */
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
  const remede = 'Écrire ** aussi à la fin des mots en gras, ou \\*\\* pour garder ces signes'
  report('gras-mal-ecrit', inline, open, { cause: 'rien ne les ferme', remede })
}

function boldBetween(content: string, open: number, close: number): { cause: string; remede: string } {
  const words = content.slice(open + 2, close).replaceAll('\n', ' ')
  const bold = `**${words.trim()}**`
  const [before = ''] = /\S*$/.exec(content.slice(Math.max(0, open - 40), open)) ?? []
  const [after = ''] = /^\S*/.exec(content.slice(close + 2, close + 42)) ?? []
  if (words.trim() === '')
    return { cause: "il n'y a pas de mots entre eux", remede: 'Les enlever, ou écrire : **mots**' }
  if (words !== words.trim())
    return { cause: "une espace les touche, à l'intérieur", remede: `Écrire : ${bold}` }
  // `élu**.e.s**`, `**élu.**e.s`: one word, all of it bold.
  if (/^[.·]|[.·]$/.test(words))
    return { cause: 'ils coupent un mot', remede: `Écrire : **${before}${words}${after}**` }
  return /^[\p{L}\p{N}]/u.test(after)
    ? { cause: 'un mot suit sans espace', remede: `Écrire : ${bold} ${after}` }
    : { cause: 'un mot précède sans espace', remede: `Écrire : ${before} ${bold}` }
}
