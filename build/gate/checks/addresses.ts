import { authoredOf, type Item, type Kit, sequence, tokensOf } from '../../../src/kit/index.ts'
import { type Finding, fault } from '../../../src/problems/index.ts'
import { plainText } from '../../../src/text/index.ts'
import { lettersOf } from '../read/words.ts'

/** A link to elsewhere. */
export type ExpectedLink = { text: string; address: string }

/** Finds the links of the texts that an edition lacks: each is there, under its own words, as often as it was written.
 *  @param shown whether an edition shows a document */
export function* lostLinks(
  kit: Kit,
  edition: string,
  links: readonly ExpectedLink[],
  shown: (item: Item) => boolean = () => true,
): Generator<Finding> {
  const remaining = new Map<string, number>()
  for (const link of links) remaining.set(keyOf(link), (remaining.get(keyOf(link)) ?? 0) + 1)
  for (const item of sequence(kit).filter(shown)) {
    const document = authoredOf(item)
    for (const link of document ? writtenLinks(document.corps) : []) {
      const count = remaining.get(keyOf(link)) ?? 0
      remaining.set(keyOf(link), count - 1)
      if (count <= 0)
        yield fault(
          `${edition}, ${document?.titre}`,
          `Le lien « ${link.text} » vers ${link.address} manque, ou mène ailleurs.`,
        )
    }
  }
}

const keyOf = ({ text, address }: ExpectedLink) => `${lettersOf(text)} ${sameAddress(address)}`

/** Links to elsewhere of a body, as the press parsed it. */
function writtenLinks(corps: Parameters<typeof tokensOf>[0]): ExpectedLink[] {
  return tokensOf(corps).flatMap(({ children }) => {
    const links: ExpectedLink[] = []
    for (const [index, token] of (children ?? []).entries()) {
      const address = String(token.attrGet('href') ?? '')
      if (token.type !== 'link_open' || !isOutside(address)) continue
      const inside = children?.slice(index + 1) ?? []
      const end = inside.findIndex(({ type }) => type === 'link_close')
      links.push({ text: plainText(inside.slice(0, end)), address })
    }
    return links
  })
}

/** One spelling of an address: editions write it percent-encoded or not, and begin the subject of a mail. */
export function sameAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.protocol === 'mailto:') url.search = ''
  return decode(url.href)
}

/** `caf%C3%A9` → `café`; separators stay encoded. */
export const decode = (address: string) => decodedBy(decodeURI, address)

/** A path, or the name of an anchor, as files and elements bear it. */
export const decodePart = (part: string) => decodedBy(decodeURIComponent, part)

function decodedBy(decodeText: (text: string) => string, text: string): string {
  try {
    return decodeText(text)
  } catch {
    // A lone « % » is no encoding: it stands for itself, as browsers have it.
    return text
  }
}

export const isOutside = (address: string) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)
