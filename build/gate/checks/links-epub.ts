import { posix } from 'node:path'
import { count, fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import type { EpubText } from '../read/epub.ts'
import { type Element, elementsOf, parseXml, textOf } from '../read/html.ts'
import { decodePart, isOutside, lostLinks } from './addresses.ts'

export const linksEpub = {
  id: 'liens-epub',
  title: 'Les liens et les images du livre numérique mènent où ils disent',
  phase: 'editions',
  async *run({ kit, epub }: Pick<Subject, 'kit' | 'epub'>) {
    const book = await epub()
    const texts = elementsByFile(book)
    const references = texts.flatMap(([path, elements]) => referencesIn(path, elements))
    const inside = references.filter(({ address }) => !isOutside(address))
    const ids = new Map(
      texts.map(([path, elements]) => [path, new Set(elements.map(({ attribs }) => attribs['id']))]),
    )
    const broken = inside.filter(({ address, path }) => {
      const [way = '', anchor] = address.split('#')
      const target = way === '' ? path : posix.join(posix.dirname(path), decodePart(way))
      return !book.files.has(target) || (anchor !== undefined && !ids.get(target)?.has(decodePart(anchor)))
    })
    const outside = references.filter(({ address, link }) => link && isOutside(address))
    for (const { address, path } of broken)
      yield fault(`Livre numérique, ${path}`, `Le lien ${address} ne mène nulle part.`)
    yield* lostLinks(kit, 'Livre numérique', outside)
    return `${count(inside.length, 'lien interne', 'liens internes')}, ${count(outside.length, 'lien externe', 'liens externes')}`
  },
} satisfies GateCheck

const elementsByFile = ({ files }: EpubText): [path: string, elements: Element[]][] =>
  [...files]
    .filter(([path]) => /\.(x?html|ncx|opf)$/.test(path))
    .map(([path, bytes]) => [path, [...elementsOf(parseXml(new TextDecoder().decode(bytes)))]])

const referencesIn = (path: string, elements: readonly Element[]) =>
  elements.flatMap(element =>
    ['href', 'src', 'xlink:href']
      .flatMap(key => element.attribs[key] ?? [])
      .map(address => ({ address, path, link: element.name === 'a', text: textOf(element) })),
  )
