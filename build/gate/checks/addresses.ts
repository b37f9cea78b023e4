import { onlineAddress } from '../../../src/addresses.ts'
import { authoredOf, type Item, sequence } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { REFERENCE } from '../../../src/web/rgaa-criteres.ts'
import { lettersOf } from '../read/words.ts'

/** Outside addresses of the source. */
export type Addresses = {
  /** Those that a published text links to, with the titles of the texts: each edition must lead there too. */
  linked: ReadonlyMap<string, string[]>
  /** Words of a link, run together → the addresses that the source gives them. */
  spoken: ReadonlyMap<string, ReadonlySet<string>>
  /** Those, and all that the kit's files name anywhere: an edition leads nowhere else. */
  allowed: ReadonlySet<string>
}

/** @param shown whether an edition shows a document: it must lead where those lead */
export function addressesOf(
  kit: Kit,
  sources: ReadonlyMap<string, string>,
  shown: (item: Item) => boolean = () => true,
): Addresses {
  const linked = new Map<string, string[]>()
  const spoken = new Map<string, Set<string>>()
  const speak = (words: string, address: string) => {
    const key = lettersOf(words)
    spoken.set(key, (spoken.get(key) ?? new Set()).add(sameAddress(address)))
  }
  for (const [words, address] of namedByKit(kit)) if (words && address) speak(words, address)
  const online: string[] = []
  for (const item of sequence(kit)) {
    // A printed fiche and the back cover say where they are on the site.
    online.push(sameAddress(onlineAddress(item, kit) ?? ''))
    const text = authoredOf(item)
    if (!text) continue
    const { corps, titre } = text
    // A sign that is written as an entity (`&lt;`) has letters in the source alone.
    for (const [, words = '', address = ''] of corps.source.matchAll(SPOKEN))
      speak(words.replace(/&#?\w+;/g, ' '), address)
    if (!shown(item)) continue
    for (const address of markdownLinks(corps.source))
      linked.set(address, [...(linked.get(address) ?? []), titre])
  }
  const named = [...sources.values()].flatMap(text => [
    ...markdownLinks(text),
    // A sentence or a list of YAML may end or go on right after it.
    ...(text.match(/\b(?:https?:\/\/|mailto:)[^\s"'<>{}|\\^`\])]+/g) ?? []).map(address =>
      sameAddress(address.replace(/[,;.]+$/, '')),
    ),
    // A contact of kit.yaml is an address without its scheme.
    ...(text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []).map(address => sameAddress(`mailto:${address}`)),
  ])
  return {
    linked,
    spoken,
    allowed: new Set([...linked.keys(), ...named, ...online, ...layoutAddresses.map(sameAddress)]),
  }
}

/** Whom the kit's settings name, with their addresses: a text may name them too, and lead elsewhere. */
const namedByKit = ({ editeur, licence, partenaires }: Kit): [string | null, string | null][] => [
  [editeur.nom, editeur.site],
  [editeur.sigle, editeur.site],
  [licence.nom, licence.url],
  ...Object.values(partenaires).map(({ nom, url }): [string, string | null] => [nom, url]),
]

/** What the layouts themselves lead to. Whoever adds a link to a layout says so here. */
const layoutAddresses = [
  // Where to complain of a page that cannot be read (RGAA, déclaration d'accessibilité).
  'https://formulaire.defenseurdesdroits.fr/',
  'https://www.defenseurdesdroits.fr/saisir/delegues',
  // The criteria of the RGAA, whose titles the grid quotes.
  REFERENCE,
  // The map of the départements (CC BY 4.0).
  'https://mapsvg.com/maps/france-departments',
  'https://creativecommons.org/licenses/by/4.0/deed.fr',
  // The official codes of places.
  'https://github.com/etalab/decoupage-administratif',
  // Where the towns are (CC BY 4.0).
  'https://www.geonames.org/',
]

/** A link and its words, which hold no bracket: any other is looked for by its address alone. */
const SPOKEN = /(?<!!)\[([^[\]]+)\]\(\s*<?((?:https?:|mailto:)[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)/g

/** Outside addresses that a text links to. */
export const markdownLinks = (markdown: string): string[] =>
  [
    ...markdown.matchAll(
      /\]\(\s*<?((?:https?:|mailto:)[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)|<((?:https?:|mailto:)[^<>\s]+)>/g,
    ),
  ].map(([, inline, automatic]) => sameAddress(inline ?? automatic ?? ''))

/** One spelling of an address: editions write it percent-encoded or not, and begin the subject of a mail. */
export function sameAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.protocol === 'mailto:') url.search = ''
  return decode(url.href)
}

/** An address with its letters as they are said; what parts it stays encoded. */
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
