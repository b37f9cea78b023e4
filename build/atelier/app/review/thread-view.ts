import { isProposition, type Relecture } from '../../../../src/kit/index.ts'
import { formatDate } from '../../../../src/problems/index.ts'
import { commonPart } from '../../../../src/text/index.ts'
import type { PlacedThread } from '../../worker/reviews.ts'
import { button, h } from '../dom.ts'

/** What may be done with a thread. */
export type ThreadDeed = 'aller' | 'accepter' | 'modifier' | 'refuser' | 'repondre' | 'clore' | 'rouvrir'

const names: Record<Exclude<ThreadDeed, 'aller'>, string> = {
  accepter: 'Accepter',
  modifier: 'Modifier…',
  refuser: 'Refuser',
  repondre: 'Répondre…',
  clore: 'Clore',
  rouvrir: 'Rouvrir',
}

const states: Record<Relecture['etat'], string> = {
  ouverte: 'ouverte',
  acceptee: 'acceptée',
  refusee: 'refusée',
  close: 'close',
}

/** A remark or a proposal, with its answers and what may be done with it. @param titleOf a fiche, by its name in the addresses */
export function threadView(
  { thread, passage, acceptance }: PlacedThread,
  { act, titleOf }: { act(deed: ThreadDeed): void; titleOf(slug: string): string | null },
): HTMLElement {
  const { auteur, date, etat, citation, texte, reponses } = thread
  const quote = citation && `« ${shortened(asRead(citation.exact, titleOf))} »`
  const isOpen = etat === 'ouverte'
  const kind = isProposition(thread) ? 'Proposition' : 'Remarque'
  const deeds = isOpen
    ? ([
        ...(acceptance && !acceptance.clash ? (['accepter'] as const) : []),
        ...(passage && isProposition(thread) ? (['modifier'] as const) : []),
        ...(isProposition(thread) ? (['refuser'] as const) : (['clore'] as const)),
        'repondre',
      ] as const)
    : (['rouvrir'] as const)
  return h(
    'article.fil',
    { class: `fil ${etat}`, tabindex: '-1', 'aria-label': `${kind} de ${auteur}` },
    h('p.signature', h('strong', auteur), `, ${formatDate(date)} · ${kind.toLowerCase()} ${states[etat]}`),
    quote && passage && button(quote, () => act('aller'), { class: 'citation' }),
    quote && !passage && h('p.sans-place', `La phrase n’est plus dans la fiche : ${quote}`),
    texte !== '' && h('p', texte),
    isProposition(thread) &&
      h(
        'p.modification',
        ...changeOf(asRead(thread.citation.exact, titleOf), asRead(thread.remplace_par, titleOf)),
      ),
    isOpen &&
      acceptance?.clash === true &&
      h('p.sans-place', 'La fiche a changé aux mêmes mots : modifier, ou refuser.'),
    reponses.length > 0 &&
      h(
        'ul.reponses',
        ...reponses.map(answer =>
          h('li', h('strong', answer.auteur), `, ${formatDate(answer.date)} : ${answer.texte}`),
        ),
      ),
    h('p.boutons', ...deeds.map(deed => button(names[deed], () => act(deed)))),
  )
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text)

/** A passage as it is read: the words of titles, links and cells, without a sign of how they are written. It may begin amid a table or a
 *  link, where no parser reads it. */
export const asRead = (passage: string, titleOf: (slug: string) => string | null): string =>
  passage
    .replace(/[ \t]*(?<!\\)\{[#.\w][^{}\n]*\}/g, '')
    .replace(/^\|[ :|-]+\|[ \t]*(?:\n|$)/gm, '')
    .replace(/^(?::{3,}[ \t]*[\w-]*|[ \t]*#{1,6})(?:[ \t]+|$)/gm, '')
    .replace(/^([ \t]*)[-*][ \t]+/gm, '$1• ')
    .replace(/!?\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, '$1')
    .replace(/\[\[([\w-]+)\]\]/g, (_, slug: string) => titleOf(slug) ?? slug)
    .replace(/(?<!\\)\*/g, '')
    .replace(/[ \t]*\|[ \t]*(?=\n|$)|^[ \t]*\|[ \t]*/gm, '')
    .replace(/[ \t]*(?<!\\)\|[ \t]*/g, ' · ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')

/** The words of a passage between the signs of its line: `### Repérer {#a}` → `Repérer`. @returns all of it as its words, where `signs` stand among them */
export function partsOf(passage: string) {
  const [, lead = '', words = passage, tail = ''] =
    /^((?:#{1,6}|[-*])[ \t]+)?(.*?)([ \t]*\{[#.\w][^{}\n]*\})?$/s.exec(passage) ?? []
  return asRead(words, () => null) === words
    ? { lead, words, tail, signs: false }
    : { lead: '', words: passage, tail: '', signs: true }
}

/** A sentence with the words that would go, and those that would come. */
function* changeOf(before: string, now: string): Generator<Node | string> {
  const wordsOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? []
  const [old, recent] = [wordsOf(before), wordsOf(now)]
  let [at, from] = [0, 0]
  for (const [same, index] of [...commonPart(old, recent), [old.length, recent.length] as const]) {
    if (same > at) yield h('del', old.slice(at, same).join(''))
    if (index > from) yield h('ins', recent.slice(from, index).join(''))
    yield old[same] ?? ''
    at = same + 1
    from = index + 1
  }
}
