import { type Problem, plural } from '../../../src/problems/index.ts'
import { compareWords } from '../../../src/word/index.ts'
import { isFor, type Remedy } from '../worker/remedy.ts'
import { button, h } from './dom.ts'

/** The problems of a file, each with its cause, its remedy and, where the remedy is a text, a button that writes it. */
export function createProblemsView(options: {
  goTo(line: number, column: number): void
  mend(remedy: Remedy): void
}) {
  const list = h('ol')
  const count = h('h2', '')
  // Announces the count once keys rest: one that changes with each key would be chatter.
  const live = h('p.hors-vue', { role: 'status' })
  let due: ReturnType<typeof setTimeout> | undefined
  let latest = ''
  return {
    element: h('section.problemes', { 'aria-label': 'Problèmes' }, count, live, list),
    show(problems: readonly Problem[], remedies: readonly Remedy[]) {
      const text = problems.length === 0 ? 'Aucun problème' : plural(problems.length, 'problème')
      count.textContent = text
      clearTimeout(due)
      due = setTimeout(() => {
        if (live.textContent !== text) live.textContent = text
      }, QUIET_MS)
      // Leaves an unchanged list alone: the focus stays in it.
      const content = JSON.stringify([problems, remedies])
      if (content === latest) return
      latest = content
      list.replaceChildren(
        ...problems.map(({ code, place, severity, message, hint }) => {
          const remedy = remedies.find(remedy => isFor(remedy, { code, place }))
          return h(
            'li',
            { class: severity },
            button(`Ligne ${place.line}`, () => options.goTo(place.line, place.column), { class: 'lieu' }),
            h('span', ` ${severity} : ${message} `),
            h('span.remede', `${hint} `),
            remedy
              ? button(`Écrire « ${remedy.text.trim()} »`, () => options.mend(remedy), { class: 'corriger' })
              : null,
          )
        }),
      )
    },
  }
}

/** A problem in a list of several files. Only texts can be opened at it. */
export function problemItem(
  { place: { file, line }, severity, message, hint }: Problem,
  openAt: (file: string, line: number) => void,
): HTMLElement {
  const where = `${file || 'kit'}, ligne ${line}`
  return h(
    'li',
    { class: severity },
    /\.(?:md|yaml)$/.test(file)
      ? button(where, () => openAt(file, line), { class: 'lieu' })
      : h('code', where),
    ` ${severity} : ${message} `,
    h('span.remede', hint),
  )
}

const QUIET_MS = 1500

const decoder = new TextDecoder()

/** Shows a file changed elsewhere during an edit: the differences, in words, and the choice between the two. */
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
