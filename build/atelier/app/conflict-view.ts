import { compareWords } from '../../../src/word/words.ts'
import { button, h } from './dom.ts'

const decoder = new TextDecoder()

/** A file that somebody else changed while it was being edited: what differs, in words, and which one stays. */
export function conflictView(
  path: string,
  { mine, theirs }: { mine: Uint8Array | null; theirs: Uint8Array | null },
  settle: (which: 'mine' | 'theirs') => void,
): HTMLElement {
  const changes = mine && theirs ? compareWords(decoder.decode(mine), decoder.decode(theirs)) : []
  return h(
    'section.conflit',
    { role: 'alert' },
    h('h2', theirs ? 'Ce fichier a changé ailleurs' : 'Ce fichier a été supprimé ailleurs'),
    h('p', `${path} : votre texte n’est pas perdu, et l’autre non plus. Choisissez celui qui reste.`),
    h(
      'ul',
      ...changes
        .slice(0, SHOWN)
        .map(({ line, before, now, context }) =>
          h(
            'li',
            `Ligne ${line}, ${context} `,
            before ? h('del', before) : null,
            ' ',
            now ? h('ins', now) : null,
          ),
        ),
    ),
    changes.length > SHOWN && h('p', `et ${changes.length - SHOWN} autres différences.`),
    h(
      'p.boutons',
      button('Garder mon texte', () => settle('mine')),
      button('Prendre l’autre', () => settle('theirs')),
    ),
  )
}

const SHOWN = 20
