import { type Code, type Problem, plural } from '../../../src/problems/index.ts'
import { isFor, type Remedy, remedyLabel } from '../worker/remedy.ts'
import type { KitReading } from '../worker/workbench.ts'
import { button, h } from './dom.ts'
import type { Overlap, SettledBy } from './merge.ts'

/** From what stops the kit to what would be better. */
const worths = ['erreur', 'à compléter', 'conseil'] as const

const incomplete = new Set<Code>([
  'texte-provisoire',
  'mention-a-completer',
  'lien-a-completer',
  'site-sans-url',
  'exemple-sans-code',
])

const worthOf = ({ code, severity }: Problem): number =>
  severity === 'erreur' ? 0 : incomplete.has(code) ? 1 : 2

/** What an author has to know, as forms say it; the worst first. */
export const forAuthors = ({ problems }: KitReading): Problem[] =>
  problems
    .map(problem => ({ ...problem, hint: problem.form ?? problem.hint }))
    .sort((a, b) => worthOf(a) - worthOf(b))

/** « 1 erreur, 2 à compléter, 3 conseils »; '' for none. */
export const sayWorths = (problems: readonly Problem[]): string =>
  worths
    .flatMap((worth, at) => {
      const count = problems.filter(problem => worthOf(problem) === at).length
      return count === 0 ? [] : at === 1 ? `${count} à compléter` : plural(count, worth)
    })
    .join(', ')

/** A problem, with the way to its place and, where the remedy is a text, a button that writes it. @param goTo null: no text is there */
export function problemItem(
  problem: Problem,
  { where, goTo, mend }: { where: string; goTo: (() => void) | null; mend?: HTMLElement | null },
): HTMLElement {
  const worth = worths[worthOf(problem)] ?? 'conseil'
  return h(
    'li',
    { class: worth === 'à compléter' ? 'a-completer' : worth },
    goTo ? button(where, goTo, { class: 'lieu' }) : h('code', where),
    ' ',
    h('strong.valeur', worth),
    ` : ${problem.message} `,
    h('span.remede', `${problem.hint} `),
    mend ?? null,
  )
}

/** Tells of what can wait: it stops nothing, and nothing is missing. */
export const isAdvice = (problem: Problem): boolean => worthOf(problem) === 2

/** The problems of a file, each with its cause and its remedy. */
export function createProblemsView(options: {
  goTo(place: Problem['place']): void
  mend(remedy: Remedy): void
  /** Says a problem, and where it stands. */
  say(problem: Problem): { where: string; message: string }
}) {
  const list = h('ol')
  const count = h('h2', '')
  // Announces the count once keys rest: one that changes with each key would be chatter.
  const live = h('p.hors-vue', { role: 'status' })
  let due: ReturnType<typeof setTimeout> | undefined
  let latest = ''
  return {
    element: h(
      'section.problemes',
      { 'aria-label': 'Problèmes' },
      live,
      h('details', h('summary', count), list),
    ),
    show(problems: readonly Problem[], remedies: readonly Remedy[]) {
      const text = sayWorths(problems) || 'Aucun problème'
      count.textContent = text
      clearTimeout(due)
      due = setTimeout(() => {
        if (live.textContent !== text) live.textContent = text
      }, QUIET_MS)
      // Leaves an unchanged list alone: the focus stays in it.
      const content = JSON.stringify([problems, remedies])
      if (content === latest) return
      list.replaceChildren(
        ...problems.map(problem => {
          const { place } = problem
          const remedy = remedies.find(remedy => isFor(remedy, problem))
          const { where, message } = options.say(problem)
          return problemItem(
            { ...problem, message },
            {
              where,
              goTo: () => options.goTo(place),
              mend: remedy
                ? button(remedyLabel(remedy), () => options.mend(remedy), { class: 'corriger' })
                : null,
            },
          )
        }),
      )
      latest = content
    },
  }
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
    settlePassage(index: number, choice: SettledBy): void
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
        ? `${path} : ${plural(overlaps.length, 'passage a', 'passages ont')} changé des deux côtés. Le reste sera réuni d’office.`
        : isRemoved
          ? `${path} : le texte écrit ici est toujours là. « Enregistrer » ne l’écrit qu’une fois ce choix fait.`
          : `${path} : aucun des deux textes n’est perdu. Choisir celui qui reste.`,
    ),
    overlaps.length > 0
      ? h(
          'ol',
          ...overlaps.map(({ line, mine, theirs }, index) =>
            h(
              'li',
              button('Ici', () => options.goTo(line), { class: 'lieu' }),
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
          button(isRemoved ? 'Supprimer ici aussi' : 'Prendre l’autre', () => options.settle('theirs')),
        ),
  )
}
