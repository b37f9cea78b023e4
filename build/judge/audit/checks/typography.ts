import { count, fault } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { find, hasClass, type Parent } from '../read/html.ts'

/** What French never sets so, and what is wrong with it. Code and addresses stand as they were typed. */
const slips: readonly [RegExp, string][] = [
  [/[\p{L}\d]+ [:;?!»](?![^\s.,)»])/gu, 'l’espace avant le signe n’est pas insécable'],
  [/« [\p{L}\d]+/gu, 'l’espace après le guillemet n’est pas insécable'],
  [/\p{L}+'\p{L}+/gu, 'l’apostrophe est droite'],
]

const ADDRESS = /\S*(?:\/\/|@|www\.)\S*/g
/** Slips of one kind that are told of a page. */
const SHOWN = 3

/** A sign of punctuation never begins a line, and apostrophes are curved. */
export const typography: AuditCheck = {
  id: 'typographie',
  title: 'Le site et le livre numérique ont les espaces insécables et les apostrophes du français',
  async *run({ site, epub }) {
    const [{ pages }, { spine }] = [await site(), await epub()]
    const texts = [
      ...[...pages.values()].map(({ path, root }) => ({ place: `Site, ${path}`, root: find(root, 'main') })),
      ...spine.map(({ href, root }) => ({ place: `Livre numérique, ${href}`, root: find(root, 'body') })),
    ]
    for (const { place, root } of texts) {
      const sentences = root ? [...textsIn(root)].map(text => text.replace(ADDRESS, '')) : []
      // Each within one text: « … «</b> <i>fiche » is no word after a guillemet.
      for (const [slip, wrong] of slips)
        for (const passage of sentences.flatMap(text => text.match(slip) ?? []).slice(0, SHOWN))
          yield fault(place, `« ${passage} » : ${wrong}.`)
    }
    return `${count(pages.size, 'page')} du site, ${count(spine.length, 'chapitre')} du livre numérique`
  },
}

/** What is read, text by text; an option is never broken over lines, names of partners are joined as they are, a citation is made to be copied, and stands as programs want it. */
function* textsIn({ children }: Parent): Generator<string> {
  for (const node of children)
    if (node.type === 'text') yield node.data
    else if (
      'attribs' in node &&
      !/^(?:code|option|pre|script|style|svg)$/.test(node.name) &&
      !hasClass(node, 'citer') &&
      !hasClass(node, 'soutien')
    )
      yield* textsIn(node)
}
