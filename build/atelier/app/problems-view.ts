import { type Problem, plural } from '../../../src/problems/index.ts'
import { isFor, type Remedy } from '../worker/remedy.ts'
import { button, h } from './dom.ts'
import type { Choice, Overlap } from './merge.ts'

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

/** Shows a file changed elsewhere during an edit: the passages that both changed, each with a choice; or the whole file. */
export function conflictView(
  path: string,
  options: {
    overlaps: readonly Overlap[]
    isRemoved: boolean
    goTo(line: number): void
    settle(which: 'mine' | 'theirs'): void
    settlePassage(index: number, choice: Choice): void
  },
): HTMLElement {
  const { overlaps, isRemoved } = options
  const version = (name: string, text: string) =>
    h('p', h('strong', `${name} : `), text.trim() === '' ? h('em', 'passage supprimé') : text)
  return h(
    'section.conflit',
    { role: 'alert' },
    h('h2', isRemoved ? 'Ce fichier a été supprimé ailleurs' : 'Ce fichier a changé ailleurs'),
    h(
      'p',
      overlaps.length > 0
        ? `${path} : ${plural(overlaps.length, 'passage a', 'passages ont')} changé des deux côtés. Le reste se réunit tout seul.`
        : `${path} : votre texte n’est pas perdu, et l’autre non plus. Choisissez celui qui reste.`,
    ),
    overlaps.length > 0
      ? h(
          'ol',
          ...overlaps.map(({ line, mine, theirs }, index) =>
            h(
              'li',
              button(`Ligne ${line}`, () => options.goTo(line), { class: 'lieu' }),
              version('Votre texte', mine),
              version('L’autre', theirs),
              h(
                'p.boutons',
                button('Garder le mien', () => options.settlePassage(index, 'mine')),
                button('Prendre l’autre', () => options.settlePassage(index, 'theirs')),
                button('Garder les deux', () => options.settlePassage(index, 'both')),
              ),
            ),
          ),
        )
      : h(
          'p.boutons',
          button('Garder mon texte', () => options.settle('mine')),
          button('Prendre l’autre', () => options.settle('theirs')),
        ),
  )
}
